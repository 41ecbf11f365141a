"""Answers of a quiz that does not tell yet what is right."""

from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, Response

from quizapp.services import play
from quizapp.services.kept import KeptView, WaitingView
from quizapp.web.context import database, now
from quizapp.web.gate import public
from quizapp.web.page import Page, render
from quizapp.web.visits import player_now
from quizapp.web.wording import moment

blueprint = Blueprint("kept", __name__)


@dataclass(frozen=True, kw_only=True)
class KeptPage(Page):
    """An answer that is kept."""

    view: KeptView
    when: str


@dataclass(frozen=True, kw_only=True)
class WaitingPage(Page):
    """A finished attempt whose results wait."""

    view: WaitingView
    when: str


@blueprint.get("/attempts/<id:attempt>/questions/<id:question>/kept")
@public
def answer(attempt: str, question: str) -> Response:
    """An answer that is kept."""
    view = play.kept(database(), player=player_now(), attempt=attempt, question=question, now=now())
    title = "Too late" if view.late else "Your answer is kept"
    page = KeptPage(title=title, sheet="play.css", in_quiz=True, tried=view.progress.tried, view=view, when=_when(view.closes_at))
    return render("play/kept.html", page)


@blueprint.get("/attempts/<id:attempt>/kept")
@public
def results(attempt: str) -> Response:
    """A finished attempt whose results wait."""
    view = play.waiting(database(), player=player_now(), attempt=attempt, now=now())
    page = WaitingPage(
        title="Your answers are kept",
        section="play",
        sheet="play.css",
        tried=view.progress.tried,
        view=view,
        when=_when(view.closes_at),
    )
    return render("play/waiting.html", page)


def _when(closes_at: datetime | None) -> str:
    return f"from {moment(closes_at)} on" if closes_at else "when you have finished the quiz"
