"""E-books: chapters in the order of the spine."""

from datetime import date

import pytest

from exchange.files import ENTITY_BOMB, book, packed, zip_bomb
from quizapp.exchange.read_epub import read_epub
from quizapp.exchange.readable import FileRefused


def test_chapters_come_in_the_books_order_with_what_it_says_of_itself() -> None:
    found = read_epub(book({"z.xhtml": "<h1>One</h1><p>The mill.</p>", "a.xhtml": "<p>It turns.</p><script>steal()</script>"}))
    assert found.text == "One\n\nThe mill.\n\nIt turns.\n"
    assert (found.title, found.date, found.source) == ("The mill", date(2019, 5, 4), "Orrin Press")


def test_a_book_that_swells_is_refused() -> None:
    with pytest.raises(FileRefused, match="swells"):
        read_epub(zip_bomb("META-INF/container.xml"))


@pytest.mark.parametrize("part", ["META-INF/container.xml", "OEBPS/content.opf"])
def test_entities_are_refused(part: str) -> None:
    with pytest.raises(FileRefused, match="declarations of its own"):
        read_epub(book({"a.xhtml": "<p>The mill.</p>"}, extra={part: ENTITY_BOMB}))


def test_entities_in_a_chapter_do_not_swell() -> None:
    found = read_epub(book({"a.xhtml": f"<p>The mill.</p>{ENTITY_BOMB}"}))
    assert len(found.text) < 5_000


def test_too_many_chapters_are_refused_with_their_number() -> None:
    with pytest.raises(FileRefused, match="Found 301 chapters; expected at most 300"):
        read_epub(book({f"{n}.xhtml": "<p>x</p>" for n in range(301)}))


def test_a_chapter_outside_of_the_archive_is_not_looked_for() -> None:
    with pytest.raises(FileRefused, match="no text"):
        read_epub(book({"../../../etc/hostname": ""}))


def test_a_book_that_names_no_chapters_is_refused() -> None:
    with pytest.raises(FileRefused, match="names no chapters"):
        read_epub(packed({"META-INF/container.xml": "<container/>"}))
