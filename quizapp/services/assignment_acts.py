"""What a teacher does about one participant: another try, going on with a finished attempt, deleting one; all on the record."""

from datetime import datetime

from sqlalchemy import Connection

from quizapp.services.assignments import assignment_of, record
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import Conflict, NotFound
from quizapp.storage import assignments, participants
from quizapp.storage.participants import GivenAttempt


def allow_another(db: Database, *, actor: Actor, row: int, participant: int, now: datetime) -> None:
    """Let somebody take the quiz once more than everybody. Raises NotFound, NotSaved."""
    with db.writing() as connection:
        assignment_of(connection, row, actor.player, to_change=True)
        if participant not in {one.row for one in participants.participants(connection, row)}:
            raise NotFound("Nobody of this number takes part.")
        participants.give_try(connection, participant)
        record(connection, actor, row, "another try allowed", new={"participant": participant}, now=now)


def reopen(db: Database, *, actor: Actor, row: int, attempt: str, now: datetime) -> None:
    """Let a finished attempt go on with the questions that have no answer. Raises NotFound, Conflict when every one has, NotSaved."""
    with db.writing() as connection:
        found = _attempt(connection, row, attempt, actor.player)
        if found.answered >= found.asked:
            raise Conflict("Every question of this attempt is answered.")
        if found.finished_at is not None:
            participants.reopen_attempt(connection, found.row)
            old = {"score": found.score, "finished": found.finished_at.isoformat()}
            record(connection, actor, row, "attempt reopened", old=old, new={"participant": found.participant}, now=now)


def delete_attempt(db: Database, *, actor: Actor, row: int, attempt: str, now: datetime) -> None:
    """Delete an attempt with its answers; it counts as never taken. Raises NotFound, NotSaved."""
    with db.writing() as connection:
        found = _attempt(connection, row, attempt, actor.player)
        assignments.delete_attempts(connection, [found.row])
        old = {"participant": found.participant, "score": found.score, "of": found.total, "answered": found.answered}
        record(connection, actor, row, "attempt deleted", old=old, now=now)


def _attempt(connection: Connection, row: int, attempt: str, owner: int) -> GivenAttempt:
    assignment_of(connection, row, owner, to_change=True)
    found = next((one for one in participants.attempts_in(connection, row) if one.public == attempt), None)
    if found is None:
        raise NotFound("There is no such attempt.")
    return found
