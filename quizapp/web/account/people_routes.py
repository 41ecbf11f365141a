"""People, for admins: roles, locks, links for a new password, signing somebody out."""

from collections.abc import Callable

from flask import Blueprint, Response, abort, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.services import inviting, people
from quizapp.services.accounts import Role
from quizapp.web.account.forms import PersonForm, RoleForm
from quizapp.web.account.pages import PeoplePage, link_page, people_page
from quizapp.web.context import chance, database, now
from quizapp.web.gate import open_to
from quizapp.web.page import render
from quizapp.web.visits import player_now

blueprint = Blueprint("people", __name__, url_prefix="/people")
admins = open_to(Role.ADMIN)


@blueprint.get("")
@admins
def index() -> Response:
    """Every account."""
    return render("account/people.html", _everybody())


@blueprint.post("/role")
@admins
def role() -> AnyResponse:
    """Give somebody another role; it counts at once."""
    form = RoleForm(request.form)
    account = _account(form)
    people.change_role(database(), by=player_now(), account=account, role=Role(form.role.data or ""), now=now())
    return _back()


@blueprint.post("/lock")
@admins
def lock() -> AnyResponse:
    """Sign somebody out and let them in no more."""
    return _do(people.lock)


@blueprint.post("/unlock")
@admins
def unlock() -> AnyResponse:
    """Let somebody in again."""
    return _do(people.unlock)


@blueprint.post("/sign-out")
@admins
def sign_out() -> AnyResponse:
    """End every visit of somebody."""
    return _do(people.sign_out_person)


@blueprint.post("/reset-link")
@admins
def reset_link() -> Response:
    """Make a link for a new password and show it this once."""
    account = _account(PersonForm(request.form))
    link = people.make_reset_link(database(), by=player_now(), account=account, now=now(), rng=chance())
    return render("account/link.html", link_page(link, url_for("passwords.ask_reset", token=link.token, _external=True)))


def _everybody() -> PeoplePage:
    found = people.people(database(), by=player_now())
    return people_page(found, inviting.open_invitations(database(), by=player_now(), now=now()))


def _do(act: Callable[..., None]) -> AnyResponse:
    act(database(), by=player_now(), account=_account(PersonForm(request.form)), now=now())
    return _back()


def _account(form: PersonForm) -> int:
    if not form.validate() or form.account.data is None:
        abort(422)
    return form.account.data


def _back() -> AnyResponse:
    return redirect(url_for("people.index"), code=303)
