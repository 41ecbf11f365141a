"""What the database holds of a teacher's classes and of a player's part in quizzes by link, and how it goes with their account."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from quizapp.storage.assignments import assignments_of, set_terms
from quizapp.storage.classes import classes_of, forget_class, students_of
from quizapp.storage.participants import forget_nicknames
from quizapp.storage.tables.classes import AssignmentRow, ParticipantRow


def read_classes(connection: Connection, player: int) -> list[dict[str, Any]]:
    """Every class with its names and the time they get."""
    return [
        {
            "title": one.title,
            "made": one.made_at.isoformat(),
            "names": [{"name": student.name, "time": student.stretch.value} for student in students_of(connection, one.row)],
        }
        for one in classes_of(connection, player)
    ]


def read_given(connection: Connection, player: int) -> list[dict[str, Any]]:
    """Every quiz given."""
    return [
        {"quiz": one.title, "to": one.class_title or one.whom.value, "code": one.code, "given": one.given_at.isoformat()}
        for one in assignments_of(connection, player)
    ]


def read_taken_part(connection: Connection, player: int) -> list[dict[str, Any]]:
    """Every quiz by link or code in which a player took part, with the nickname."""
    mine = (
        select(ParticipantRow.nickname, ParticipantRow.since, AssignmentRow.code)
        .join(AssignmentRow, AssignmentRow.id == ParticipantRow.assignment_id)
        .where(ParticipantRow.player_id == player)
        .order_by(ParticipantRow.id)
    )
    return [{"code": row.code, "nickname": row.nickname, "since": row.since.isoformat()} for row in connection.execute(mine)]


def forget_classes(connection: Connection, *, player: int, now: datetime) -> None:
    """Delete a player's classes with their names and their nicknames elsewhere, and close what they gave to anybody."""
    for one in classes_of(connection, player):
        forget_class(connection, one.row, now=now)
    for given in assignments_of(connection, player):
        if given.terms.closes_at is None or given.terms.closes_at > now:
            set_terms(connection, given.row, given.terms.closing(now))
    forget_nicknames(connection, player)
