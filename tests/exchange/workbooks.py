"""Workbooks as a reader of them finds them."""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheets(body: bytes) -> dict[str, list[list[str]]]:
    """By title of the sheet, the texts of its cells; a formula fails the test."""
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
