"""Correcting and withdrawing the library's articles."""

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.knowledge.article import MAX_BYTES
from quizapp.services import rereading, revising
from quizapp.services.accounts import Role
from quizapp.services.errors import FieldRefused
from quizapp.services.library_articles import article_text, shelf
from quizapp.services.own_articles_sharing import shared_articles
from quizapp.services.rulings import tidy_reason
from quizapp.web.context import database, now
from quizapp.web.gate import open_to
from quizapp.web.jobs.pages import job_view
from quizapp.web.library_articles.pages import DONE, SHEET, ShelfPage, TextPage, outcome_page, read_words
from quizapp.web.page import render
from quizapp.web.review.asking import actor_now
from quizapp.web.uploads import takes

blueprint = Blueprint("library_articles", __name__, url_prefix="/review/articles")
reviewers = open_to(Role.ADMIN)
ENCODED = 3 * MAX_BYTES
"""A form spells most signs of other scripts and all spaces in three letters a byte."""


@blueprint.get("")
@reviewers
def index() -> Response:
    """Every article, those that teachers share, and those withdrawn."""
    shared, done = shared_articles(database()), _done()
    page = ShelfPage(title=_titled("Articles", done), section="review", sheet=SHEET, view=shelf(database()), shared=shared, done=done)
    return render("library_articles/index.html", page)


@blueprint.get("/<slug:article>")
@reviewers
def text(article: str) -> Response:
    """An article's text to be corrected, or the article to be withdrawn."""
    return _page(article)


@blueprint.post("/<slug:article>")
@reviewers
@takes(text=ENCODED)
def correct(article: str) -> AnyResponse:
    """Show what a new text will change, or keep it when the admin has seen that."""
    typed, reason = request.form.get("text", ""), request.form.get("reason", "")
    try:
        if request.form.get("sure") == "yes":
            revising.revise(database(), article=article, text=typed, reason=reason, actor=actor_now(), now=now())
            return redirect(url_for("library_articles.text", article=article, did="corrected"), code=303)
        tidy_reason(reason)
        outcome = revising.foresee_revision(database(), article=article, text=typed)
    except FieldRefused as refused:
        return _page(article, typed=typed, reason=reason, problem=str(refused), wrong=refused.field, status=422)
    here = url_for("library_articles.text", article=article)
    return render("library_articles/outcome.html", outcome_page(outcome, reason=reason, address=here, back=here, text=typed))


@blueprint.post("/<slug:article>/read")
@reviewers
def read(article: str) -> AnyResponse:
    """Have what corrections brought read once more."""
    rereading.read_again(database(), article=article, actor=actor_now(), now=now())
    return redirect(url_for("library_articles.text", article=article, did="asked"), code=303)


@blueprint.post("/<slug:article>/withdraw")
@reviewers
def withdraw(article: str) -> AnyResponse:
    """Show what withdrawing will change, or do it when the admin has seen that."""
    reason, here = request.form.get("reason", ""), url_for("library_articles.text", article=article)
    try:
        if request.form.get("sure") == "yes":
            revising.withdraw(database(), article=article, reason=reason, actor=actor_now(), now=now())
            return redirect(url_for("library_articles.index", did="withdrawn"), code=303)
        tidy_reason(reason)
    except FieldRefused as refused:
        return _page(article, problem=str(refused), wrong="withdraw", status=422)
    outcome, address = revising.foresee_withdrawal(database(), article=article), url_for("library_articles.withdraw", article=article)
    return render("library_articles/outcome.html", outcome_page(outcome, reason=reason, address=address, back=here))


def _page(article: str, *, typed: str | None = None, reason: str = "", problem: str = "", wrong: str = "", status: int = 200) -> Response:
    view, done = article_text(database(), article=article), "" if problem else _done()
    job = rereading.latest_reading(database(), article=article, owner=actor_now().player)
    page = TextPage(
        title=f"Not yet: {view.line.title}" if problem else _titled(view.line.title, done),
        section="review",
        sheet=SHEET,
        view=view,
        text=view.text if typed is None else typed,
        reason=reason,
        problem=problem,
        wrong=wrong,
        done=done,
        reading=job_view(job) if job else None,
        read=read_words(job),
    )
    return render("library_articles/text.html", page, status=status)


def _done() -> str:
    """What was just done, by the address that it led to."""
    return DONE.get(request.args.get("did", ""), "")


def _titled(title: str, done: str) -> str:
    """Who hears the page read hears first that it is done."""
    return f"Done: {title}" if done else title
