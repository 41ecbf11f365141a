"""What the database holds of a player's practice and leaderboards, as plain values to take along."""

from typing import Any

from sqlalchemy import Connection, select

from quizapp.storage.tables.bank import ItemRow, ItemVersionRow
from quizapp.storage.tables.playing import AttemptRow
from quizapp.storage.tables.returning import BoardEntryRow, RecallRow

_LATER = select(ItemVersionRow.stem).where(ItemVersionRow.item_id == ItemRow.id).order_by(ItemVersionRow.number.desc()).limit(1)


def read_practice(connection: Connection, player: int) -> list[dict[str, Any]]:
    """Every question missed once, with when it was answered last and when it comes back."""
    mine = (
        select(_LATER.scalar_subquery().label("stem"), RecallRow.last_at, RecallRow.due, RecallRow.right)
        .join_from(RecallRow, ItemRow, ItemRow.id == RecallRow.item_id)
        .where(RecallRow.player_id == player)
        .order_by(RecallRow.id)
    )
    return [
        {"question": row.stem, "answered": row.last_at.isoformat(), "due": row.due.isoformat(), "right": row.right}
        for row in connection.execute(mine)
    ]


def read_names(connection: Connection, player: int) -> list[dict[str, Any]]:
    """Every name put on a leaderboard."""
    mine = (
        select(AttemptRow.public, BoardEntryRow.name, BoardEntryRow.entered_at, BoardEntryRow.hidden_at)
        .join(BoardEntryRow, BoardEntryRow.attempt_id == AttemptRow.id)
        .where(AttemptRow.player_id == player)
        .order_by(BoardEntryRow.id)
    )
    return [
        {"attempt": row.public, "name": row.name, "entered": row.entered_at.isoformat(), "hidden": row.hidden_at is not None}
        for row in connection.execute(mine)
    ]
