"""Playing: questions, answers and what comes of them. `question` is the id a view carries; everything is the player's own or NotFound."""

from datetime import datetime
from enum import StrEnum

from quizapp.services.database import Database
from quizapp.services.views import FeedbackView, Progress, QuestionView, ResultView


class Outcome(StrEnum):
    """What an answer came to; both lead to the question's feedback."""

    STORED = "stored"
    AGAIN = "again"


def current_question(db: Database, *, player: int, attempt: str) -> QuestionView | None:
    """The question to answer next, skipped ones last; None when all are answered or the attempt is finished. Raises NotFound."""
    raise NotImplementedError


def question(db: Database, *, player: int, attempt: str, question: str) -> QuestionView:
    """One question that is still open; raises NotFound, AlreadyAnswered or AttemptFinished."""
    raise NotImplementedError


def answer(db: Database, *, player: int, attempt: str, question: str, token: str, now: datetime) -> Outcome:
    """Store the first answer; the last one finishes the attempt.

    Raises NotFound, Invalid (no such option), AnswerConflict, AttemptFinished, NotSaved.
    """
    raise NotImplementedError


def skip(db: Database, *, player: int, attempt: str, question: str) -> None:
    """Put an open question behind all others that are open; an answered one stays. Raises NotFound, AttemptFinished, NotSaved."""
    raise NotImplementedError


def finish(db: Database, *, player: int, attempt: str, now: datetime) -> None:
    """End the attempt; unanswered questions count as not right. A finished one stays as it is. Raises NotFound, NotSaved."""
    raise NotImplementedError


def progress(db: Database, *, player: int, attempt: str) -> Progress:
    """Where the attempt stands; raises NotFound."""
    raise NotImplementedError


def unfinished(db: Database, *, player: int) -> tuple[Progress, ...]:
    """The player's unfinished attempts that have an answer or a skip, or were just started; newest first."""
    raise NotImplementedError


def feedback(db: Database, *, player: int, attempt: str, question: str) -> FeedbackView:
    """An answered question with its proof; raises NotFound before the answer is stored."""
    raise NotImplementedError


def results(db: Database, *, player: int, attempt: str) -> ResultView:
    """A finished attempt, question by question; raises NotFound, or Conflict while it is not finished."""
    raise NotImplementedError
