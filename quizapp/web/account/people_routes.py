"""People, for admins: roles, locks, links for a new password, signing somebody out."""

from collections.abc import Callable

from flask import Blueprint, Response, abort, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.services import inviting, people
from quizapp.services.accounts import Role
from quizapp.web.account.done import keep_sent, sent_again
from quizapp.web.account.forms import PersonForm, RoleForm
from quizapp.web.account.pages import SHEET, PeoplePage, SurePage, link_page, people_page
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
    return _back("role")


@blueprint.post("/lock")
@admins
def lock() -> AnyResponse:
    """Sign somebody out and let them in no more, once the admin is sure."""
    return _do(people.lock, "lock") if _is_sure() else _ask("Lock", "Nobody can sign in to it any more, until you unlock it.")


@blueprint.post("/unlock")
@admins
def unlock() -> AnyResponse:
    """Let somebody in again."""
    return _do(people.unlock, "unlock")


@blueprint.post("/sign-out")
@admins
def sign_out() -> AnyResponse:
    """End every visit of somebody, once the admin is sure."""
    ask = "Every browser and device is signed out. What was answered is kept."
    return _do(people.sign_out_person, "sign-out") if _is_sure() else _ask("Sign out", ask)


@blueprint.post("/reset-link")
@admins
def reset_link() -> AnyResponse:
    """Make a link for a new password and show it this once."""
    account = _account(PersonForm(request.form))
    if sent_again():
        return _back("shown")
    link = people.make_reset_link(database(), by=player_now(), account=account, now=now(), rng=chance())
    keep_sent()
    return render("account/link.html", link_page(link, url_for("passwords.ask_reset", token=link.token, _external=True)))


def _everybody() -> PeoplePage:
    found = people.people(database(), by=player_now())
    return people_page(found, inviting.open_invitations(database(), by=player_now(), now=now()))


def _do(act: Callable[..., None], did: str) -> AnyResponse:
    act(database(), by=player_now(), account=_account(PersonForm(request.form)), now=now())
    return _back(did)


def _is_sure() -> bool:
    return request.form.get("sure") == "yes"


def _ask(act: str, what: str) -> Response:
    """Ask first: the button with these words does it to the account that was picked."""
    account = _account(PersonForm(request.form))
    name = people.name_of(database(), by=player_now(), account=account)
    page = SurePage(
        title=f"{act} {name}?",
        section="account",
        sheet=SHEET,
        account=account,
        what=what,
        address=request.path,
        button=f"{act} {name}",
    )
    return render("account/sure.html", page)


def _account(form: PersonForm) -> int:
    if not form.validate() or form.account.data is None:
        abort(422)
    return form.account.data


def _back(did: str) -> AnyResponse:
    return redirect(url_for("people.index", did=did), code=303)
