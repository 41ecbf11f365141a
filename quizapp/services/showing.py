"""Showing a timed question: its clock starts when it is shown for the first time, and never again."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from quizapp.play.attempt import ShownQuestion
from quizapp.play.scoring import tally
from quizapp.play.timing import Stretch
from quizapp.services import play
from quizapp.services.clock import ClockView, clock_view, whole_over
from quizapp.services.database import Database
from quizapp.services.errors import AttemptFinished, Invalid
from quizapp.services.running import find, load
from quizapp.services.views import QuestionView
from quizapp.storage import attempts, timing
from quizapp.storage.attempts import StoredAttempt


@dataclass(frozen=True, kw_only=True, slots=True)
class Showing:
    """A question with its clock; None when no timer is set."""

    view: QuestionView
    clock: ClockView | None


def show_question(db: Database, *, player: int, attempt: str, question: str, now: datetime) -> Showing:
    """One question that is still open; finishes an attempt whose time is over.

    Raises NotFound, AlreadyAnswered, AttemptFinished, NotSaved.
    """
    view = play.question(db, player=player, attempt=attempt, question=question, now=now)
    with db.reading() as connection:
        mine = load(connection, player, attempt)
    asked = find(mine, question)
    if whole_over(mine, now=now) or _begins_now(mine, asked):
        mine = _begin(db, player, attempt, question, now)
    return Showing(view=view, clock=clock_view(mine, asked, now=now))


def choose_time(db: Database, *, player: int, attempt: str, stretch: Stretch, now: datetime) -> None:
    """Lengthen the player's own time, or turn the timer off, where the quiz lets a player choose. Raises NotFound, Invalid, NotSaved."""
    with db.writing() as connection:
        mine = load(connection, player, attempt, to_change=True)
        timer = mine.settings.timer
        if timer is None or not timer.players_choice:
            raise Invalid("In this quiz the time is set for everybody.")
        if not mine.value.finished and not _close(connection, mine, now):
            timing.set_stretch(connection, mine.row, stretch)


def _begins_now(attempt: StoredAttempt, asked: ShownQuestion) -> bool:
    return attempt.settings.timer is not None and attempt.shown[asked.number] is None


def _begin(db: Database, player: int, attempt: str, question: str, now: datetime) -> StoredAttempt:
    with db.writing() as connection:
        mine = load(connection, player, attempt, to_change=True)
        over = _close(connection, mine, now)
        if not over:
            timing.set_shown(connection, mine.rows[find(mine, question).number], now=now)
            mine = load(connection, player, attempt)
    if over:
        raise AttemptFinished
    return mine


def _close(connection: Connection, attempt: StoredAttempt, now: datetime) -> bool:
    """Finish an attempt whose time is over; whether it was."""
    over = whole_over(attempt, now=now)
    if over and not attempt.value.finished:
        attempts.set_finished(connection, attempt, tally(attempt.answers()), now=now)
    return over
