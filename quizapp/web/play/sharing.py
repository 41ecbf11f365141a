"""A result to share: words and a picture that tell how many were right, and no answer."""

from dataclasses import dataclass

from flask import Blueprint, Response, current_app, make_response, render_template, url_for

from quizapp.services import play
from quizapp.services.views import ResultView
from quizapp.web.context import database, now
from quizapp.web.gate import public
from quizapp.web.visits import player_now

blueprint = Blueprint("sharing", __name__)

RIGHT, NOT_RIGHT = "●", "○"
TITLE_LENGTH = 40
PICTURE = 520
DIGIT = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """The picture of a score; `mark` and `step` are lengths in it."""

    site: str
    title: str
    right: int
    total: int
    rights: tuple[bool, ...]
    words: str

    @property
    def mark(self) -> int:
        """How wide the number that is marked is."""
        return len(str(self.right)) * DIGIT + 10

    @property
    def step(self) -> float:
        """From one dot to the next."""
        return min(26, PICTURE / max(self.total, 1))


def share_text(view: ResultView, site: str) -> str:
    """One line without a word of question or answer, and where to play."""
    progress = view.progress
    dots = "".join(RIGHT if line.right else NOT_RIGHT for line in view.lines if line.counts)
    address = url_for("play.home", _external=True)
    return f"{site} {progress.quiz_title}: {progress.right} of {progress.counting} right. {dots} {address}"


@blueprint.get("/attempts/<id:attempt>/card.svg")
@public
def card(attempt: str) -> Response:
    """A finished attempt's score as a picture."""
    view = play.results(database(), player=player_now(), attempt=attempt, now=now())
    response = make_response(render_template("play/card.svg", card=_card(view, current_app.config["SITE_NAME"])))
    response.mimetype = "image/svg+xml"
    return response


def _card(view: ResultView, site: str) -> Card:
    progress = view.progress
    title = progress.quiz_title
    return Card(
        site=site,
        title=title if len(title) <= TITLE_LENGTH else f"{title[: TITLE_LENGTH - 1].rstrip()}…",
        right=progress.right,
        total=progress.counting,
        rights=tuple(line.right for line in view.lines if line.counts),
        words=f"{title}: {progress.right} of {progress.counting} right",
    )
