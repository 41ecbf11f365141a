"""How pages say what time is left, and choosing one's own time."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from quizapp.play.timing import SPOKEN_AT, Per, Stretch
from quizapp.services.clock import ClockView
from quizapp.services.errors import Invalid
from quizapp.services.showing import choose_time
from quizapp.web.context import database, now
from quizapp.web.gate import public
from quizapp.web.visits import player_now
from quizapp.web.wording import count

blueprint = Blueprint("clock", __name__)

LABELS = {
    Stretch.UNTIMED: "Turn the timer off",
    Stretch.AS_SET: "Time as set",
    Stretch.QUARTER_MORE: "A quarter more time",
    Stretch.HALF_MORE: "Half as much again",
    Stretch.TWICE: "Twice the time",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class ClockLine:
    """A clock as a page shows it; `left` is None without a limit, `spoken` are the seconds left at which a script says so."""

    left: int | None
    words: str
    choices: Sequence[tuple[int, str]]
    spoken: Sequence[int] = SPOKEN_AT


def clock_line(view: ClockView | None) -> ClockLine | None:
    """The line of a page; None when no timer is set."""
    if view is None:
        return None
    choices = [(stretch.value, label) for stretch, label in LABELS.items() if stretch is not view.stretch] if view.may_change else []
    return ClockLine(left=view.left, words=clock_words(view.left, view.per), choices=choices)


def clock_words(left: int | None, per: Per) -> str:
    """The time left in words, as it stands when the page is made."""
    if left is None:
        return "No time limit"
    if left == 0:
        return "The time is over. You can still answer and see the proof, but it will not count as right."
    minutes, seconds = divmod(left, 60)
    parts = [count(minutes, "minute")] * bool(minutes) + [count(seconds, "second")] * bool(seconds)
    return f"{' '.join(parts)} left for {'this question' if per is Per.QUESTION else 'the whole quiz'}"


@blueprint.post("/attempts/<id:attempt>/time")
@public
def choose(attempt: str) -> Response:
    """Take more time, or turn the timer off."""
    choose_time(database(), player=player_now(), attempt=attempt, stretch=_stretch(request.form.get("stretch", "")), now=now())
    return redirect(url_for("play.attempt", attempt=attempt), code=303)


def _stretch(text: str) -> Stretch:
    chosen = next((stretch for stretch in Stretch if str(stretch.value) == text), None)
    if chosen is None:
        raise Invalid("That is not one of the times to choose from.")
    return chosen
