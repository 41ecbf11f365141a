"""What a player has played."""

from flask import Blueprint, Response

from quizapp.services.history import my_history
from quizapp.services.offers import offers
from quizapp.web.context import SERVER_ZONE, database, now
from quizapp.web.gate import public
from quizapp.web.history.pages import history_page
from quizapp.web.page import render
from quizapp.web.visits import visit_now

blueprint = Blueprint("history", __name__)


@blueprint.get("/attempts")
@public
def mine() -> Response:
    """My attempts, my progress, what I may practise."""
    visit, at = visit_now(), now()
    player = visit.player if visit else None
    view = my_history(database(), player=player, now=at, zone=SERVER_ZONE) if player is not None else None
    return render("history/mine.html", history_page(view, offers(database(), player=player, now=at, zone=SERVER_ZONE)))
