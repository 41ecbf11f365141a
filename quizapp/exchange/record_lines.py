"""Lines of the record as JSON and as CSV that a spreadsheet opens without running anything in it."""

import csv
import io
from collections.abc import Mapping, Sequence

import msgspec

COLUMNS = ("at", "who", "did", "thing", "id", "old", "new", "why")
_ACTIVE = ("=", "+", "-", "@", "\t", "\r")


def json_line(fields: Mapping[str, object]) -> bytes:
    """One JSON object on a line of its own."""
    return msgspec.json.encode({name: fields.get(name) for name in COLUMNS}) + b"\n"


def csv_head() -> bytes:
    """The names of the columns, behind a mark that tells spreadsheets it is UTF-8."""
    return b"\xef\xbb\xbf" + _row(COLUMNS)


def csv_line(fields: Mapping[str, object]) -> bytes:
    """One line; a cell that a spreadsheet would take for a formula begins with an apostrophe."""
    return _row([_cell(fields.get(name)) for name in COLUMNS])


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return f"'{text}" if text.lstrip(" ").startswith(_ACTIVE) else text


def _row(cells: Sequence[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue().encode()
