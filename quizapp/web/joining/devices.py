"""A browser that answers under a name of a class for a while, and afterwards goes on as whoever it was before."""

from flask import session

from quizapp.services.players import NewVisit, find_visit
from quizapp.web.context import database
from quizapp.web.visits import KEY, keep_visit

BEFORE = "before"


def answer_as(entered: NewVisit) -> None:
    """Go on under the name; who had signed in or played here before comes back on leaving."""
    before = session.get(BEFORE) or session.get(KEY)
    keep_visit(entered)
    if isinstance(before, str):
        session[BEFORE] = before


def go_back() -> None:
    """Go on as whoever used this browser before the name, if their visit is still open."""
    before = session.get(BEFORE)
    session.clear()
    if isinstance(before, str) and find_visit(database(), before) is not None:
        session[KEY] = before
        session.permanent = True
