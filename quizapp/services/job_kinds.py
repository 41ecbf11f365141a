"""The kinds of work done in the background, listed in one place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from quizapp.services.database import Database

Subject = Mapping[str, object]


class JobTrouble(Exception):  # noqa: N818 - domain words
    """The work cannot be done; the message is a sentence for the person who asked for it."""


class JobLost(Exception):  # noqa: N818 - domain words
    """The run must stop: its job was cancelled, or another worker has it."""


class Run(Protocol):
    """What a handler is given: what the job is about, and a way to say how far it is."""

    job: int
    owner: int
    subject: Subject

    def tell(self, stage: str, done: int = 0, total: int = 0) -> None:
        """Show a stage in plain words ("Reading the article") and so many of so many; raises JobLost, which a handler lets through."""

    def now(self) -> datetime:
        """The time, in UTC."""


Handler = Callable[[Database, Run], dict[str, object]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """A kind of work: how it is called ("Reading “A walk”"), from what it is about, and what does it."""

    called: Callable[[Subject], str]
    handler: Handler


def _read_article(db: Database, run: Run) -> dict[str, object]:
    from quizapp.services.reading_job import read_own_article

    return read_own_article(db, run)


def _read_library_article(db: Database, run: Run) -> dict[str, object]:
    from quizapp.services.rereading_job import read_library_article

    return read_library_article(db, run)


KINDS: Final[dict[str, Kind]] = {
    "read_article": Kind(called=lambda subject: f"Reading “{subject['title']}”", handler=_read_article),
    "read_library_article": Kind(called=lambda subject: f"Reading “{subject['title']}” as corrected", handler=_read_library_article),
}
"""Every kind by its name; a handler loads what it needs when it runs, so that listing it costs the web nothing."""


def called(kind: str, subject: Subject) -> str:
    """What people call a job of this kind."""
    known = KINDS.get(kind)
    return known.called(subject) if known else kind
