"""The shipped seeds, analysed once for all tests of a process."""

from pathlib import Path

import pytest

from quizapp.services.analysis import Analysis, analyse

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="session")
def seeds() -> Analysis:
    return analyse([SEEDS])
