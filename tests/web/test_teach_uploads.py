"""Files that a teacher uploads: shown with their words, or refused in words without a trace."""

from pathlib import Path

import pytest
from flask import Flask

from exchange.files import ENTITY_BOMB, book, locked_pdf, with_part, word_document, zip_bomb
from quizapp.services.accounts import Role
from web.browsing import Visitor, words
from web.own_articles import rows, shown_text, upload
from web.people import staff


@pytest.fixture
def tess(app: Flask) -> Visitor:
    """Tess teaches."""
    return staff(app, "Tess", Role.TEACHER)


def test_an_uploaded_file_is_shown_with_what_it_says_of_itself(tess: Visitor) -> None:
    page = upload(
        tess, "mill.md", b"---\ntitle: The old mill\ndate: 2019-05-04\n---\n# The old mill\n\nIt *turns* again after seven months.\n"
    )
    assert page.status_code == 200
    assert "It turns again after seven months." in shown_text(page)
    assert 'value="2019-05-04"' in page.text
    assert 'name="form" value="md"' in page.text


def test_a_script_in_a_page_does_not_come_along(tess: Visitor) -> None:
    html = b"<!doctype html><title>Mill</title><script>steal()</script><p onclick=steal()>" + b"The mill turns again. " * 30 + b"</p>"
    page = upload(tess, "mill.html", html)
    assert page.status_code == 200
    assert "steal" not in page.text
    assert "The mill turns again." in shown_text(page)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("mill.txt", b"", "an empty file"),
        ("mill.txt", bytes(range(256)) * 40, "no text has"),
        ("mill.pdf", b"The mill turns again.", "no pdf inside"),
        ("mill.exe", b"MZ\x90\x00", "a program"),
        ("mill.doc", b"\xd0\xcf\x11\xe0" + bytes(600), "an old Word file"),
        ("mill", b"The mill turns again.", "another kind of file"),
        ("mill.docx", b"PK\x03\x04 no archive", "a broken archive"),
        ("mill.docx", zip_bomb("word/document.xml"), "swells"),
        ("mill.docx", with_part(word_document("x"), "word/document.xml", ENTITY_BOMB), "declarations of its own"),
        ("mill.epub", book({"a.xhtml": "<p>x</p>"}, extra={"OEBPS/content.opf": ENTITY_BOMB}), "declarations of its own"),
        ("mill.pdf", locked_pdf(), "locked with a password"),
    ],
)
def test_a_file_that_is_none_is_refused_in_words_and_leaves_no_trace(
    app: Flask, tess: Visitor, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    before, files = rows(app, "article"), sorted(path.name for path in tmp_path.rglob("*"))
    page = upload(tess, name, data)
    assert page.status_code == 422
    assert said in words(page)
    assert "expected" in words(page)
    assert (rows(app, "article"), rows(app, "job")) == (before, 0)
    assert sorted(path.name for path in tmp_path.rglob("*")) == files


def test_fifty_megabytes_are_refused_with_the_limit(app: Flask, tess: Visitor) -> None:
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="mill.txt"\r\n\r\n'
    body = head + b"The mill turns again. " * 2_300_000 + b"\r\n--x--\r\n"
    page = tess.client.post("/teach/articles/new", data=body, content_type="multipart/form-data; boundary=x")
    assert page.status_code == 413
    assert "a file of at most 10.0 MB" in words(page)
    assert rows(app, "job") == 0


def test_only_these_forms_may_be_large(tess: Visitor) -> None:
    assert tess.post("/account/sign-in", name="x" * 20_000, password="y").status_code == 413
