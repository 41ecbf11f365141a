"""Attempts that the closing of an assignment ended before every question was answered."""

from datetime import datetime

from sqlalchemy import Connection

from quizapp.storage import participants


def let_go_on(connection: Connection, assignment: int, *, closed_at: datetime) -> int:
    """Let every attempt go on that was ended by closing at this moment, with questions unanswered; how many there were."""
    ended = [
        one
        for one in participants.attempts_in(connection, assignment)
        if one.finished_at is not None and one.finished_at >= closed_at and one.answered < one.asked
    ]
    for one in ended:
        participants.reopen_attempt(connection, one.row)
    return len(ended)
