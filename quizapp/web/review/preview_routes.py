"""A question as a player meets it, on the same pages."""

from flask import Blueprint, redirect, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.services.review_preview import start_preview, tried_question
from quizapp.web.context import chance, database, now
from quizapp.web.review.asking import actor_now
from quizapp.web.review.routes import reviewers

blueprint = Blueprint("review_preview", __name__, url_prefix="/review")


@blueprint.post("/questions/<id:item>/preview", endpoint="preview")
@reviewers
def play_it(item: str) -> AnyResponse:
    """Play this one question; nothing of it counts."""
    attempt = start_preview(database(), player=actor_now().player, item=item, now=now(), rng=chance())
    return redirect(url_for("play.attempt", attempt=attempt), code=303)


@blueprint.get("/tries/<id:attempt>")
@reviewers
def back(attempt: str) -> AnyResponse:
    """From a try to the review page of its question."""
    item = tried_question(database(), player=actor_now().player, attempt=attempt)
    return redirect(url_for("review.item", item=item), code=303)
