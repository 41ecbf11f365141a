"""Kinds of background work for tests, and a clock that a test moves on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from quizapp.services import job_kinds
from quizapp.services.database import Database
from quizapp.services.job_kinds import Handler, Kind, Run
from services.balloon import NOW


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    at: datetime = NOW

    def __call__(self) -> datetime:
        """The time."""
        return self.at

    def move(self, **by: float) -> None:
        """Let time pass."""
        self.at += timedelta(**by)


def count_words(_db: Database, run: Run) -> dict[str, object]:
    """Counts the words of the subject's text, telling each."""
    words = str(run.subject["text"]).split()
    for number, _ in enumerate(words, start=1):
        run.tell("Counting", number, len(words))
    return {"words": len(words)}


@contextmanager
def kinds(**handlers: Handler) -> Iterator[None]:
    """Let there be these kinds of work, by name, and no others."""
    before = dict(job_kinds.KINDS)
    job_kinds.KINDS.clear()
    for name, handler in handlers.items():
        job_kinds.KINDS[name] = Kind(called=_named(name), handler=handler)
    try:
        yield
    finally:
        job_kinds.KINDS.clear()
        job_kinds.KINDS.update(before)


def _named(name: str) -> Callable[[job_kinds.Subject], str]:
    return lambda subject: f"{name} “{subject.get('text', '')}”"
