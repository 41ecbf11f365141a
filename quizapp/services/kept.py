"""What a player sees of an answer while the quiz does not tell what is right: that it is kept, and nothing more."""

from dataclasses import dataclass
from datetime import datetime

from quizapp.services.database import Database
from quizapp.services.errors import AlreadyAnswered, AttemptFinished, Conflict, NotFound
from quizapp.services.running import find, is_told, load, progress_of
from quizapp.services.views import Progress
from quizapp.storage import attempts


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptView:
    """An answered question of a quiz that does not tell yet what is right; `closes_at` is when it will, None for when it is finished."""

    progress: Progress
    question: str
    stem: str
    options: tuple[str, ...]
    chosen: str
    finished: bool
    late: bool
    closes_at: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class WaitingView:
    """A finished attempt whose results wait until the quiz closes."""

    progress: Progress
    closes_at: datetime | None


def kept(db: Database, *, player: int, attempt: str, question: str, now: datetime) -> KeptView:
    """An answer that is kept; raises NotFound before there is one, AlreadyAnswered when its feedback may be shown."""
    with db.reading() as connection:
        mine = load(connection, player, attempt)
        asked = find(mine, question)
        if asked.chosen is None:
            raise NotFound("This question is not answered yet.")
        if is_told(mine, asked, now):
            raise AlreadyAnswered(question)
        stem, options = attempts.wording(connection, asked.version)
    return KeptView(
        progress=progress_of(mine, asked, now=now),
        question=question,
        stem=stem,
        options=tuple(options[one.option] for one in asked.options),
        chosen=options[asked.chosen],
        finished=mine.value.finished,
        late=asked.late,
        closes_at=mine.settings.closes_at,
    )


def waiting(db: Database, *, player: int, attempt: str, now: datetime) -> WaitingView:
    """A finished attempt that waits for its results; raises NotFound, Conflict before its end, AttemptFinished when they may be shown."""
    with db.reading() as connection:
        mine = load(connection, player, attempt)
    if not mine.value.finished:
        raise Conflict("This quiz is not finished yet.")
    if all(is_told(mine, asked, now) for asked in mine.value.questions):
        raise AttemptFinished
    return WaitingView(progress=progress_of(mine, now=now), closes_at=mine.settings.closes_at)
