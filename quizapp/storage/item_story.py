"""What happened to an item: its versions, the decisions on them, and its lines in the record."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from quizapp.questions.item import State
from quizapp.questions.review import Move
from quizapp.storage.deciding import PastDecision
from quizapp.storage.tables.bank import DecisionRow, ItemRow, ItemVersionRow


@dataclass(frozen=True, kw_only=True, slots=True)
class PastVersion:
    """A version of an item as it was made."""

    row: int
    number: int
    stem: str
    made_at: datetime
    edited: bool


_VERSIONS = (
    select(ItemVersionRow.id, ItemVersionRow.number, ItemVersionRow.stem, ItemVersionRow.made_at, ItemVersionRow.edited)
    .join(ItemRow, ItemRow.id == ItemVersionRow.item_id)
    .where(ItemRow.scope_id == bindparam("scope"), ItemRow.item == bindparam("item"))
    .order_by(ItemVersionRow.number)
)
_BY_PROGRAMS = (
    select(DecisionRow.__table__)
    .join(ItemVersionRow, ItemVersionRow.id == DecisionRow.item_version_id)
    .join(ItemRow, ItemRow.id == ItemVersionRow.item_id)
    .where(ItemRow.scope_id == bindparam("scope"), ItemRow.item == bindparam("item"), DecisionRow.scope_id == ItemRow.scope_id)
    .where(DecisionRow.actor_id.is_(None))
    .order_by(DecisionRow.id)
)


def versions_of(connection: Connection, *, scope: int, item: str) -> tuple[PastVersion, ...]:
    """The versions of a scope's item, oldest first."""
    rows = connection.execute(_VERSIONS, {"scope": scope, "item": item})
    return tuple(PastVersion(row=row.id, number=row.number, stem=row.stem, made_at=row.made_at, edited=row.edited) for row in rows)


def decisions_without_person(connection: Connection, *, scope: int, item: str) -> tuple[PastDecision, ...]:
    """Decisions that came with files, that a program made, or whose account is gone, oldest first."""
    rows = connection.execute(_BY_PROGRAMS, {"scope": scope, "item": item})
    return tuple(
        PastDecision(action=Move(row.action), state=State(row.state), reason=row.reason, actor=row.actor, actor_id=None, at=row.at)
        for row in rows
    )
