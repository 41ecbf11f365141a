"""Databases in files of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.storage.engine import Engines, make_engines
from quizapp.storage.migrate import prepare


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the database will be; it is not there yet."""
    return tmp_path / "quizapp.sqlite"


@pytest.fixture
def url(file: Path) -> str:
    """Its address."""
    return f"sqlite:///{file}"


@pytest.fixture
def engines(url: str) -> Iterator[Engines]:
    """Engines on a database with the newest tables."""
    prepare(url)
    made = make_engines(url)
    yield made
    made.dispose()
