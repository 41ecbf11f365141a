"""Work in the background, for whoever asked for it."""

from flask import Blueprint, Response, jsonify, redirect, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.services import jobs
from quizapp.services.accounts import Role
from quizapp.services.jobs import Job
from quizapp.web.context import database, now
from quizapp.web.gate import open_to
from quizapp.web.jobs.pages import job_page, jobs_page, progress
from quizapp.web.page import render
from quizapp.web.visits import player_now

blueprint = Blueprint("jobs", __name__, url_prefix="/teach/jobs")
teachers = open_to(Role.TEACHER, Role.ADMIN)


@blueprint.get("")
@teachers
def index() -> Response:
    """The latest jobs."""
    return render("jobs/jobs.html", jobs_page(jobs.jobs(database(), owner=player_now())))


@blueprint.get("/<id:job>")
@teachers
def job(job: str) -> Response:
    """One job: how far it is, and where it leads."""
    return render("jobs/job.html", job_page(_mine(job)))


@blueprint.get("/<id:job>/progress.json")
@teachers
def job_progress(job: str) -> Response:
    """How far a job is, for the page's script."""
    return jsonify(progress(_mine(job)))


@blueprint.post("/<id:job>/cancel")
@teachers
def cancel(job: str) -> AnyResponse:
    """End a job."""
    jobs.cancel(database(), job=_mine(job).id, owner=player_now(), now=now())
    return _back(job)


@blueprint.post("/<id:job>/retry")
@teachers
def retry(job: str) -> AnyResponse:
    """Do a job again."""
    jobs.retry(database(), job=_mine(job).id, owner=player_now())
    return _back(job)


def _mine(public: str) -> Job:
    return jobs.find(database(), public=public, owner=player_now())


def _back(job: str) -> AnyResponse:
    return redirect(url_for("jobs.job", job=job), code=303)
