"""Workbooks out: sheets by title, text as text, and no cell begins like a formula."""

import re

import pytest

from exchange.workbooks import sheets
from quizapp.exchange.table import Table
from quizapp.exchange.xlsx import write_xlsx


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_cells_and_headers_that_begin_like_formulas_are_made_harmless(sign: str) -> None:
    body = write_xlsx([Table(title="Results", header=(f"{sign}Name", "Right"), rows=((f"{sign}SUM(1;1)", 3),))])
    header, row = sheets(body)["Results"]
    assert re.match("'", header[0])
    assert re.match("'", row[0])
    assert row[1] == "3"


def test_each_table_has_its_sheet_and_numbers_are_numbers() -> None:
    body = write_xlsx(
        [
            Table(title="Results", header=("Name", "Right"), rows=(("Chloé", 2), ("李明", None))),
            Table(title="Questions", header=("Question",), rows=(("1. Who?",),)),
        ]
    )
    assert sheets(body) == {"Results": [["Name", "Right"], ["Chloé", "2"], ["李明"]], "Questions": [["Question"], ["1. Who?"]]}


def test_addresses_and_digits_stay_text() -> None:
    body = write_xlsx([Table(title="Results", header=("Name",), rows=(("http://example.org",), ("0012",)))])
    assert sheets(body)["Results"][1:] == [["http://example.org"], ["0012"]]


def test_the_same_tables_give_the_same_bytes() -> None:
    table = Table(title="Results", header=("Name",), rows=(("Mina",),))
    assert write_xlsx([table]) == write_xlsx([table])
