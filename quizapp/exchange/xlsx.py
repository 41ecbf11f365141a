"""Workbooks out: a sheet a table, the header frozen; text is written as text and never begins like a formula."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

from quizapp.exchange.harmless import harmless
from quizapp.exchange.table import Table

MIMETYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_TITLE = 31
_FIRST_DAY = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # the same tables give the same bytes
_LONGEST = 32_767
_WIDE, _NARROW = 28, 10


def write_xlsx(tables: Sequence[Table]) -> bytes:
    """The tables; their titles must differ and fit a sheet's tab."""
    out = BytesIO()
    with Workbook(out, _OPTIONS) as book:
        book.set_properties({"created": _FIRST_DAY})
        bold = book.add_format({"bold": True})
        for table in tables:
            sheet = book.add_worksheet(table.title[:_TITLE])
            sheet.freeze_panes(1, 1)
            sheet.set_column(0, 0, _WIDE)
            sheet.set_column(1, max(1, len(table.header) - 1), _NARROW)
            for place, name in enumerate(table.header):
                sheet.write_string(0, place, str(harmless(name))[:_LONGEST], bold)
            for down, row in enumerate(table.rows, 1):
                for place, cell in enumerate(row):
                    _write(sheet, down, place, harmless(cell))
    return out.getvalue()


def _write(sheet: "Workbook.worksheet_class", down: int, place: int, cell: str | int | float | None) -> None:
    if isinstance(cell, str):
        sheet.write_string(down, place, cell[:_LONGEST])
    elif cell is not None:
        sheet.write_number(down, place, cell)
