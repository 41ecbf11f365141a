"""Word documents, and archives that only look like them."""

import pytest

from exchange.files import ENTITY_BOMB, packed, with_part, word_document, zip_bomb
from quizapp.exchange.read_docx import read_docx
from quizapp.exchange.readable import FileRefused


def test_paragraphs_come_in_order_with_the_title() -> None:
    found = read_docx(word_document("The mill", "It turns again.", "", "Tom Ray opened it.", title="An old mill"))
    assert (found.text, found.title) == ("The mill\n\nIt turns again.\n\nTom Ray opened it.\n", "An old mill")


def test_a_part_that_swells_is_refused_before_it_is_unpacked() -> None:
    bomb = with_part(word_document("The mill"), "word/document.xml", b"<w>" + b" " * 60_000_000 + b"</w>")
    with pytest.raises(FileRefused, match=r"Found a file that swells to 60\.\d MB when it is unpacked; expected at most 50\.0 MB"):
        read_docx(bomb)


def test_a_part_of_a_bearable_size_that_was_packed_to_nothing_is_refused_too() -> None:
    with pytest.raises(FileRefused, match="swells"):
        read_docx(zip_bomb("word/document.xml", 8_000_000))


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "docProps/core.xml", "_rels/.rels", "[Content_Types].xml"])
def test_entities_are_refused_wherever_they_are_declared(part: str) -> None:
    with pytest.raises(FileRefused, match="declarations of its own"):
        read_docx(with_part(word_document("The mill"), part, ENTITY_BOMB))


def test_entities_in_another_encoding_are_refused_too() -> None:
    bomb = ENTITY_BOMB.replace('version="1.0"', 'version="1.0" encoding="utf-16"').encode("utf-16")
    with pytest.raises(FileRefused, match=r"declarations of its own|broken part"):
        read_docx(with_part(word_document("The mill"), "word/styles.xml", bomb))


@pytest.mark.parametrize("data", [b"PK\x03\x04 no archive", packed({"word/document.xml": "<w/>"}), packed({"word/document.xml": "no xml"})])
def test_a_broken_document_is_refused(data: bytes) -> None:
    with pytest.raises(FileRefused):
        read_docx(data)


def test_an_archive_of_many_thousand_parts_is_refused() -> None:
    with pytest.raises(FileRefused, match="3,000 files inside"):
        read_docx(packed({f"word/{n}.xml": "<w/>" for n in range(3_000)}))


def test_a_document_without_words_is_refused() -> None:
    with pytest.raises(FileRefused, match="no text"):
        read_docx(word_document("", " "))
