"""Which reviewer has which question open."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, or_, select

from quizapp.storage.tables.bank import ItemRow
from quizapp.storage.tables.people import PlayerRow
from quizapp.storage.tables.reviewing import ReviewHoldRow


@dataclass(frozen=True, kw_only=True, slots=True)
class Hold:
    """Who has a question open, until when."""

    player: int
    name: str
    until: datetime


_HOLDS = (
    select(ItemRow.item, ReviewHoldRow.taken_by, ReviewHoldRow.taken_until, PlayerRow.name)
    .join(ItemRow, ItemRow.id == ReviewHoldRow.item_id)
    .join(PlayerRow, PlayerRow.id == ReviewHoldRow.taken_by)
    .where(ItemRow.scope_id == bindparam("scope"), ReviewHoldRow.taken_until > bindparam("now"))
)
_ROW = select(ItemRow.id).where(ItemRow.scope_id == bindparam("scope"), ItemRow.item == bindparam("item"))
_TAKEN = select(ReviewHoldRow.item_id).where(ReviewHoldRow.item_id == bindparam("row"))
_DROP = delete(ReviewHoldRow).where(
    or_(ReviewHoldRow.taken_by == bindparam("player"), ReviewHoldRow.taken_until <= bindparam("now", type_=ReviewHoldRow.taken_until.type))
)
_LET_GO = delete(ReviewHoldRow).where(ReviewHoldRow.taken_by == bindparam("player"))
_ADD = insert(ReviewHoldRow)


def read_holds(connection: Connection, scope: int, *, now: datetime) -> dict[str, Hold]:
    """The questions that somebody has open now, by their ids."""
    rows = connection.execute(_HOLDS, {"scope": scope, "now": now})
    return {row.item: Hold(player=row.taken_by, name=row.name or "somebody", until=row.taken_until) for row in rows}


def take(connection: Connection, scope: int, item: str, *, player: int, until: datetime, now: datetime) -> None:
    """Let the reviewer have this question, unless somebody else has it, and no other any more."""
    connection.execute(_DROP, {"player": player, "now": now})
    row = connection.scalar(_ROW, {"scope": scope, "item": item})
    if row is not None and connection.scalar(_TAKEN, {"row": row}) is None:
        connection.execute(_ADD, {"item_id": row, "taken_by": player, "taken_until": until})


def let_go(connection: Connection, player: int) -> None:
    """The reviewer has no question open any more."""
    connection.execute(_LET_GO, {"player": player})
