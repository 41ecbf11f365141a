"""Uploads are read in a process of their own: bounded in time, without the site's secrets, and nothing stays behind."""

import sys
from time import monotonic

import pytest

from exchange.files import ENTITY_BOMB, book, locked_pdf, pdf, with_part, word_document, zip_bomb
from quizapp.services import reading_files
from quizapp.services.errors import FieldRefused
from quizapp.services.reading_files import read_upload

ENVIRONMENT = 'import json, os; print(json.dumps({"refused": {"found": " ".join(os.environ), "expected": "x", "do": "y"}}))'


def python(code: str) -> tuple[str, ...]:
    """A process that does something else."""
    return sys.executable, "-c", code


def test_a_file_comes_back_with_its_words() -> None:
    assert read_upload("mill.docx", word_document("The mill turns.")).text == "The mill turns.\n"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("mill.docx", zip_bomb("word/document.xml"), "swells"),
        ("mill.docx", with_part(word_document("x"), "word/styles.xml", ENTITY_BOMB), "declarations of its own"),
        ("mill.epub", book({"a.xhtml": "<p>x</p>"}, extra={"OEBPS/content.opf": ENTITY_BOMB}), "declarations of its own"),
        ("mill.pdf", locked_pdf(), "locked with a password"),
        ("mill.pdf", pdf([["x"]] * 301), "301 pages"),
        ("mill.txt", b"x" * 10_000_001, "a file of 10.0 MB"),
    ],
)
def test_a_hostile_file_is_refused_in_words_and_in_time(name: str, data: bytes, said: str) -> None:
    began = monotonic()
    with pytest.raises(FieldRefused, match=said) as refused:
        read_upload(name, data)
    assert refused.value.field == "file"
    assert monotonic() - began < reading_files.PATIENCE


def test_reading_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_files, "COMMAND", python("import time; time.sleep(600)"))
    monkeypatch.setattr(reading_files, "PATIENCE", 1)
    began = monotonic()
    with pytest.raises(FieldRefused, match="takes too long"):
        read_upload("mill.txt", b"x")
    assert monotonic() - began < 10


@pytest.mark.parametrize("code", ["raise SystemExit(3)", "pass", "import os; os.kill(os.getpid(), 9)"])
def test_reading_that_breaks_down_is_a_refusal(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(reading_files, "COMMAND", python(code))
    with pytest.raises(FieldRefused, match="Paste its text instead"):
        read_upload("mill.txt", b"x")


def test_what_reads_a_strangers_file_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZAPP_SECRET_KEY", "hush")
    monkeypatch.setattr(reading_files, "COMMAND", python(ENVIRONMENT))
    with pytest.raises(FieldRefused) as refused:
        read_upload("mill.txt", b"x")
    assert "PATH" in str(refused.value)
    assert "QUIZAPP" not in str(refused.value)


def test_after_a_refusal_the_next_file_has_its_turn() -> None:
    for _ in range(2 * reading_files.AT_ONCE):
        with pytest.raises(FieldRefused):
            read_upload("mill.txt", b"")
    assert read_upload("mill.txt", b"The mill.").text == "The mill.\n"
