"""Jobs: the statements that keep them, hand each to one worker at a time and say how they ended."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, Update, and_, bindparam, delete, func, insert, or_, select, update

from quizapp.storage.tables.jobs import JobRow, JobState
from quizapp.storage.tables.own_articles import OwnArticleRow


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredJob:
    """A job as it stands: what it is about, how far it is, and what came of it."""

    id: int
    public: str
    kind: str
    owner: int
    subject: dict[str, object]
    state: JobState
    stage: str
    done: int
    total: int
    result: dict[str, object] | None
    trouble: str | None
    made_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    attempts: int


_WAITING = {"state": JobState.QUEUED.value, "stage": "", "done": 0, "total": 0, "claim": None, "heartbeat_at": None, "attempts": 0}
_ALL = select(JobRow.__table__)
_BY_ID = _ALL.where(JobRow.id == bindparam("job"))
_BY_PUBLIC = _ALL.where(JobRow.public == bindparam("public"), JobRow.owner_id == bindparam("owner"))
_OF_OWNER = _ALL.where(JobRow.owner_id == bindparam("owner")).order_by(JobRow.made_at.desc(), JobRow.id.desc()).limit(bindparam("most"))
_FREE = or_(JobRow.state == JobState.QUEUED, and_(JobRow.state == JobState.RUNNING, JobRow.heartbeat_at < bindparam("silent")))
_NEXT = _ALL.where(_FREE).order_by(JobRow.made_at, JobRow.id).limit(1).with_for_update(skip_locked=True)
_HOW_MANY_FREE = select(JobRow.id).where(_FREE).order_by(JobRow.made_at, JobRow.id).limit(bindparam("most"))
_UNFINISHED = select(func.count()).where(JobRow.owner_id == bindparam("owner"), JobRow.ended_at.is_(None))
_RUN = update(JobRow).where(JobRow.id == bindparam("job"), JobRow.claim == bindparam("mine"))


def add_job(connection: Connection, *, public: str, kind: str, owner: int, subject: dict[str, object], now: datetime) -> int:
    """Keep a job that waits for a worker; its row's id."""
    cells = {"public": public, "kind": kind, "owner_id": owner, "subject": subject, "made_at": now, **_WAITING}
    made = connection.execute(insert(JobRow).values(cells)).inserted_primary_key
    if made is None:
        raise RuntimeError("the database gave no id for a new job")
    return int(made[0])


def unfinished_jobs(connection: Connection, *, owner: int) -> int:
    """How many jobs of the owner wait or run."""
    return connection.execute(_UNFINISHED, {"owner": owner}).scalar_one()


def read_job(connection: Connection, job: int) -> StoredJob | None:
    """The job with this id, whoever owns it."""
    return _stored(connection.execute(_BY_ID, {"job": job}).first())


def find_job(connection: Connection, *, public: str, owner: int) -> StoredJob | None:
    """The owner's job with this public id."""
    return _stored(connection.execute(_BY_PUBLIC, {"public": public, "owner": owner}).first())


def jobs_of(connection: Connection, *, owner: int, most: int) -> tuple[StoredJob, ...]:
    """The owner's jobs, newest first."""
    return tuple(_read(row) for row in connection.execute(_OF_OWNER, {"owner": owner, "most": most}))


def hold_job(connection: Connection, job: int) -> StoredJob | None:
    """The job, which nobody else can change until the transaction ends."""
    return _stored(connection.execute(_BY_ID.with_for_update(), {"job": job}).first())


def free_jobs(connection: Connection, *, silent: datetime, most: int) -> int:
    """How many jobs wait for a worker, or were left by one that has been silent since `silent`; counted up to `most`."""
    return len(connection.execute(_HOW_MANY_FREE, {"silent": silent, "most": most}).all())


def next_job(connection: Connection, *, silent: datetime) -> StoredJob | None:
    """The job that has waited longest, held until the transaction ends; jobs that another worker holds are passed over."""
    return _stored(connection.execute(_NEXT, {"silent": silent}).first())


def claim_job(connection: Connection, job: StoredJob, *, claim: str, now: datetime) -> None:
    """Give a held job to the run with this token; a run that had it before has lost it."""
    begun = {"state": JobState.RUNNING.value, "claim": claim, "heartbeat_at": now, "stage": "", "done": 0, "total": 0, "started_at": now}
    connection.execute(update(JobRow).where(JobRow.id == job.id).values(**begun, attempts=job.attempts + 1))


def beat(connection: Connection, job: int, *, claim: str, now: datetime) -> bool:
    """A sign of life; False when the job is no longer this run's."""
    return _of_run(connection, _RUN.values(heartbeat_at=now), job, claim)


def tell(connection: Connection, job: int, *, claim: str, stage: str, done: int, total: int, now: datetime) -> bool:
    """Keep how far a run is; False when the job is no longer this run's."""
    return _of_run(connection, _RUN.values(stage=stage, done=done, total=total, heartbeat_at=now), job, claim)


def finish(connection: Connection, job: int, *, claim: str, result: dict[str, object], now: datetime) -> bool:
    """The run is done; False when the job is no longer its."""
    return _of_run(connection, _RUN.values(_over(JobState.DONE, now) | {"result": result}), job, claim)


def fail(connection: Connection, job: int, *, claim: str, trouble: str, now: datetime) -> bool:
    """The run failed; False when the job is no longer its."""
    return _of_run(connection, _RUN.values(_over(JobState.FAILED, now) | {"trouble": trouble}), job, claim)


def give_up(connection: Connection, job: int, *, trouble: str, now: datetime) -> None:
    """End a held job that no run could finish."""
    connection.execute(update(JobRow).where(JobRow.id == job).values(_over(JobState.FAILED, now) | {"trouble": trouble}))


def cancel(connection: Connection, job: int, *, now: datetime) -> None:
    """End a held job; its run learns of it with its next sign of life."""
    connection.execute(update(JobRow).where(JobRow.id == job).values(_over(JobState.CANCELLED, now)))


def put_back(connection: Connection, job: int) -> None:
    """Let a held job wait for a worker again, as if it had never run."""
    connection.execute(update(JobRow).where(JobRow.id == job).values(_WAITING | {"trouble": None, "started_at": None, "ended_at": None}))


def hand_back(connection: Connection, job: int, *, claim: str) -> bool:
    """Let a job wait again because its worker is ending; that run does not count."""
    waiting = {name: cell for name, cell in _WAITING.items() if name != "attempts"}
    return _of_run(connection, _RUN.values(**waiting, started_at=None, attempts=JobRow.attempts - 1), job, claim)


def release_jobs(connection: Connection, *, claims: str) -> int:
    """Let jobs wait again whose runs are dead: those whose claims begin like this; their runs count. How many there were."""
    waiting = {name: cell for name, cell in _WAITING.items() if name != "attempts"}
    of_the_dead = update(JobRow).where(JobRow.state == JobState.RUNNING, JobRow.claim.startswith(claims, autoescape=True))
    return int(connection.execute(of_the_dead.values(waiting)).rowcount)


def tidy_jobs(connection: Connection, *, before: datetime) -> int:
    """Forget jobs that ended before this moment, and which articles they read; how many there were."""
    old = select(JobRow.id).where(JobRow.ended_at < before)
    connection.execute(update(OwnArticleRow).where(OwnArticleRow.job.in_(old)).values(job=None))  # SQLite may use an id again
    return int(connection.execute(delete(JobRow).where(JobRow.ended_at < before)).rowcount)


def forget_jobs(connection: Connection, *, owner: int) -> None:
    """Forget everything somebody had done in the background; a run in the middle of it stops."""
    connection.execute(delete(JobRow).where(JobRow.owner_id == owner))


def _over(state: JobState, now: datetime) -> dict[str, object]:
    return {"state": state.value, "claim": None, "heartbeat_at": None, "ended_at": now}


def _of_run(connection: Connection, change: Update, job: int, claim: str) -> bool:
    return connection.execute(change, {"job": job, "mine": claim}).rowcount > 0


def _stored(row: Row | None) -> StoredJob | None:  # type: ignore[type-arg]
    return _read(row) if row else None


def _read(row: Row) -> StoredJob:  # type: ignore[type-arg]
    return StoredJob(
        id=row.id,
        public=row.public,
        kind=row.kind,
        owner=row.owner_id,
        subject=row.subject,
        state=JobState(row.state),
        stage=row.stage,
        done=row.done,
        total=row.total,
        result=row.result,
        trouble=row.trouble,
        made_at=row.made_at,
        started_at=row.started_at,
        ended_at=row.ended_at,
        attempts=row.attempts,
    )
