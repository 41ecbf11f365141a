"""CSV out: UTF-8 with a mark at its beginning, which spreadsheets need to read it as such; no cell begins like a formula."""

import csv
from io import StringIO

from quizapp.exchange.harmless import harmless
from quizapp.exchange.table import Table

MIMETYPE = "text/csv"


def write_csv(table: Table) -> bytes:
    """The table; lines end as RFC 4180 wants them."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    for row in (table.header, *table.rows):
        writer.writerow(["" if cell is None else harmless(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig", "replace")
