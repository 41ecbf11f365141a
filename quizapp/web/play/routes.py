"""From the home page to a quiz's results. Every attempt is its player's own; anybody else's is not found."""

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.services import play, quizzes, reports
from quizapp.services.mended import score_news
from quizapp.services.offers import offers
from quizapp.services.showing import show_question
from quizapp.web.context import SERVER_ZONE, chance, database, now
from quizapp.web.gate import public
from quizapp.web.page import render, site_now
from quizapp.web.play.forms import AnswerForm
from quizapp.web.play.pages import feedback_page, finish_page, home_page, question_page, results_page
from quizapp.web.visits import player_now, visit_now, visit_or_guest

blueprint = Blueprint("play", __name__)


@blueprint.get("/")
@public
def home() -> Response:
    """Quizzes to start with, those left unfinished, and what else there is to play."""
    visit, at = visit_now(), now()
    player = visit.player if visit else None
    cards = quizzes.featured(database(), player=player, now=at)
    offered = offers(database(), player=player, now=at, zone=SERVER_ZONE)
    unfinished = play.unfinished(database(), player=player, now=at) if player is not None else ()
    news = reports.news(database(), player=player) if player is not None else ()
    scores = score_news(database(), player=player, now=at) if player is not None else ()
    return render("play/home.html", home_page(cards, unfinished, offered, news, scores))


@blueprint.post("/play/quick-ten")
@public
def quick_ten() -> AnyResponse:
    """Start ten questions, of chosen articles or of all."""
    articles = tuple(request.form.getlist("article"))
    attempt = quizzes.quick_ten(database(), player=visit_or_guest().player, now=now(), rng=chance(), articles=articles)
    return _go("play.attempt", attempt=attempt)


@blueprint.post("/play/<slug:quiz>")
@public
def start(quiz: str) -> AnyResponse:
    """Start a quiz."""
    attempt = quizzes.start_attempt(database(), player=visit_or_guest().player, quiz=quiz, now=now(), rng=chance())
    return _go("play.attempt", attempt=attempt)


@blueprint.get("/attempts/<id:attempt>")
@public
def attempt(attempt: str) -> AnyResponse:
    """Where the attempt stands: its next question or its results."""
    view = play.current_question(database(), player=player_now(), attempt=attempt, now=now())
    if view is None:
        return _go("play.results", attempt=attempt)
    return _go("play.question", attempt=attempt, question=view.question)


@blueprint.get("/attempts/<id:attempt>/questions/<id:question>")
@public
def question(attempt: str, question: str) -> Response:
    """A question that is still open."""
    shown = show_question(database(), player=player_now(), attempt=attempt, question=question, now=now())
    return render("play/question.html", question_page(shown))


@blueprint.post("/attempts/<id:attempt>/questions/<id:question>")
@public
def answer(attempt: str, question: str) -> AnyResponse:
    """Store an answer, and show what comes of it."""
    player, form = player_now(), AnswerForm(request.form)
    if not form.validate():
        shown = show_question(database(), player=player, attempt=attempt, question=question, now=now())
        return render("play/question.html", question_page(shown, problem=form.problem), status=422)
    play.answer(database(), player=player, attempt=attempt, question=question, token=form.option.data or "", now=now())
    return _go("play.proof", attempt=attempt, question=question)


@blueprint.post("/attempts/<id:attempt>/questions/<id:question>/skip")
@public
def skip(attempt: str, question: str) -> AnyResponse:
    """Put a question off to the end."""
    play.skip(database(), player=player_now(), attempt=attempt, question=question)
    return _go("play.attempt", attempt=attempt)


@blueprint.get("/attempts/<id:attempt>/questions/<id:question>/proof")
@public
def proof(attempt: str, question: str) -> Response:
    """An answered question with its proof."""
    view = play.feedback(database(), player=player_now(), attempt=attempt, question=question, now=now())
    return render("play/feedback.html", feedback_page(view))


@blueprint.get("/attempts/<id:attempt>/finish")
@public
def ask_finish(attempt: str) -> Response:
    """Ask before an attempt ends with open questions."""
    return render("play/finish.html", finish_page(play.progress(database(), player=player_now(), attempt=attempt, now=now())))


@blueprint.post("/attempts/<id:attempt>/finish")
@public
def finish(attempt: str) -> AnyResponse:
    """End the attempt; unanswered questions count as not right."""
    play.finish(database(), player=player_now(), attempt=attempt, now=now())
    return _go("play.results", attempt=attempt)


@blueprint.get("/attempts/<id:attempt>/results")
@public
def results(attempt: str) -> Response:
    """A finished attempt."""
    view = play.results(database(), player=player_now(), attempt=attempt, now=now())
    return render("play/results.html", results_page(view, site_now().name))


def _go(endpoint: str, *, attempt: str, question: str | None = None) -> AnyResponse:
    return redirect(url_for(endpoint, attempt=attempt, question=question), code=303)
