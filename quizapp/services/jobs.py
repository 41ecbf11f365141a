"""Work done in the background, for those who ask for it: submit, look, cancel, try again."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from quizapp.services.database import Database
from quizapp.services.errors import Conflict, NotFound
from quizapp.services.job_kinds import called
from quizapp.storage import jobs as stored
from quizapp.storage.jobs import StoredJob
from quizapp.storage.tables.jobs import JobState

MAX_PUBLIC = 22
MOST_SHOWN = 50
MOST_UNFINISHED: Final = 5
"""So many jobs of one person wait or run at a time."""
KEPT: Final = timedelta(days=30)
"""How long a job is kept after it ended."""
_ENOUGH = (
    f"{MOST_UNFINISHED} pieces of work that you asked for are not done yet, which is the most at a time. "
    "Wait until one is done, or cancel one under “Work in the background”; then try this again."
)
_NO_SUCH_JOB = "There is no such work, or it belongs to somebody else."


class TooMuchWork(Conflict):
    """As much work of one person waits or runs as may at a time."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """A job as its owner sees it: `done` of `total` in this `stage`; `result` when it is done, `trouble` in words when it failed."""

    id: int
    public: str
    kind: str
    called: str
    subject: dict[str, object]
    state: JobState
    stage: str
    done: int
    total: int
    result: dict[str, object] | None
    trouble: str | None
    made_at: datetime
    ended_at: datetime | None

    @property
    def over(self) -> bool:
        """Whether nothing more will happen by itself."""
        return self.state not in (JobState.QUEUED, JobState.RUNNING)


def submit(db: Database, *, kind: str, owner: int, subject: dict[str, object], now: datetime) -> int:
    """Ask for work of a kind listed in `job_kinds`; the job's id. Raises TooMuchWork, NotSaved."""
    with db.writing() as connection:
        refuse_more(connection, owner=owner)
        made = submit_with(connection, kind=kind, owner=owner, subject=subject, now=now)
    db.ring()
    return made


def submit_with(connection: Connection, *, kind: str, owner: int, subject: dict[str, object], now: datetime) -> int:
    """The same within a transaction that stores what the work is about; call `db.ring()` after it, or a worker looks a little later."""
    return stored.add_job(connection, public=secrets.token_urlsafe(12), kind=kind, owner=owner, subject=subject, now=now)


def refuse_more(connection: Connection, *, owner: int) -> None:
    """Raises TooMuchWork while as much of the owner's work waits or runs as one person may have at a time."""
    if stored.unfinished_jobs(connection, owner=owner) >= MOST_UNFINISHED:
        raise TooMuchWork(_ENOUGH)


def tidy(db: Database, *, now: datetime) -> int:
    """Forget the jobs that ended long ago; how many there were. Raises NotSaved."""
    with db.writing() as connection:
        return stored.tidy_jobs(connection, before=now - KEPT)


def job(db: Database, *, job: int, owner: int) -> Job:
    """The owner's job; raises NotFound for any other."""
    with db.reading() as connection:
        found = stored.read_job(connection, job)
    if found is None or found.owner != owner:
        raise NotFound(_NO_SUCH_JOB)
    return _seen(found)


def find(db: Database, *, public: str, owner: int) -> Job:
    """The owner's job with this public id, as addresses have it; raises NotFound for any other."""
    with db.reading() as connection:
        found = stored.find_job(connection, public=public, owner=owner) if len(public) <= MAX_PUBLIC else None
    if found is None:
        raise NotFound(_NO_SUCH_JOB)
    return _seen(found)


def jobs(db: Database, *, owner: int) -> tuple[Job, ...]:
    """The owner's latest jobs, newest first."""
    with db.reading() as connection:
        return tuple(_seen(one) for one in stored.jobs_of(connection, owner=owner, most=MOST_SHOWN))


def cancel(db: Database, *, job: int, owner: int, now: datetime) -> None:
    """End a job that waits or runs; what was stored before stays. Raises NotFound, Conflict when it is over, NotSaved."""
    _change(db, job, owner, lambda connection, mine: _cancel(connection, mine, now))


def retry(db: Database, *, job: int, owner: int) -> None:
    """Do a failed or cancelled job again. Raises NotFound, Conflict when it is neither, TooMuchWork, NotSaved."""
    _change(db, job, owner, _put_back)
    db.ring()


def _change(db: Database, job: int, owner: int, act: Callable[[Connection, StoredJob], None]) -> None:
    with db.writing() as connection:
        mine = stored.hold_job(connection, job)
        if mine is None or mine.owner != owner:
            raise NotFound(_NO_SUCH_JOB)
        act(connection, mine)


def _cancel(connection: Connection, mine: StoredJob, now: datetime) -> None:
    if mine.state not in (JobState.QUEUED, JobState.RUNNING):
        raise Conflict("This work is over already; there is nothing left to cancel.")
    stored.cancel(connection, mine.id, now=now)


def _put_back(connection: Connection, mine: StoredJob) -> None:
    if mine.state not in (JobState.FAILED, JobState.CANCELLED):
        raise Conflict("Only work that failed or was cancelled can be tried again.")
    refuse_more(connection, owner=mine.owner)
    stored.put_back(connection, mine.id)


def _seen(one: StoredJob) -> Job:
    return Job(
        id=one.id,
        public=one.public,
        kind=one.kind,
        called=called(one.kind, one.subject),
        subject=one.subject,
        state=one.state,
        stage=one.stage,
        done=one.done,
        total=one.total,
        result=one.result,
        trouble=one.trouble,
        made_at=one.made_at,
        ended_at=one.ended_at,
    )
