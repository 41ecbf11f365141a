"""Starting an attempt in other ways than by a quiz's card; each leads to its first question."""

from dataclasses import dataclass

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.services import modes
from quizapp.services.offers import ArticleChoice, article_choices
from quizapp.web.context import SERVER_ZONE, chance, database, now
from quizapp.web.gate import public
from quizapp.web.modes.forms import PractiseForm
from quizapp.web.page import Page, render
from quizapp.web.visits import player_now, visit_now, visit_or_guest

blueprint = Blueprint("modes", __name__)


@dataclass(frozen=True, kw_only=True)
class ChoosePage(Page):
    """The articles to take a quick ten from."""

    articles: tuple[ArticleChoice, ...]

    @property
    def repeats(self) -> bool:
        """Whether every question was seen before."""
        return bool(self.articles) and not any(one.unseen for one in self.articles)


@blueprint.get("/play/quick-ten")
@public
def choose() -> Response:
    """Choose the articles of a quick ten."""
    visit = visit_now()
    found = article_choices(database(), player=visit.player if visit else None)
    return render("play/choose.html", ChoosePage(title="Choose the articles", section="play", sheet="mine.css", articles=found))


@blueprint.post("/play/daily-ten")
@public
def daily_ten() -> AnyResponse:
    """Start today's ten, or go on with them."""
    return _go(modes.daily_ten(database(), player=visit_or_guest().player, now=now(), zone=SERVER_ZONE, rng=chance()))


@blueprint.post("/play/article/<slug:article>")
@public
def by_article(article: str) -> AnyResponse:
    """Start questions of one article."""
    return _go(modes.by_article(database(), player=visit_or_guest().player, article=article, now=now(), rng=chance()))


@blueprint.post("/play/missed")
@public
def practise() -> AnyResponse:
    """Practise what was missed, everywhere or in one attempt."""
    form = PractiseForm(request.form)
    attempt = form.wanted()
    return _go(modes.practise(database(), player=player_now(), now=now(), zone=SERVER_ZONE, rng=chance(), attempt=attempt))


@blueprint.post("/play/due")
@public
def due_today() -> AnyResponse:
    """Start what is due today."""
    return _go(modes.due_today(database(), player=player_now(), now=now(), zone=SERVER_ZONE, rng=chance()))


def _go(attempt: str) -> AnyResponse:
    return redirect(url_for("play.attempt", attempt=attempt), code=303)
