"""Articles, and the facts on which they disagree."""

from flask import Blueprint, Response

from quizapp.services import articles as library
from quizapp.web.articles.pages import article_page, articles_page, differences_page
from quizapp.web.context import database, now
from quizapp.web.gate import public
from quizapp.web.page import render
from quizapp.web.visits import visit_now

blueprint = Blueprint("articles", __name__)


@blueprint.get("/articles")
@public
def index() -> Response:
    """Every article of the library."""
    return render("articles/index.html", articles_page(library.articles(database())))


@blueprint.get("/articles/<slug:slug>")
@public
def article(slug: str) -> Response:
    """An article's whole text; `#e1` lands on its first mark."""
    player = _player()
    view = library.article(database(), slug=slug, player=player, now=now())
    return render("articles/article.html", article_page(view, library.disagreements(database(), player=player, now=now())))


@blueprint.get("/disagreements")
@public
def differences() -> Response:
    """Every fact on which articles differ, with all their passages."""
    return render("articles/differences.html", differences_page(library.disagreements(database(), player=_player(), now=now())))


def _player() -> int | None:
    visit = visit_now()
    return visit.player if visit else None
