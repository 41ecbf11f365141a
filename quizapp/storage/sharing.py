"""Questions that teachers gave to the library."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, bindparam, insert, select

from quizapp.storage.tables.bank import ItemRow, ItemVersionRow
from quizapp.storage.tables.reviewing import SharedQuestionRow


@dataclass(frozen=True, kw_only=True, slots=True)
class Shared:
    """A share: the version of the library that it became, who gave it when, and the row of the teacher's own version."""

    library_version: int
    library_item: str
    own_version: int | None
    shared_by: int | None
    name: str
    at: datetime


_SHARES = (
    select(SharedQuestionRow.__table__, ItemRow.item)
    .join(ItemVersionRow, ItemVersionRow.id == SharedQuestionRow.library_version_id)
    .join(ItemRow, ItemRow.id == ItemVersionRow.item_id)
    .order_by(SharedQuestionRow.id)
)
_OWN_SCOPE = (
    select(ItemRow.scope_id)
    .join(SharedQuestionRow, SharedQuestionRow.own_item_id == ItemRow.id)
    .where(SharedQuestionRow.library_version_id == bindparam("version"))
)
_OF_OWN = _SHARES.where(SharedQuestionRow.own_item_id == bindparam("own"))
_OF_TEACHER = _SHARES.where(SharedQuestionRow.shared_by == bindparam("teacher"))


def shares(connection: Connection) -> tuple[Shared, ...]:
    """Every share, oldest first."""
    return tuple(_read(connection.execute(_SHARES)))


def shares_by(connection: Connection, teacher: int) -> tuple[Shared, ...]:
    """What a teacher gave, oldest first."""
    return tuple(_read(connection.execute(_OF_TEACHER, {"teacher": teacher})))


def shares_of(connection: Connection, own_item: int) -> tuple[Shared, ...]:
    """The shares of the versions of a teacher's item, by the item's row, oldest first."""
    return tuple(_read(connection.execute(_OF_OWN, {"own": own_item})))


def item_row(connection: Connection, version: int) -> int:
    """The row of the item that has this version."""
    return int(connection.execute(select(ItemVersionRow.item_id).where(ItemVersionRow.id == version)).scalar_one())


def own_scope_of(connection: Connection, library_version: int) -> int | None:
    """The scope of the teacher whose question became this version of the library; None when it is gone or nobody gave it."""
    return connection.scalar(_OWN_SCOPE, {"version": library_version})


def add_share(connection: Connection, *, own_item: int, own_version: int, library_version: int, by: int, name: str, now: datetime) -> None:
    """Keep that a teacher's version was given to the library and became this version there."""
    cells = {
        "own_item_id": own_item,
        "own_version_id": own_version,
        "library_version_id": library_version,
        "shared_by": by,
        "name": name,
        "at": now,
    }
    connection.execute(insert(SharedQuestionRow).values(cells))


def _read(rows: Iterable[Row]) -> list[Shared]:  # type: ignore[type-arg]
    return [
        Shared(
            library_version=row.library_version_id,
            library_item=row.item,
            own_version=row.own_version_id,
            shared_by=row.shared_by,
            name=row.name,
            at=row.at,
        )
        for row in rows
    ]
