"""A table as files hold it."""

from dataclasses import dataclass

from quizapp.exchange.harmless import Cell


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A title, names of columns, and rows as long as them."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        strange = next((row for row in self.rows if len(row) != len(self.header)), None)
        if strange is not None:
            raise ValueError(f"a row of {len(strange)} cells in the table {self.title!r}, which has {len(self.header)} columns")
