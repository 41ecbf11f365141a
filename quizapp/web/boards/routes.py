"""The leaderboard of a featured quiz: to read, to put a name on, to take it off again."""

from dataclasses import dataclass
from datetime import timedelta

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.services import boards
from quizapp.services.boards import BoardView
from quizapp.services.errors import FieldRefused
from quizapp.services.players import Visit
from quizapp.web.boards.forms import NameForm
from quizapp.web.context import database, now
from quizapp.web.gate import public
from quizapp.web.page import Page, render
from quizapp.web.visits import player_now, visit_now

blueprint = Blueprint("boards", __name__)


@dataclass(frozen=True, kw_only=True)
class BoardPage(Page):
    """A leaderboard; `name` stands in the form, `problem` says what is wrong with it."""

    view: BoardView
    name: str
    problem: str

    def time(self, taken: timedelta) -> str:
        """A time in minutes and seconds, or in hours and minutes when it took long."""
        minutes, seconds = divmod(int(taken.total_seconds()), 60)
        return f"{minutes}:{seconds:02} min" if minutes < 60 else f"{minutes // 60}:{minutes % 60:02} h"


@blueprint.get("/quizzes/<slug:quiz>/leaderboard")
@public
def board(quiz: str) -> Response:
    """Who did best at their first attempt."""
    return _show(quiz, visit_now())


@blueprint.post("/quizzes/<slug:quiz>/leaderboard")
@public
def enter(quiz: str) -> AnyResponse:
    """Put my first attempt on the board."""
    player, form = player_now(), NameForm(request.form)
    if not form.validate():
        return _show(quiz, visit_now(), name=form.name.data or "", problem=form.problem)
    try:
        boards.enter(database(), quiz=quiz, player=player, name=form.name.data or "", now=now())
    except FieldRefused as refused:
        return _show(quiz, visit_now(), name=form.name.data or "", problem=str(refused))
    return redirect(url_for("boards.board", quiz=quiz), code=303)


@blueprint.post("/quizzes/<slug:quiz>/leaderboard/leave")
@public
def leave(quiz: str) -> AnyResponse:
    """Take my name off the board."""
    boards.leave(database(), quiz=quiz, player=player_now())
    return redirect(url_for("boards.board", quiz=quiz), code=303)


def _show(quiz: str, visit: Visit | None, *, name: str = "", problem: str = "") -> Response:
    view = boards.board(database(), quiz=quiz, player=visit.player if visit else None, now=now())
    known = (view.mine.name if view.mine else "") or (visit.name if visit else "") or ""
    title = f"Leaderboard: {view.title}"
    page = BoardPage(
        title=f"Not yet: {title}" if problem else title, section="play", sheet="mine.css", view=view, name=name or known, problem=problem
    )
    return render("boards/board.html", page, status=422 if problem else 200)
