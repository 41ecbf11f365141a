"""Cells that a spreadsheet would take for formulas, made harmless: names and questions come from people."""

Cell = str | int | float | None
_BEGIN = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(cell: Cell) -> Cell:
    """The cell, with an apostrophe before text that begins like a formula; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_BEGIN) else cell
