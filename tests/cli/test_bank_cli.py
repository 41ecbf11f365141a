"""The bank from a shell: to a file or to standard output, in three formats, and into another instance."""

import os
import subprocess
import sys
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from quizapp.exchange.bank_json import read_bank

ROOT = Path(__file__).resolve().parents[2]


def call(*arguments: str, instance: Path) -> subprocess.CompletedProcess[bytes]:
    environ = {"PATH": os.environ["PATH"], "QUIZAPP_INSTANCE": str(instance)}
    return subprocess.run([sys.executable, "-m", "quizapp", *arguments], cwd=ROOT, env=environ, capture_output=True, timeout=120)


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance with the shipped library, loaded by importing an empty bank."""
    folder = tmp_path_factory.mktemp("school")
    (folder / "empty.jsonl").write_bytes(b'{"is": "bank", "format": 1}\n')
    done = call("import", str(folder / "empty.jsonl"), instance=folder / "instance")
    assert done.returncode == 0, done.stderr
    return folder / "instance"


def test_the_shipped_bank_goes_out_and_comes_back(school: Path, tmp_path: Path) -> None:
    done = call("export", str(tmp_path / "bank.jsonl"), instance=school)
    assert done.returncode == 0, done.stderr
    with (tmp_path / "bank.jsonl").open("rb") as lines:
        assert len(read_bank("bank.jsonl", lines).questions) > 60
    back = call("import", str(tmp_path / "bank.jsonl"), instance=school)
    assert back.returncode == 0, back.stderr
    assert b"0 articles added; 0 questions approved" in back.stderr
    again = call("export", str(tmp_path / "bank.jsonl"), instance=school)
    assert again.returncode == 2
    assert b"there is such a file already" in again.stderr


def test_learning_platforms_get_their_formats_on_standard_output(school: Path) -> None:
    gift = call("export", "--format", "gift", "-", instance=school)
    assert gift.stdout.startswith(b"$CATEGORY: Says who?\n")
    moodle = call("export", "--format", "moodle", "-", instance=school)
    assert len(fromstring(moodle.stdout).findall("question")) > 60  # noqa: S314 - our own text
    assert gift.stderr == moodle.stderr
    assert b"Traceback" not in moodle.stderr


@pytest.mark.parametrize("text", [b"", b"Dear Tess,\n", b'{"is": "bank", "format": 1}\n{"is": "question"}\n'])
def test_a_file_that_is_no_bank_is_named(school: Path, tmp_path: Path, text: bytes) -> None:
    (tmp_path / "letter").write_bytes(text)
    done = call("import", str(tmp_path / "letter"), instance=school)
    assert done.returncode == 2
    assert b"letter, line" in done.stderr
    assert b"Traceback" not in done.stderr


def test_nothing_is_exported_before_there_is_a_library(tmp_path: Path) -> None:
    done = call("export", str(tmp_path / "bank.jsonl"), instance=tmp_path / "instance")
    assert done.returncode == 2
    assert b"quizapp run" in done.stderr
    assert not (tmp_path / "bank.jsonl").exists()
