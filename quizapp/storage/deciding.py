"""Reading what was decided on a version, in order."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from quizapp.questions.item import State
from quizapp.questions.review import Move
from quizapp.storage.tables.bank import DecisionRow


@dataclass(frozen=True, kw_only=True, slots=True)
class PastDecision:
    """A decision as it was made, and the state it led to."""

    action: Move
    state: State
    reason: str
    actor: str
    actor_id: int | None
    at: datetime


_MADE = (
    select(DecisionRow.__table__)
    .where(DecisionRow.item_version_id == bindparam("version"), DecisionRow.scope_id == bindparam("scope"))
    .order_by(DecisionRow.id)
)


def decisions_on(connection: Connection, *, scope: int, version: int) -> tuple[PastDecision, ...]:
    """Every decision on a version in a scope, oldest first."""
    rows = connection.execute(_MADE, {"version": version, "scope": scope})
    return tuple(
        PastDecision(action=Move(row.action), state=State(row.state), reason=row.reason, actor=row.actor, actor_id=row.actor_id, at=row.at)
        for row in rows
    )
