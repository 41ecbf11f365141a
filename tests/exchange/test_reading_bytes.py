"""What a file is, is told by its content and its name together."""

import pytest

from exchange.files import book, packed, pdf, word_document
from quizapp.exchange.readable import LARGEST_FILE, FileRefused, Format
from quizapp.exchange.reading import READERS, read_file
from quizapp.exchange.sniffing import SUFFIXES, format_of

FILES = {
    "mill.txt": b"The mill turns.",
    "mill.md": b"# The mill",
    "mill.HTML": b"<p>The mill turns.</p>",
    "mill.docx": word_document("The mill"),
    "mill.pdf": pdf([["The mill"]]),
    "mill.epub": book({"a.xhtml": "<p>The mill</p>"}),
}


@pytest.mark.parametrize("name", FILES)
def test_every_format_is_known_by_its_file(name: str) -> None:
    assert format_of(name, FILES[name]) == name.rpartition(".")[2].lower()
    assert "The mill" in read_file(name, FILES[name]).text


def test_every_format_has_a_reader_and_an_ending() -> None:
    assert set(READERS) == set(Format) == set(SUFFIXES.values())


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("called", FILES)
def test_a_file_under_another_formats_name_is_refused(name: str, called: str) -> None:
    texts = {"mill.txt", "mill.md", "mill.HTML"}
    if name == called or (name in texts and called in texts):
        return
    with pytest.raises(FileRefused, match="Found "):
        format_of(called, FILES[name])


def test_a_web_page_called_a_text_is_refused() -> None:
    with pytest.raises(FileRefused, match=r"Found a web page in a file called “mill.txt”; expected plain text. Give it the ending"):
        format_of("mill.txt", b"<!DOCTYPE html><p>x")


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("table.xlsx", packed({"xl/workbook.xml": "<x/>"}), "a packed file, no document"),
        ("mill.rtf", b"{\\rtf1 mill}", "an RTF document"),
        ("mill.jpg", b"\xff\xd8\xff\xe0", "a picture"),
        ("mill.gz", b"\x1f\x8b\x08", "a packed file"),
        ("mill", b"words", "another kind of file called “mill”"),
        ("mill.txt", b" \n ", "an empty file"),
    ],
)
def test_what_is_not_read_is_named(name: str, data: bytes, found: str) -> None:
    with pytest.raises(FileRefused) as refused:
        format_of(name, data)
    assert refused.value.found == found
    assert refused.value.expected
    assert refused.value.do


def test_a_file_that_is_too_large_is_not_even_looked_at() -> None:
    with pytest.raises(FileRefused, match=r"Found a file of 10\.0 MB; expected at most 10\.0 MB"):
        read_file("mill.pdf", b"x" * (LARGEST_FILE + 1))
