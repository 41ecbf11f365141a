"""The decisions that people made, as the overview counts them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from quizapp.questions.item import State
from quizapp.questions.review import Move
from quizapp.storage.tables.bank import DecisionRow


@dataclass(frozen=True, kw_only=True, slots=True)
class Work:
    """One decision of a person: on which version, by whom, when, and the state it led to."""

    version: int
    actor: str
    move: Move
    state: State
    at: datetime


def work_of(connection: Connection, scope: int) -> tuple[Work, ...]:
    """Every decision of a person in a scope, oldest first."""
    made = (
        select(DecisionRow.item_version_id, DecisionRow.actor, DecisionRow.action, DecisionRow.state, DecisionRow.at)
        .where(DecisionRow.scope_id == scope, DecisionRow.with_files.is_(False), DecisionRow.actor_id.is_not(None))
        .order_by(DecisionRow.id)
    )
    return tuple(
        Work(version=row.item_version_id, actor=row.actor, move=Move(row.action), state=State(row.state), at=row.at)
        for row in connection.execute(made)
    )
