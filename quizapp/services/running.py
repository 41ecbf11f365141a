"""A player's attempt as use cases find it: their own, or not found."""

from datetime import datetime

from sqlalchemy import Connection

from quizapp.play.attempt import Mode, ShownQuestion
from quizapp.play.scoring import is_right
from quizapp.services.errors import NotFound
from quizapp.services.tried import Tried
from quizapp.services.views import Progress
from quizapp.storage import attempts
from quizapp.storage.attempts import StoredAttempt

MAX_ID = 64
_NO_SUCH_ATTEMPT = "There is no such quiz, or it belongs to somebody else."
_NO_SUCH_QUESTION = "This quiz has no such question."


def load(connection: Connection, player: int, attempt: str, *, to_change: bool = False) -> StoredAttempt:
    """The player's attempt; raises NotFound for any other."""
    mine = attempts.load_attempt(connection, player=player, public=attempt, to_change=to_change) if len(attempt) <= MAX_ID else None
    if mine is None:
        raise NotFound(_NO_SUCH_ATTEMPT)
    return mine


def find(attempt: StoredAttempt, question: str) -> ShownQuestion:
    """The question with this id; raises NotFound."""
    number = int(question) if question.isascii() and question.isdecimal() and len(question) <= 4 else 0
    asked = attempt.value.question(number)
    if asked is None or question != str(number):
        raise NotFound(_NO_SUCH_QUESTION)
    return asked


def is_told(attempt: StoredAttempt, asked: ShownQuestion, now: datetime) -> bool:
    """Whether this attempt's player may be told the answer to this question."""
    return attempt.settings.tells(answered=asked.answered, finished=attempt.value.finished, now=now)


def progress_of(attempt: StoredAttempt, shown: ShownQuestion | None = None, *, now: datetime) -> Progress:
    """How far the attempt is, with the question shown or else the next one; nothing counts as right that may not be told."""
    questions = attempt.value.questions
    shown = shown or attempt.value.next()
    return Progress(
        attempt=attempt.public,
        quiz_title=attempt.title,
        number=shown.number if shown else len(questions),
        total=len(questions),
        answered=attempt.value.answered,
        counting=sum(bool(right) for right in attempt.right.values()),
        right=sum(is_right(one.counts, attempt.right[one.number]) for one in questions if is_told(attempt, one, now)),
        tried=Tried(attempt=attempt.public, quiz=attempt.own_quiz or "") if attempt.mode is Mode.PREVIEW else None,
    )
