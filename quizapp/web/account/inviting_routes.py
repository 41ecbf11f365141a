"""Invitations: an admin makes the link, somebody opens it and has an account."""

from dataclasses import dataclass

from flask import Blueprint, Response, abort, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse
from wtforms import Form, IntegerField, StringField
from wtforms.validators import AnyOf, InputRequired, NumberRange

from quizapp.services import inviting
from quizapp.services.accounts import Role
from quizapp.services.inviting import Invitation
from quizapp.web.account.doing import doing
from quizapp.web.account.done import keep_sent, sent_again
from quizapp.web.account.forms import LARGEST_ID, RegisterForm, filled
from quizapp.web.account.pages import NEW_NAME, SHEET, FormPage, day, form_page
from quizapp.web.account.routes import show_codes
from quizapp.web.context import chance, database, now
from quizapp.web.gate import open_to, public
from quizapp.web.page import Page, render
from quizapp.web.visits import player_now

blueprint = Blueprint("inviting", __name__)
admins = open_to(Role.ADMIN)


class InviteForm(Form):
    """What the new account may do."""

    role = StringField(validators=(AnyOf([role.value for role in Role]),))


class InvitationForm(Form):
    """An invitation that an admin picked."""

    invitation = IntegerField(validators=(InputRequired(), NumberRange(min=1, max=LARGEST_ID)))


@dataclass(frozen=True, kw_only=True)
class InvitationPage(Page):
    """An invitation's link, shown this once."""

    link: Invitation
    address: str

    @property
    def until(self) -> str:
        """The last day it works."""
        return day(self.link.expires_at)


@blueprint.post("/people/invite")
@admins
def invite() -> AnyResponse:
    """Make an invitation and show its link this once."""
    if sent_again():
        return redirect(url_for("people.index", did="shown"), code=303)
    form = InviteForm(request.form)
    if not form.validate():
        abort(422)
    link = inviting.invite(database(), by=player_now(), role=Role(form.role.data or ""), now=now(), rng=chance())
    address = url_for("inviting.ask", token=link.token, _external=True)
    keep_sent()
    page = InvitationPage(title="An invitation", section="account", sheet=SHEET, link=link, address=address)
    return render("account/invitation.html", page)


@blueprint.post("/people/take-back")
@admins
def take_back() -> AnyResponse:
    """Let an invitation work no more."""
    form = InvitationForm(request.form)
    if not form.validate() or form.invitation.data is None:
        abort(422)
    inviting.take_back(database(), by=player_now(), invitation=form.invitation.data, now=now())
    return redirect(url_for("people.index", did="taken-back"), code=303)


@blueprint.get("/account/invitation/<id:token>")
@public
def ask(token: str) -> Response:
    """The form behind an invitation."""
    inviting.invited_role(database(), token, now=now())
    return render("account/invited.html", _page(RegisterForm()))


@blueprint.post("/account/invitation/<id:token>")
@public
def accept(token: str) -> Response:
    """Make the account, and show its recovery codes this once."""
    form = RegisterForm(request.form)
    name, password = form.name.data or "", form.password.data or ""
    made = filled(form, lambda: inviting.accept_invitation(database(), token=token, name=name, password=password, **doing()))
    if made is None:
        inviting.invited_role(database(), token, now=now())
        return render("account/invited.html", _page(form), status=422)
    return show_codes(made)


def _page(form: RegisterForm) -> FormPage:
    return form_page("Make your account", form, new=NEW_NAME)
