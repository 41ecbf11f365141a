"""CSV out: read back as it was, and no cell begins like a formula."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.exchange.csv import write_csv
from quizapp.exchange.harmless import harmless
from quizapp.exchange.table import Table

SIGNS = ("=", "+", "-", "@", "\t", "\r")
texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)


def read(body: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(body.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("sign", SIGNS)
def test_cells_and_headers_that_begin_like_formulas_are_made_harmless(sign: str) -> None:
    table = Table(title="Results", header=(f"{sign}Name", "Right"), rows=((f"{sign}1+1", 3),))
    assert read(write_csv(table)) == [[f"'{sign}Name", "Right"], [f"'{sign}1+1", "3"]]


def test_numbers_stay_numbers_and_nothing_stays_empty() -> None:
    table = Table(title="Results", header=("a", "b", "c"), rows=((-1, 0.5, None),))
    assert read(write_csv(table))[1] == ["-1", "0.5", ""]


def test_a_spreadsheet_sees_that_it_is_utf_8() -> None:
    body = write_csv(Table(title="Results", header=("Chloé", "李"), rows=()))
    assert body.startswith(b"\xef\xbb\xbf")
    assert read(body) == [["Chloé", "李"]]


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="a row of 1 cells"):
        Table(title="Results", header=("a", "b"), rows=(("x",),))


@given(st.lists(st.tuples(texts, texts), max_size=5))
def test_every_text_is_read_back_and_begins_no_formula(rows: list[tuple[str, str]]) -> None:
    found = read(write_csv(Table(title="Results", header=("a", "b"), rows=tuple(rows))))
    assert found[1:] == [[str(harmless(cell)) for cell in row] for row in rows]
    assert not [cell for row in found for cell in row if cell.startswith(SIGNS)]
