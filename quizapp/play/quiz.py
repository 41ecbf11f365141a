"""A quiz: an ordered choice of item versions with settings."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NewType

from quizapp.play.disclosure import Feedback, may_tell
from quizapp.play.timing import Timer

ItemVersionId = NewType("ItemVersionId", int)

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_SLUG = 80
MOST_ATTEMPTS = 20


def _refuse_bad_times(opens_at: datetime | None, closes_at: datetime | None) -> None:
    for word, moment in (("an opening", opens_at), ("a closing", closes_at)):
        if moment is not None and moment.tzinfo is None:
            raise ValueError(f"{word} time without a zone: {moment}")
    if opens_at is not None and closes_at is not None and closes_at <= opens_at:
        raise ValueError(f"the quiz closes at {closes_at}, before it opens at {opens_at}")


@dataclass(frozen=True, kw_only=True, slots=True)
class QuizSettings:
    """How a quiz is played; `open_book` leaves the marks in its articles while it is played.

    `attempts` is how often one player may play it, None for as often as they like.
    """

    shuffle_questions: bool = True
    shuffle_options: bool = True
    open_book: bool = False
    feedback: Feedback = Feedback.EACH
    closes_at: datetime | None = None
    timer: Timer | None = None
    speed_bonus: bool = False
    opens_at: datetime | None = None
    attempts: int | None = None

    def __post_init__(self) -> None:
        if self.feedback is Feedback.CLOSING and self.closes_at is None:
            raise ValueError("proofs are to be shown after the quiz has closed, but it never closes: name a closing time")
        if self.speed_bonus and self.timer is None:
            raise ValueError("a bonus for speed needs a timer to measure it against")
        if self.attempts is not None and not 1 <= self.attempts <= MOST_ATTEMPTS:
            raise ValueError(f"{self.attempts} attempts: expected 1 to {MOST_ATTEMPTS}")
        _refuse_bad_times(self.opens_at, self.closes_at)

    def at_any_time(self) -> "QuizSettings":
        """The same rules without opening and closing: what was to be told after the closing time is told at the end."""
        feedback = Feedback.END if self.feedback is Feedback.CLOSING else self.feedback
        return replace(self, opens_at=None, closes_at=None, feedback=feedback)

    def tells(self, *, answered: bool, finished: bool, now: datetime) -> bool:
        """Whether key, explanation and proof of a question may be shown."""
        return may_tell(self.feedback, answered=answered, finished=finished, closes_at=self.closes_at, now=now)


@dataclass(frozen=True, kw_only=True, slots=True)
class Quiz:
    """A quiz as it is played."""

    slug: str
    title: str
    note: str
    settings: QuizSettings
    items: tuple[ItemVersionId, ...]

    def __post_init__(self) -> None:
        _refuse_bad(self.slug, self.title, self.items)


@dataclass(frozen=True, kw_only=True, slots=True)
class FeaturedQuiz:
    """A quiz as the library's editors describe it; `items` are ids of items, in order."""

    slug: str
    title: str
    note: str
    level: str
    items: tuple[str, ...]
    settings: QuizSettings = QuizSettings()

    def __post_init__(self) -> None:
        _refuse_bad(self.slug, self.title, self.items)


def _refuse_bad(slug: str, title: str, items: tuple[object, ...]) -> None:
    if not _SLUG.fullmatch(slug) or len(slug) > MAX_SLUG:
        raise ValueError(f"quiz slug {slug!r}: at most {MAX_SLUG} lower-case letters and digits joined by hyphens")
    if not title.strip():
        raise ValueError(f"quiz {slug} has no title")
    if not items or len(set(items)) != len(items):
        raise ValueError(f"quiz {slug}: {len(items)} items, {len(set(items))} of them different; expected one or more, each once")
