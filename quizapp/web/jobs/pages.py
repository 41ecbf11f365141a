"""Typed contexts of the pages about background work."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for

from quizapp.services.jobs import Job
from quizapp.storage.tables.jobs import JobState
from quizapp.web.jobs.leading import way_on
from quizapp.web.messages import Way
from quizapp.web.page import Page
from quizapp.web.wording import moment

_STATES = {
    JobState.QUEUED: "Waiting to begin",
    JobState.RUNNING: "Working on it",
    JobState.DONE: "Done",
    JobState.FAILED: "This did not work",
    JobState.CANCELLED: "Cancelled",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class JobView:
    """A job as `macros/job.html` shows it; `way` leads to what came of it."""

    called: str
    state: JobState
    over: bool
    words: str
    trouble: str
    done: int
    total: int
    asked: str
    path: str
    way: Way | None

    @property
    def may_retry(self) -> bool:
        """Whether it can be tried again."""
        return self.state in (JobState.FAILED, JobState.CANCELLED)


@dataclass(frozen=True, kw_only=True)
class JobPage(Page):
    """One job."""

    job: JobView


@dataclass(frozen=True, kw_only=True)
class JobsPage(Page):
    """The latest jobs, newest first."""

    jobs: Sequence[JobView]


def job_view(job: Job) -> JobView:
    """A job for a page, also of another blueprint whose page shows its progress."""
    return JobView(
        called=job.called,
        state=job.state,
        over=job.over,
        words=progress_words(job),
        trouble=job.trouble or "",
        done=job.done,
        total=job.total,
        asked=moment(job.made_at),
        path=url_for("jobs.job", job=job.public),
        way=way_on(job),
    )


def job_page(job: Job) -> JobPage:
    """The page of one job; its title tells how far it is."""
    return JobPage(title=f"{_STATES[job.state]}: {job.called}", section="teach", sheet="job.css", job=job_view(job))


def jobs_page(jobs: Sequence[Job]) -> JobsPage:
    """The page of all jobs."""
    return JobsPage(title="Work in the background", section="teach", sheet="job.css", jobs=[job_view(one) for one in jobs])


def progress(job: Job) -> dict[str, object]:
    """What the script of a job's page asks for now and then."""
    return {"state": job.state, "over": job.over, "words": progress_words(job), "done": job.done, "total": job.total}


def progress_words(job: Job) -> str:
    """How far a job is, in words: "Reading the article, 12 of 40"."""
    if job.state is not JobState.RUNNING or not job.stage:
        return _STATES[job.state]
    return f"{job.stage}, {job.done} of {job.total}" if job.total else job.stage
