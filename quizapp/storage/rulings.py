"""Rulings of a scope with who made and who withdrew them; nothing is ever deleted."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, func, insert, select, update

from quizapp.knowledge.rulings import Ruling
from quizapp.storage.knowledge_values import read_ruling, ruling_cells
from quizapp.storage.tables.knowledge import RulingRow


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredRuling:
    """A ruling with its row; `with_files` came with the library's files, a withdrawn one says by whom (None: the files) and why."""

    row: int
    value: Ruling
    digest: str
    actor: str
    at: datetime
    with_files: bool
    withdrawn_at: datetime | None
    withdrawn_by: str | None
    withdrawn_why: str | None

    @property
    def stands(self) -> bool:
        """Whether it counts."""
        return self.withdrawn_at is None


def read_stored(connection: Connection, scope: int) -> tuple[StoredRuling, ...]:
    """Every ruling of the scope, those withdrawn too, in the order in which they are applied."""
    rows = connection.execute(select(RulingRow.__table__).where(RulingRow.scope_id == scope).order_by(RulingRow.place, RulingRow.id))
    return tuple(_stored(row) for row in rows)


def add_ruling(connection: Connection, scope: int, ruling: Ruling, *, actor: str, actor_id: int | None, now: datetime) -> int:
    """Keep a ruling that somebody made here, as the last one; its row."""
    last = connection.scalar(select(func.max(RulingRow.place)).where(RulingRow.scope_id == scope))
    cells = {"scope_id": scope, "place": 0 if last is None else last + 1, "actor": actor, "actor_id": actor_id, "at": now}
    connection.execute(insert(RulingRow).values(**cells, with_files=False, **ruling_cells(ruling)))
    return connection.execute(select(func.max(RulingRow.id)).where(RulingRow.scope_id == scope)).scalar_one()


def withdraw_ruling(connection: Connection, row: int, *, by: str, why: str, now: datetime) -> None:
    """Store that somebody took a ruling back."""
    cells = {"withdrawn_at": now, "withdrawn_by": by, "withdrawn_why": why}
    connection.execute(update(RulingRow).where(RulingRow.id == row).values(cells))


def restore_ruling(connection: Connection, row: int) -> None:
    """Let a ruling that was withdrawn count again, at the place it had."""
    cells = {"withdrawn_at": None, "withdrawn_by": None, "withdrawn_why": None}
    connection.execute(update(RulingRow).where(RulingRow.id == row).values(cells))


def place_after_files(connection: Connection, scope: int, files: int) -> None:
    """Let rulings made here follow those of the files, of which there are so many, in the order they have."""
    made_here = select(RulingRow.id).where(RulingRow.scope_id == scope, ~RulingRow.with_files, RulingRow.withdrawn_at.is_(None))
    rows = connection.scalars(made_here.order_by(RulingRow.place, RulingRow.id)).all()
    for place, row in enumerate(rows, files):
        connection.execute(update(RulingRow).where(RulingRow.id == row).values(place=place))


def _stored(row: Row) -> StoredRuling:  # type: ignore[type-arg]
    return StoredRuling(
        row=row.id,
        value=read_ruling(row.entry),
        digest=row.digest,
        actor=row.actor,
        at=row.at,
        with_files=row.with_files,
        withdrawn_at=row.withdrawn_at,
        withdrawn_by=row.withdrawn_by,
        withdrawn_why=row.withdrawn_why,
    )
