"""Questions of one's own that left play because something they rest on changed; somebody else's is not found."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.services.own_waiting import Waiting, leave_out, waiting_again
from quizapp.web.context import database, now
from quizapp.web.page import Page, render
from quizapp.web.teach.pages import SHEET
from quizapp.web.teach.who import teacher_now, teachers

blueprint = Blueprint("own_waiting", __name__, url_prefix="/teach/waiting")
LARGEST = 2**31


@dataclass(frozen=True, kw_only=True)
class WaitingPage(Page):
    """What waits; `done` says what was just done."""

    found: Sequence[Waiting]
    done: str = ""


@blueprint.get("")
@teachers
def index() -> Response:
    """Every question that waits so for this teacher."""
    found = waiting_again(database(), owner=teacher_now().player)
    done = "The question is left out." if request.args.get("did") == "left" else ""
    title = "Questions that wait for you again"
    page = WaitingPage(title=f"Done: {title}" if done else title, section="teach", sheet=SHEET, found=found, done=done)
    return render("teach/waiting.html", page)


@blueprint.post("/<id:item>")
@teachers
def put_away(item: str) -> AnyResponse:
    """Leave one out for good."""
    version = request.form.get("version", 0, type=int)
    leave_out(database(), item=item, version=version if 0 < version < LARGEST else 0, actor=teacher_now(), now=now())
    return redirect(url_for("own_waiting.index", did="left"), code=303)
