"""Articles from files of every format: plain text stays as it is, other files are read apart, a bad one is left out with its reason."""

from datetime import date
from pathlib import Path

import pytest

from exchange.files import STORY, book, pdf, word_document
from quizapp.exchange.readable import Format
from quizapp.knowledge.errors import ArticleError
from quizapp.services.bringing import Brought, bring

PAGE = (
    '<html><head><title>The mill turns</title><meta property="article:published_time" content="2019-05-04"></head>'
    "<body><article><h1>The mill turns</h1><p>Tom Ray opened the mill at Orrin on 3 May 2019, and 250 people watched it.</p>"
    "<p>Mira Holt built the new wheel, which is nine metres high and turns day and night.</p></article></body></html>"
)


def brought(*paths: Path) -> Brought:
    return bring(paths, tell=lambda *_: None)


def put(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_every_format_is_read_from_one_folder_and_other_files_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", STORY)
    put(tmp_path, "b.md", f"# The mill\n\n{STORY}")
    put(tmp_path, "c.html", PAGE)
    put(tmp_path, "d.docx", word_document("The mill", STORY))
    put(tmp_path, "e.pdf", pdf([["The mill at Orrin", "turns again today."]]))
    put(tmp_path, "f.epub", book({"one.xhtml": f"<p>{STORY}</p>"}))
    put(tmp_path, "notes.log", "not an article")
    found = brought(tmp_path)
    assert list(found.articles) == ["a.txt", "b.md", "c.html", "d.docx", "e.pdf", "f.epub"]
    assert list(found.formats.values()) == [Format.TXT, Format.MARKDOWN, Format.HTML, Format.DOCX, Format.PDF, Format.EPUB]
    assert found.refused == ()


def test_plain_text_is_kept_letter_by_letter(tmp_path: Path) -> None:
    text = "\n  The mill\r\n\tat Orrin\xa0turns. \n\n"
    found = brought(put(tmp_path, "a.txt", text))
    assert found.articles["a.txt"].text == text


def test_plain_text_in_another_encoding_is_read_too(tmp_path: Path) -> None:
    found = brought(put(tmp_path, "a.txt", "Die Mühle zu Orrin dreht sich wieder, schöner als früher.".encode("latin-1")))
    assert "Mühle" in found.articles["a.txt"].text


def test_title_date_and_source_are_those_of_the_sidecar_else_of_the_file(tmp_path: Path) -> None:
    page = put(tmp_path, "a.html", PAGE)
    alone = brought(page).articles["a.html"]
    assert (alone.title, alone.slug, alone.date) == ("The mill turns", "the-mill-turns", date(2019, 5, 4))
    put(tmp_path, "a.toml", 'title = "A mill"\nsource = "Orrin Post"')
    beside = brought(page).articles["a.html"]
    assert (beside.title, beside.slug, beside.date, beside.source) == ("A mill", "a-mill", date(2019, 5, 4), "Orrin Post")


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("b.pdf", b"%PDF-1.4 broken", "b.pdf: "),
        ("b.docx", STORY.encode(), "b.docx: "),
        ("b.txt", b"", "b.txt"),
        ("b.exe", b"MZ\x00\x01", "b.exe: "),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_brought(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    found = brought(put(tmp_path, name, data), put(tmp_path, "a.txt", STORY))
    assert list(found.articles) == ["a.txt"]
    (refused,) = found.refused
    assert why in refused
    assert "expected" in refused


def test_a_path_that_is_not_there_and_two_files_of_one_name_are_refused_before_anything_is_read(tmp_path: Path) -> None:
    one = put(tmp_path, "a.txt", STORY)
    (tmp_path / "more").mkdir()
    read: list[str] = []
    for other in (tmp_path / "none.txt", put(tmp_path / "more", "a.txt", STORY)):
        with pytest.raises(ArticleError):
            bring([one, other], tell=lambda _number, _total, name: read.append(name))
    assert read == []


def test_each_file_is_told_once_though_it_is_named_twice(tmp_path: Path) -> None:
    one, told = put(tmp_path, "a.txt", STORY), []
    bring([one, tmp_path], tell=lambda *words: told.append(words))
    assert told == [(1, 1, "a.txt")]
