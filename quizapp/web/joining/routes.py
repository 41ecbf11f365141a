"""Joining a quiz by its code. Everybody may come; codes and names are throttled by the services."""

from functools import partial

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.services import beginning, entering
from quizapp.services.entering import Door, Seat
from quizapp.services.errors import Conflict, NotFound
from quizapp.web.account.forms import filled
from quizapp.web.context import chance, database, now
from quizapp.web.gate import public
from quizapp.web.joining.devices import answer_as, go_back
from quizapp.web.joining.forms import CodeForm, NicknameForm, PersonalForm
from quizapp.web.joining.pages import answering_page, code_page, door_page, name_page, taken_page
from quizapp.web.page import render
from quizapp.web.visits import browser_now, visit_now, visit_or_guest

blueprint = Blueprint("joining", __name__)


@blueprint.get("/join")
@public
def enter_code() -> AnyResponse:
    """The form for a code, or on to the door of the code that was typed."""
    if "code" not in request.args:
        return render("joining/code.html", code_page(CodeForm()))
    form, address = CodeForm(request.args), browser_now().address
    code = filled(form, lambda: entering.known_code(database(), text=form.code.data or "", address=address, now=now()))
    return render("joining/code.html", code_page(form), status=422) if code is None else _to_door(code)


@blueprint.get("/join/<id:code>")
@public
def door(code: str) -> Response:
    """The door of a quiz: who one is here, and how it stands."""
    found = _door(code)
    visit = visit_now()
    return render("joining/door.html", door_page(found, NicknameForm(data={"nickname": (visit.name if visit else None) or ""})))


@blueprint.post("/join/<id:code>")
@public
def begin(code: str) -> AnyResponse:
    """Begin the quiz or go on with it."""
    found, form = _door(code), NicknameForm(request.form)
    player, nickname = visit_or_guest().player, form.nickname.data or ""
    try:
        attempt = filled(form, lambda: beginning.begin(database(), code=code, player=player, nickname=nickname, now=now(), rng=chance()))
    except beginning.Shut:
        return render("joining/door.html", door_page(_door(code), NicknameForm()), status=409)
    if attempt is None:
        return render("joining/door.html", door_page(found, form), status=422)
    return redirect(url_for("play.attempt", attempt=attempt), code=303)


@blueprint.get("/join/<id:code>/as/<number:student>")
@public
def pick(code: str, student: int) -> AnyResponse:
    """A name that was picked: confirm it, or type its code."""
    found = _door(code)
    if found.mine is not None:
        return _to_door(code)
    return render("joining/name.html", name_page(found, _seat(found, student), PersonalForm()))


@blueprint.post("/join/<id:code>/as/<number:student>")
@public
def take(code: str, student: int) -> AnyResponse:
    """Take a free name; its personal code is shown this once."""
    found = _door(code)
    if found.mine is not None:
        return _to_door(code)
    try:
        entered = entering.take_name(database(), code=code, student=student, browser=browser_now(), now=now(), rng=chance())
    except Conflict:
        return redirect(url_for("joining.pick", code=code, student=student), code=303)
    answer_as(entered.visit)
    mine = entering.door(database(), code=code, player=entered.visit.visit.player, address=browser_now().address, now=now())
    return render("joining/taken.html", taken_page(mine, entered))


@blueprint.post("/join/<id:code>/as/<number:student>/open")
@public
def open_name(code: str, student: int) -> AnyResponse:
    """Answer under a taken name on this device too."""
    form, enter = PersonalForm(request.form), partial(entering.enter_again, database(), code=code, student=student)
    personal, browser = form.personal.data or "", browser_now()
    entered = filled(form, lambda: enter(personal=personal, browser=browser, now=now(), rng=chance()))
    if entered is None:
        found = _door(code)
        return render("joining/name.html", name_page(found, _seat(found, student), form), status=422)
    answer_as(entered.visit)
    return _to_door(code)


@blueprint.get("/answering")
@public
def answering() -> AnyResponse:
    """Under which name this device answers, and the way to let it go."""
    visit = visit_now()
    if visit is None or visit.answering is None:
        return redirect(url_for("joining.enter_code"), code=303)
    return render("joining/answering.html", answering_page(visit.answering))


@blueprint.post("/answering/leave")
@public
def leave() -> AnyResponse:
    """Let this device go."""
    visit = visit_now()
    if visit is not None and visit.answering is not None:
        entering.leave(database(), token=browser_now().visit, now=now())
        go_back()
    return redirect(url_for("play.home"), code=303)


def _door(code: str) -> Door:
    visit = visit_now()
    address = browser_now().address
    return entering.door(database(), code=code, player=visit.player if visit else None, address=address, now=now())


def _seat(found: Door, student: int) -> Seat:
    seat = next((one for one in found.seats if one.student == student), None)
    if seat is None:
        raise NotFound("There is no such name here.")
    return seat


def _to_door(code: str) -> AnyResponse:
    return redirect(url_for("joining.door", code=code), code=303)
