"""Withdrawn articles: looked at, and put back into the library."""

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.services import putting_back
from quizapp.services.accounts import Role
from quizapp.services.errors import FieldRefused
from quizapp.services.rulings import tidy_reason
from quizapp.web.context import database, now
from quizapp.web.gate import open_to
from quizapp.web.library_articles.pages import SHEET, WithdrawnPage, return_page
from quizapp.web.page import render
from quizapp.web.review.asking import actor_now

blueprint = Blueprint("withdrawn_articles", __name__, url_prefix="/review/withdrawn-articles/<number:article>")
reviewers = open_to(Role.ADMIN)


@blueprint.get("")
@reviewers
def withdrawn(article: int) -> Response:
    """The article as it was when it went."""
    return _page(article)


@blueprint.post("")
@reviewers
def put_back(article: int) -> AnyResponse:
    """Show what putting it back will change, or do it when the admin has seen that."""
    reason = request.form.get("reason", "")
    try:
        if request.form.get("sure") == "yes":
            done = putting_back.put_back(database(), article=article, reason=reason, actor=actor_now(), now=now())
            return redirect(url_for("library_articles.text", article=done.slug, did="back"), code=303)
        tidy_reason(reason)
    except FieldRefused as refused:
        return _page(article, reason=reason, problem=str(refused), status=422)
    seen = putting_back.foresee_return(database(), article=article)
    return render("library_articles/return.html", return_page(seen, article=article, reason=reason))


def _page(article: int, *, reason: str = "", problem: str = "", status: int = 200) -> Response:
    view = putting_back.gone_article(database(), article=article)
    title = f"Not yet: {view.title}" if problem else view.title
    page = WithdrawnPage(title=title, section="review", sheet=SHEET, view=view, reason=reason, problem=problem)
    return render("library_articles/withdrawn.html", page, status=status)
