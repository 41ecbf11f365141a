"""Who takes part in an assignment, and the attempts they made."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update

from quizapp.storage.tables.classes import AssignmentRow, ParticipantRow, StudentRow
from quizapp.storage.tables.playing import AttemptQuestionRow, AttemptRow, ResponseRow


@dataclass(frozen=True, kw_only=True, slots=True)
class Participant:
    """Somebody who takes part; `name` is None once it was removed."""

    row: int
    assignment: int
    student: int | None
    player: int | None
    name: str | None
    more_tries: int
    since: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class GivenAttempt:
    """An attempt of a participant, as a list shows it."""

    row: int
    participant: int
    public: str
    player: int
    started_at: datetime
    finished_at: datetime | None
    score: int | None
    total: int
    answered: int
    asked: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """The assignment that an attempt was made in, and its version of the quiz."""

    assignment: int
    quiz_version: int


_PARTICIPANTS = select(ParticipantRow.__table__, func.coalesce(StudentRow.name, ParticipantRow.nickname).label("name")).outerjoin(
    StudentRow, StudentRow.id == ParticipantRow.student_id
)
_OF_ASSIGNMENT = _PARTICIPANTS.where(ParticipantRow.assignment_id == bindparam("assignment")).order_by(ParticipantRow.id)
_STUDENTS_PART = _PARTICIPANTS.where(
    ParticipantRow.assignment_id == bindparam("assignment"), ParticipantRow.student_id == bindparam("student")
)
_PLAYERS_PART = _PARTICIPANTS.where(
    ParticipantRow.assignment_id == bindparam("assignment"), ParticipantRow.player_id == bindparam("player")
)
_GIVEN_IN = (
    select(AssignmentRow.id, AssignmentRow.quiz_version_id)
    .join(ParticipantRow, ParticipantRow.assignment_id == AssignmentRow.id)
    .join(AttemptRow, AttemptRow.participant_id == ParticipantRow.id)
    .where(AttemptRow.id == bindparam("attempt"))
)
_ATTEMPTS = (
    select(
        AttemptRow.id,
        AttemptRow.participant_id,
        AttemptRow.public,
        AttemptRow.player_id,
        AttemptRow.started_at,
        AttemptRow.finished_at,
        AttemptRow.score,
        AttemptRow.total,
        func.count(ResponseRow.id).label("answered"),
        func.count(AttemptQuestionRow.id).label("asked"),
    )
    .join(ParticipantRow, ParticipantRow.id == AttemptRow.participant_id)
    .join(AttemptQuestionRow, AttemptQuestionRow.attempt_id == AttemptRow.id)
    .outerjoin(ResponseRow, ResponseRow.attempt_question_id == AttemptQuestionRow.id)
    .where(ParticipantRow.assignment_id == bindparam("assignment"))
    .group_by(AttemptRow.id)
    .order_by(AttemptRow.started_at, AttemptRow.id)
)
_OF_PARTICIPANT = _ATTEMPTS.where(ParticipantRow.id == bindparam("participant"))


def participants(connection: Connection, assignment: int) -> tuple[Participant, ...]:
    """Everybody who took part, in the order they came."""
    return tuple(_participant(row) for row in connection.execute(_OF_ASSIGNMENT, {"assignment": assignment}))


def part_of_student(connection: Connection, assignment: int, student: int) -> Participant | None:
    """How a student takes part, or None."""
    row = connection.execute(_STUDENTS_PART, {"assignment": assignment, "student": student}).first()
    return _participant(row) if row else None


def part_of_player(connection: Connection, assignment: int, player: int) -> Participant | None:
    """How a player with a nickname takes part, or None."""
    row = connection.execute(_PLAYERS_PART, {"assignment": assignment, "player": player}).first()
    return _participant(row) if row else None


def add_participant(
    connection: Connection,
    assignment: int,
    *,
    student: int | None = None,
    player: int | None = None,
    nickname: str | None = None,
    now: datetime,
) -> int:
    """A student, or a player with a nickname, takes part; the row."""
    cells = {"assignment_id": assignment, "student_id": student, "player_id": player, "nickname": nickname, "since": now}
    return connection.execute(insert(ParticipantRow).values(cells | {"more_tries": 0}).returning(ParticipantRow.id)).scalar_one()


def give_try(connection: Connection, participant: int) -> None:
    """One more attempt than everybody has."""
    more = ParticipantRow.more_tries + 1
    connection.execute(update(ParticipantRow).where(ParticipantRow.id == participant).values(more_tries=more))


def attempts_in(connection: Connection, assignment: int, *, participant: int | None = None) -> tuple[GivenAttempt, ...]:
    """The attempts made in an assignment, or those of one participant, oldest first."""
    wanted = {"assignment": assignment, "participant": participant}
    rows = connection.execute(_ATTEMPTS, wanted) if participant is None else connection.execute(_OF_PARTICIPANT, wanted)
    return tuple(
        GivenAttempt(
            row=row.id,
            participant=row.participant_id,
            public=row.public,
            player=row.player_id,
            started_at=row.started_at,
            finished_at=row.finished_at,
            score=row.score,
            total=row.total,
            answered=row.answered,
            asked=row.asked,
        )
        for row in rows
    )


def given_in(connection: Connection, attempt: int) -> Given | None:
    """Where an attempt was made, None for one of no assignment."""
    found = connection.execute(_GIVEN_IN, {"attempt": attempt}).first()
    return Given(assignment=found.id, quiz_version=found.quiz_version_id) if found else None


def bind_attempt(connection: Connection, public: str, *, participant: int, stretch: int | None) -> None:
    """Say of an attempt whose it is in an assignment, and how much of the set time they get."""
    connection.execute(update(AttemptRow).where(AttemptRow.public == public).values(participant_id=participant, stretch=stretch))


def reopen_attempt(connection: Connection, row: int) -> None:
    """Let an attempt go on that was finished."""
    connection.execute(update(AttemptRow).where(AttemptRow.id == row).values(finished_at=None, score=None))


def drop_participants(connection: Connection, assignment: int) -> None:
    """Delete everybody's part in an assignment."""
    connection.execute(delete(ParticipantRow).where(ParticipantRow.assignment_id == assignment))


def forget_nicknames(connection: Connection, player: int) -> None:
    """Delete a player's nicknames; the parts stay, and nothing tells any more whose they are."""
    connection.execute(update(ParticipantRow).where(ParticipantRow.player_id == player).values(player_id=None, nickname=None))


def merge_parts(connection: Connection, *, guest: int, to: int) -> int:
    """Give a guest's parts to another player; where both take part in one assignment they become one. How many parts that were."""
    mine = select(ParticipantRow.id, ParticipantRow.assignment_id).where(ParticipantRow.player_id == guest)
    rows = connection.execute(mine).all()
    for row in rows:
        other = part_of_player(connection, row.assignment_id, to)
        if other is None:
            connection.execute(update(ParticipantRow).where(ParticipantRow.id == row.id).values(player_id=to))
        else:
            connection.execute(update(AttemptRow).where(AttemptRow.participant_id == row.id).values(participant_id=other.row))
            connection.execute(delete(ParticipantRow).where(ParticipantRow.id == row.id))
    return len(rows)


def _participant(row: Row) -> Participant:  # type: ignore[type-arg]
    return Participant(
        row=row.id,
        assignment=row.assignment_id,
        student=row.student_id,
        player=row.player_id,
        name=row.name,
        more_tries=row.more_tries,
        since=row.since,
    )
