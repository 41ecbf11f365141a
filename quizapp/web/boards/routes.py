"""The leaderboard of a quiz: to read, to put a name on, to take it off again."""

from dataclasses import dataclass
from datetime import timedelta

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.services import boards
from quizapp.services.boards import BoardOf, BoardView
from quizapp.services.errors import FieldRefused
from quizapp.web.boards.forms import NameForm
from quizapp.web.context import database, now
from quizapp.web.gate import public
from quizapp.web.page import Page, render
from quizapp.web.visits import player_now, visit_now

blueprint = Blueprint("boards", __name__)


@dataclass(frozen=True, kw_only=True)
class BoardPage(Page):
    """A leaderboard; `name` stands in the form, `problem` says what is wrong with it, which goes to `address`."""

    view: BoardView
    name: str
    problem: str
    address: str
    leaving: str

    def time(self, taken: timedelta) -> str:
        """A time in minutes and seconds, or in hours and minutes when it took long."""
        minutes, seconds = divmod(int(taken.total_seconds()), 60)
        return f"{minutes}:{seconds:02} min" if minutes < 60 else f"{minutes // 60}:{minutes % 60:02} h"


@blueprint.get("/quizzes/<slug:quiz>/leaderboard")
@public
def board(quiz: str) -> Response:
    """Who did best at their first attempt."""
    return _show(BoardOf(quiz=quiz))


@blueprint.post("/quizzes/<slug:quiz>/leaderboard")
@public
def enter(quiz: str) -> AnyResponse:
    """Put my first attempt on the board."""
    return _enter(BoardOf(quiz=quiz))


@blueprint.post("/quizzes/<slug:quiz>/leaderboard/leave")
@public
def leave(quiz: str) -> AnyResponse:
    """Take my name off the board."""
    return _leave(BoardOf(quiz=quiz))


@blueprint.get("/join/<id:code>/leaderboard")
@public
def given(code: str) -> Response:
    """Who did best of those who took a quiz that a teacher gave; for them and their teacher."""
    return _show(BoardOf(code=code))


@blueprint.post("/join/<id:code>/leaderboard")
@public
def enter_given(code: str) -> AnyResponse:
    """Put my first attempt on that board."""
    return _enter(BoardOf(code=code))


@blueprint.post("/join/<id:code>/leaderboard/leave")
@public
def leave_given(code: str) -> AnyResponse:
    """Take my name off it."""
    return _leave(BoardOf(code=code))


def _enter(of: BoardOf) -> AnyResponse:
    player, form = player_now(), NameForm(request.form)
    if not form.validate():
        return _show(of, name=form.name.data or "", problem=form.problem)
    try:
        boards.enter(database(), of=of, player=player, name=form.name.data or "", now=now())
    except FieldRefused as refused:
        return _show(of, name=form.name.data or "", problem=str(refused))
    return redirect(_address(of), code=303)


def _leave(of: BoardOf) -> AnyResponse:
    boards.leave(database(), of=of, player=player_now())
    return redirect(_address(of), code=303)


def _address(of: BoardOf) -> str:
    return url_for("boards.given", code=of.code) if of.code else url_for("boards.board", quiz=of.quiz)


def _show(of: BoardOf, *, name: str = "", problem: str = "") -> Response:
    visit = visit_now()
    view = boards.board(database(), of=of, player=visit.player if visit else None, now=now())
    known = (view.mine.name if view.mine else "") or (visit.name if visit else "") or ""
    title = f"Leaderboard: {view.title}"
    page = BoardPage(
        title=f"Not yet: {title}" if problem else title,
        section="" if of.code else "play",
        sheet="mine.css",
        view=view,
        name=name or known,
        problem=problem,
        address=_address(of),
        leaving=f"{_address(of)}/leave",
    )
    return render("boards/board.html", page, status=422 if problem else 200)
