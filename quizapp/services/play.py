"""Playing: questions, answers and what comes of them. `question` is the id a view carries; what is not the player's own is NotFound."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection

from quizapp.play.attempt import Effect, Mode, ShownQuestion
from quizapp.play.scoring import is_right, tally
from quizapp.services.clock import is_late, whole_over
from quizapp.services.database import Database
from quizapp.services.errors import AlreadyAnswered, AnswerConflict, AttemptFinished, Invalid
from quizapp.services.kept import kept, waiting
from quizapp.services.outcomes import feedback, results
from quizapp.services.recalling import remember
from quizapp.services.running import find, load, progress_of
from quizapp.services.views import OptionView, Progress, QuestionView
from quizapp.storage import attempts
from quizapp.storage.attempts import StoredAttempt

__all__ = [
    "Outcome",
    "answer",
    "current_question",
    "feedback",
    "finish",
    "kept",
    "progress",
    "question",
    "results",
    "skip",
    "unfinished",
    "waiting",
]

MOST_UNFINISHED = 3


class Outcome(StrEnum):
    """What an answer came to; both lead to the question's feedback."""

    STORED = "stored"
    AGAIN = "again"


def current_question(db: Database, *, player: int, attempt: str, now: datetime) -> QuestionView | None:
    """The question to answer next, skipped ones last; None when all are answered or the attempt is finished. Raises NotFound."""
    with db.reading() as connection:
        mine = load(connection, player, attempt)
        following = mine.value.next()
        return _view(connection, mine, following, now) if following else None


def question(db: Database, *, player: int, attempt: str, question: str, now: datetime) -> QuestionView:
    """One question that is still open; raises NotFound, AlreadyAnswered or AttemptFinished."""
    with db.reading() as connection:
        mine = load(connection, player, attempt)
        asked = find(mine, question)
        if asked.answered:
            raise AlreadyAnswered(question)
        if mine.value.finished:
            raise AttemptFinished
        return _view(connection, mine, asked, now)


def answer(db: Database, *, player: int, attempt: str, question: str, token: str, now: datetime) -> Outcome:
    """Store the first answer, late or not; the last one finishes the attempt, as does one that comes when its time is over.

    Raises NotFound, Invalid (no such option), AnswerConflict, AttemptFinished, NotSaved.
    """
    with db.writing() as connection:
        mine = load(connection, player, attempt, to_change=True)
        asked = find(mine, question)
        option = asked.option(token)
        if option is None:
            raise Invalid("That is not one of the answers to choose from.")
        match asked.effect(option):
            case Effect.SAME_AGAIN:
                return Outcome.AGAIN
            case Effect.ANOTHER:
                raise AnswerConflict(question=question, stands=_chosen_text(connection, asked))
            case Effect.FIRST:
                _store(connection, mine, asked.number, option, now)
                right = is_right(option, mine.right[asked.number])
                if mine.mode is not Mode.PREVIEW:
                    remember(connection, mine, asked.number, player=player, right=right, now=now)
                return Outcome.STORED


def skip(db: Database, *, player: int, attempt: str, question: str) -> None:
    """Put an open question behind all others that are open; an answered one stays. Raises NotFound, AttemptFinished, NotSaved."""
    with db.writing() as connection:
        mine = load(connection, player, attempt, to_change=True)
        asked = find(mine, question)
        if mine.value.finished:
            raise AttemptFinished
        if not asked.answered:
            attempts.set_skipped(connection, mine, asked.number, mine.value.next_skip())


def finish(db: Database, *, player: int, attempt: str, now: datetime) -> None:
    """End the attempt; unanswered questions count as not right. A finished one stays as it is. Raises NotFound, NotSaved."""
    with db.writing() as connection:
        mine = load(connection, player, attempt, to_change=True)
        if not mine.value.finished:
            attempts.set_finished(connection, mine, tally(mine.answers()), now=now)


def progress(db: Database, *, player: int, attempt: str, now: datetime) -> Progress:
    """Where the attempt stands; raises NotFound."""
    with db.reading() as connection:
        return progress_of(load(connection, player, attempt), now=now)


def unfinished(db: Database, *, player: int, now: datetime) -> tuple[Progress, ...]:
    """The player's newest unfinished attempts, at most three, newest first."""
    with db.reading() as connection:
        ids = attempts.unfinished(connection, player=player, most=MOST_UNFINISHED)
        return tuple(progress_of(load(connection, player, one), now=now) for one in ids)


def _view(connection: Connection, attempt: StoredAttempt, asked: ShownQuestion, now: datetime) -> QuestionView:
    stem, options = attempts.wording(connection, asked.version)
    return QuestionView(
        progress=progress_of(attempt, asked, now=now),
        question=str(asked.number),
        stem=stem,
        options=tuple(OptionView(token=shown.token, text=options[shown.option]) for shown in asked.options),
        can_skip=len(attempt.value.open) > 1,
    )


def _store(connection: Connection, attempt: StoredAttempt, number: int, option: int, now: datetime) -> None:
    if attempt.value.finished:
        raise AttemptFinished
    late = is_late(attempt, attempt.value.questions[number - 1], now=now)
    attempts.add_response(connection, attempt, number, option, late=late, now=now)
    after = attempt.value.respond(number, option, late=late)
    if after.complete or whole_over(attempt, now=now):
        answers = [(one.counts, attempt.right[one.number]) for one in after.questions]
        attempts.set_finished(connection, attempt, tally(answers), now=now)


def _chosen_text(connection: Connection, asked: ShownQuestion) -> str:
    _, options = attempts.wording(connection, asked.version)
    return options[asked.chosen or 0]
