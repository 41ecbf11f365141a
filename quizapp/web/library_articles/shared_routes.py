"""Articles that teachers share with the library: taken in, or left to their teacher with a reason."""

from flask import Blueprint, Response, abort, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.services import own_articles_sharing as sharing
from quizapp.services.accounts import Role
from quizapp.services.errors import FieldRefused
from quizapp.web.context import database, now
from quizapp.web.gate import open_to
from quizapp.web.library_articles.pages import SHEET, SharedPage
from quizapp.web.page import render
from quizapp.web.review.asking import actor_now

blueprint = Blueprint("shared_articles", __name__, url_prefix="/review/shared-articles/<number:article>")
reviewers = open_to(Role.ADMIN)


@blueprint.get("")
@reviewers
def shared(article: int) -> Response:
    """The article with what its teacher says of it."""
    return _page(article)


@blueprint.post("/accept")
@reviewers
def accept(article: int) -> AnyResponse:
    """Take it into the library."""
    slug = sharing.accept(database(), article=article, actor=actor_now(), now=now())
    return redirect(url_for("library_articles.text", article=slug, did="accepted"), code=303)


@blueprint.post("/decline")
@reviewers
def decline(article: int) -> AnyResponse:
    """Leave it to its teacher."""
    reason = request.form.get("reason", "")
    try:
        sharing.decline(database(), article=article, reason=reason, actor=actor_now(), now=now())
    except FieldRefused as refused:
        return _page(article, reason=reason, problem=str(refused), status=422)
    return redirect(url_for("library_articles.index", did="declined"), code=303)


def _page(article: int, *, reason: str = "", problem: str = "", status: int = 200) -> Response:
    found = next((one for one in sharing.shared_articles(database()) if one.article == article), None)
    if found is None:
        abort(404)
    title = f"Not yet: {found.title}" if problem else found.title
    page = SharedPage(title=title, section="review", sheet=SHEET, view=found, reason=reason, problem=problem)
    return render("library_articles/shared.html", page, status=status)
