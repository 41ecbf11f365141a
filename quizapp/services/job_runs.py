"""Doing the work that was asked for: one run at a time takes a job, tells how far it is and ends it, whatever happens to it."""

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from time import monotonic

from quizapp.knowledge.errors import MaterialError
from quizapp.services.database import Database
from quizapp.services.errors import NotSaved, ServiceError
from quizapp.services.job_kinds import KINDS, JobLost, JobTrouble, Kind, Subject
from quizapp.storage import jobs as stored
from quizapp.storage.jobs import StoredJob

SILENT = timedelta(seconds=30)
"""After so long without a sign of life a run counts as dead, and its job is taken again."""
MOST_ATTEMPTS = 3
WORKER_NAME = 15
TELL_EVERY = 0.4
"""Seconds between two stored signs of progress in one stage: each is a write."""
_BROKE = "Something broke on our side while this was done. It is written down for the people who run this site; you can try it again."
_STOPPED = f"This work was begun {MOST_ATTEMPTS} times and each time the program that does it stopped. Try it again with something smaller."
_UNKNOWN = "This version of the program does not know work of this kind."

log = logging.getLogger("quizapp.jobs")
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


@dataclass(kw_only=True)
class JobRun:
    """One run of a job; `claim` is its token, without which nothing of the job can be changed."""

    db: Database
    job: int
    owner: int
    kind: str
    subject: Subject
    claim: str
    clock: Clock
    told_at: float = field(default_factory=monotonic)
    _stored_at: float = 0.0
    _stage: str = ""

    def tell(self, stage: str, done: int = 0, total: int = 0) -> None:
        """Show a stage and so many of so many; raises JobLost when the job was cancelled or another run has it."""
        self.told_at = monotonic()
        if stage == self._stage and done < total and self.told_at - self._stored_at < TELL_EVERY:
            return
        self._stage, self._stored_at = stage, self.told_at
        try:
            with self.db.writing() as connection:
                mine = stored.tell(connection, self.job, claim=self.claim, stage=stage, done=min(done, total), total=total, now=self.now())
        except NotSaved:
            return  # the work goes on; the next sign of progress says more
        if not mine:
            raise JobLost

    def beat(self) -> None:
        """A sign of life while the handler is silent; losing the job is found out by `tell`."""
        try:
            with self.db.writing() as connection:
                stored.beat(connection, self.job, claim=self.claim, now=self.now())
        except NotSaved:
            log.warning("job %s: no sign of life could be stored", self.job)

    def hand_back(self) -> None:
        """Let the job wait for another worker because this one is ending."""
        with self.db.writing() as connection:
            stored.hand_back(connection, self.job, claim=self.claim)

    def now(self) -> datetime:
        """The time, in UTC."""
        return self.clock()


def work_waits(db: Database, *, clock: Clock = utc_now, most: int = 10) -> int:
    """How many jobs a worker could take now, counted up to `most`."""
    with db.reading() as connection:
        return stored.free_jobs(connection, silent=clock() - SILENT, most=most)


def take_job(db: Database, *, worker: str = "", clock: Clock = utc_now) -> JobRun | None:
    """The job that has waited longest, for a run of this worker alone; None when there is none. One begun too often fails in words."""
    now = clock()
    with db.writing() as connection:
        while (found := stored.next_job(connection, silent=now - SILENT)) is not None:
            if found.attempts < MOST_ATTEMPTS:
                claim = f"{worker[:WORKER_NAME]}-{secrets.token_hex(8)}"
                stored.claim_job(connection, found, claim=claim, now=now)
                return _run(db, found, claim, clock)
            stored.give_up(connection, found.id, trouble=_STOPPED, now=now)
    return None


def release_jobs(db: Database, *, worker: str) -> int:
    """Let jobs wait again that a worker of this name had when it died; for a worker that is started in its place. Raises NotSaved."""
    with db.writing() as connection:
        return stored.release_jobs(connection, claims=f"{worker[:WORKER_NAME]}-")


def do(run: JobRun) -> None:
    """Do a job that was taken, and store how it ended. Raises NotSaved when that cannot be stored: the job is then taken again."""
    kind = KINDS.get(run.kind)
    try:
        result = _handle(run, kind)
    except JobLost:
        log.info("job %s was cancelled or taken by another worker", run.job)
    except (JobTrouble, ServiceError, MaterialError) as error:
        _fail(run, str(error))
    except Exception:
        log.exception("job %s (%s) broke", run.job, run.kind)
        _fail(run, _BROKE)
    else:
        with run.db.writing() as connection:
            stored.finish(connection, run.job, claim=run.claim, result=result, now=run.now())


def work_off(db: Database, *, clock: Clock = utc_now) -> int:
    """Do everything that waits, one job after the other; how many there were."""
    count = 0
    while (run := take_job(db, clock=clock)) is not None:
        do(run)
        count += 1
    return count


def _handle(run: JobRun, kind: Kind | None) -> dict[str, object]:
    if kind is None:
        raise JobTrouble(_UNKNOWN)
    return kind.handler(run.db, run)


def _fail(run: JobRun, trouble: str) -> None:
    with run.db.writing() as connection:
        stored.fail(connection, run.job, claim=run.claim, trouble=trouble, now=run.now())


def _run(db: Database, job: StoredJob, claim: str, clock: Clock) -> JobRun:
    return JobRun(db=db, job=job.id, owner=job.owner, kind=job.kind, subject=job.subject, claim=claim, clock=clock)
