"""Where the results of background work lead, one line a kind."""

from collections.abc import Callable
from typing import Final

from flask import url_for

from quizapp.services.jobs import Job
from quizapp.web.messages import Way


def _to_article(job: Job) -> Way:
    return Way(label="Look at the article", path=url_for("own_articles.article", article=str(job.subject["article"])))


def _to_library_article(job: Job) -> Way:
    return Way(label="Look at the article", path=url_for("library_articles.text", article=str(job.subject["article"])))


LEADS: Final[dict[str, Callable[[Job], Way]]] = {"read_article": _to_article, "read_library_article": _to_library_article}
"""By the kind of work: the link that a job's page shows when it is done."""


def way_on(job: Job) -> Way | None:
    """The link to what came of a job that is done; None before, and for kinds without a page."""
    leads = LEADS.get(job.kind)
    return leads(job) if leads and job.result is not None else None
