"""The ten of a day, stored when they are drawn."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, bindparam, insert, select

from quizapp.storage.tables.knowledge import ScopeRow
from quizapp.storage.tables.returning import DailyQuestionRow

_OF_DAY = (
    select(DailyQuestionRow.item_version_id)
    .where(DailyQuestionRow.scope_id == bindparam("scope"), DailyQuestionRow.day == bindparam("day"))
    .order_by(DailyQuestionRow.place)
)
_HOLD = select(ScopeRow.id).where(ScopeRow.id == bindparam("scope")).with_for_update()


def read_day(connection: Connection, scope: int, day: date) -> tuple[int, ...]:
    """The versions of the day's questions in their order; empty while the day is not drawn."""
    return tuple(connection.scalars(_OF_DAY, {"scope": scope, "day": day}))


def hold_days(connection: Connection, scope: int) -> None:
    """Let nobody else draw a day until the transaction ends."""
    connection.execute(_HOLD, {"scope": scope})


def store_day(connection: Connection, scope: int, day: date, versions: Sequence[int]) -> None:
    """Store the questions of a day that is not drawn yet."""
    cells = [{"scope_id": scope, "day": day, "place": place, "item_version_id": version} for place, version in enumerate(versions)]
    connection.execute(insert(DailyQuestionRow), cells)
