"""PDF: words of pages put together, or a refusal in words."""

from io import BytesIO

import pytest
from pypdf import PdfWriter

from exchange.files import locked_pdf, pdf, swelling_pdf
from quizapp.exchange.pdf_lines import paragraphs_of, without_repeated
from quizapp.exchange.read_pdf import read_pdf
from quizapp.exchange.readable import FileRefused

LINES = [
    "The mill at Orrin turns again after seven months of repairs, and it",
    "grinds oats, says Tom Ray, who opened it on Friday in front of a small",
    "crowd.",
    "Mira Holt built the new wheel.",
]


def test_lines_that_the_page_broke_are_one_paragraph_again() -> None:
    found = read_pdf(pdf([LINES], title="The mill"))
    assert found.text.startswith("The mill at Orrin turns again after seven months of repairs, and it grinds oats, says Tom Ray, who")
    assert "a small crowd.\n\nMira Holt" in found.text
    assert found.title == "The mill"


def test_headers_and_page_numbers_are_left_out_and_the_teacher_is_told() -> None:
    pages = [["The Orrin Gazette", *LINES, f"Page {number}"] for number in range(1, 5)]
    found = read_pdf(pdf(pages))
    assert "Gazette" not in found.text
    assert "Page" not in found.text
    assert any("Orrin Gazette" in warning for warning in found.warnings)


def test_a_locked_document_is_refused() -> None:
    with pytest.raises(FileRefused, match="Found a PDF locked with a password"):
        read_pdf(locked_pdf())


def test_pictures_of_pages_are_refused() -> None:
    writer, made = PdfWriter(), BytesIO()
    writer.add_blank_page(600, 800)
    writer.write(made)
    with pytest.raises(FileRefused, match="pictures of pages without any text"):
        read_pdf(made.getvalue())


def test_more_than_three_hundred_pages_are_refused_with_their_number() -> None:
    with pytest.raises(FileRefused, match="Found 301 pages; expected at most 300"):
        read_pdf(pdf([["x"]] * 301))


@pytest.mark.parametrize("data", [b"%PDF-1.4\nnothing", b"%PDF-" + bytes(range(256)) * 20, pdf([LINES])[:300]])
def test_a_broken_document_is_refused(data: bytes) -> None:
    with pytest.raises(FileRefused):
        read_pdf(data)


def test_a_word_cut_at_the_end_of_a_line_is_whole_again_and_a_compound_keeps_its_hyphen() -> None:
    assert paragraphs_of(["The mill was re-", "built by the well-", "Known Mira Holt of Orrin town."]) == [
        "The mill was rebuilt by the well- Known Mira Holt of Orrin town."
    ]


def test_a_line_that_repeats_within_a_page_is_no_header() -> None:
    kept, left = without_repeated([["a", "b", "again", "again", "again", "c", "d"]])
    assert (kept, left) == (["a", "b", "again", "again", "again", "c", "d"], [])


def test_a_page_that_swells_is_refused() -> None:
    with pytest.raises(FileRefused):
        read_pdf(swelling_pdf(400_000_000))


def test_letters_that_a_printer_joined_are_letters_again() -> None:
    assert paragraphs_of(["The ﬁrst ﬂour of the oﬃce"]) == ["The first flour of the office"]


def test_a_headline_does_not_run_into_the_story() -> None:
    assert paragraphs_of(["The mill turns again", *LINES[:3]])[0] == "The mill turns again"
