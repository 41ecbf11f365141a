"""Everything answered in an assignment, an attempt a row: a class of a thousand is read with one statement."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, String, bindparam, case, cast, func, literal, select

from quizapp.storage.tables.classes import ParticipantRow, StudentRow
from quizapp.storage.tables.playing import AttemptQuestionRow, AttemptRow, ResponseRow

_LATE = "l"


@dataclass(frozen=True, kw_only=True, slots=True)
class AnsweredAttempt:
    """An attempt of somebody (`name` is None once it was removed): by item version the choice that counts, and what was chosen too late."""

    participant: int
    name: str | None
    started_at: datetime
    finished_at: datetime | None
    asked: frozenset[int]
    chosen: dict[int, int]
    late: frozenset[int]


_ONE = (
    cast(AttemptQuestionRow.item_version_id, String)
    + literal(":")
    + func.coalesce(cast(ResponseRow.chosen, String), "")
    + case((ResponseRow.late, literal(_LATE)), else_=literal(""))
)
_ATTEMPTS = (
    select(
        AttemptRow.id,
        AttemptRow.participant_id,
        AttemptRow.started_at,
        AttemptRow.finished_at,
        func.coalesce(StudentRow.name, ParticipantRow.nickname).label("name"),
        func.aggregate_strings(_ONE, " ").label("answers"),
    )
    .join(ParticipantRow, ParticipantRow.id == AttemptRow.participant_id)
    .outerjoin(StudentRow, StudentRow.id == ParticipantRow.student_id)
    .join(AttemptQuestionRow, AttemptQuestionRow.attempt_id == AttemptRow.id)
    .outerjoin(ResponseRow, ResponseRow.attempt_question_id == AttemptQuestionRow.id)
    .where(ParticipantRow.assignment_id == bindparam("assignment"))
    .group_by(AttemptRow.id, StudentRow.name, ParticipantRow.nickname)
    .order_by(AttemptRow.started_at, AttemptRow.id)
)


def answered_attempts(connection: Connection, assignment: int) -> tuple[AnsweredAttempt, ...]:
    """Every attempt in an assignment with what was answered, oldest first."""
    found = []
    for row in connection.execute(_ATTEMPTS, {"assignment": assignment}):
        pairs = [one.partition(":") for one in row.answers.split(" ")]
        found.append(
            AnsweredAttempt(
                participant=row.participant_id,
                name=row.name,
                started_at=row.started_at,
                finished_at=row.finished_at,
                asked=frozenset(int(version) for version, _, _ in pairs),
                chosen={int(version): int(choice) for version, _, choice in pairs if choice and choice[-1] != _LATE},
                late=frozenset(int(version) for version, _, choice in pairs if choice and choice[-1] == _LATE),
            )
        )
    return tuple(found)
