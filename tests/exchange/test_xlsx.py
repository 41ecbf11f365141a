"""Workbooks out: sheets by title, text as text, and no cell begins like a formula."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from quizapp.exchange.table import Table
from quizapp.exchange.xlsx import write_xlsx

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheets(body: bytes) -> dict[str, list[list[str]]]:
    """What a reader of workbooks finds: by title of the sheet, the texts of its cells."""
    with ZipFile(BytesIO(body)) as packed:
        shared = etree.fromstring(packed.read("xl/sharedStrings.xml"))
        texts = ["".join(one.itertext()) for one in shared.iter(f"{MAIN}si")]
        titles = [one.get("name") for one in etree.fromstring(packed.read("xl/workbook.xml")).iter(f"{MAIN}sheet")]
        found = [packed.read(f"xl/worksheets/sheet{place}.xml") for place in range(1, len(titles) + 1)]
    return {
        str(title): [[_text(cell, texts) for cell in row] for row in etree.fromstring(xml).iter(f"{MAIN}row")]
        for title, xml in zip(titles, found, strict=True)
    }


def _text(cell: etree._Element, texts: list[str]) -> str:
    value = cell.findtext(f"{MAIN}v") or ""
    assert cell.find(f"{MAIN}f") is None, "a formula"
    return texts[int(value)] if cell.get("t") == "s" else value


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
