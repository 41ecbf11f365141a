"""Passwords: a new one by the old one, by a recovery code, by a link; the first admin's link."""

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.services import accounts, new_passwords
from quizapp.services.errors import LinkUsed
from quizapp.web.account.doing import doing
from quizapp.web.account.done import keep_sent, new_once, sent_again
from quizapp.web.account.forms import ChangeForm, ConfirmForm, NewPasswordForm, RecoverForm, RegisterForm, filled
from quizapp.web.account.pages import NEW_NAME, NEW_PASSWORD, codes_page, form_page
from quizapp.web.account.routes import begin, show_codes
from quizapp.web.context import database, now
from quizapp.web.gate import members, public
from quizapp.web.page import render
from quizapp.web.visits import keep_visit, player_now

blueprint = Blueprint("passwords", __name__, url_prefix="/account")

FIRST_ADMIN = "Make the admin account"


@blueprint.get("/password")
@members
def ask_change() -> Response:
    """The form for a new password."""
    return render("account/password.html", form_page("Change your password", ChangeForm(), new=NEW_PASSWORD))


@blueprint.post("/password")
@members
def change() -> AnyResponse:
    """Change the password; every other visit ends."""
    form, player = ChangeForm(request.form), player_now()
    old, new = form.old.data or "", form.password.data or ""
    visit = filled(form, lambda: new_passwords.change_password(database(), player=player, old=old, new=new, **doing()))
    if visit is None:
        return render("account/password.html", form_page("Change your password", form, new=NEW_PASSWORD), status=422)
    keep_visit(visit)
    return redirect(url_for("account.overview", did="password"), code=303)


@blueprint.get("/codes")
@members
def ask_codes() -> Response:
    """Ask for the password before new recovery codes are made."""
    return render("account/ask_codes.html", form_page("New recovery codes", ConfirmForm(), once=new_once()))


@blueprint.post("/codes")
@members
def codes() -> AnyResponse:
    """Make new recovery codes and show them this once."""
    if sent_again():
        return redirect(url_for("account.overview", did="shown"), code=303)
    form, player = ConfirmForm(request.form), player_now()
    made = filled(form, lambda: new_passwords.make_codes(database(), player=player, password=form.password.data or "", **doing()))
    if made is None:
        return render("account/ask_codes.html", form_page("New recovery codes", form, once=new_once()), status=422)
    keep_sent()
    return render("account/codes.html", codes_page(made, onward=url_for("account.overview"), is_new=False))


@blueprint.get("/recover")
@public
def ask_recover() -> Response:
    """The form for a new password by a recovery code."""
    return render("account/recover.html", form_page("Use a recovery code", RecoverForm(), new=NEW_PASSWORD))


@blueprint.post("/recover")
@public
def recover() -> AnyResponse:
    """Set a new password by a recovery code and sign in."""
    form = RecoverForm(request.form)
    name, code, password = form.name.data or "", form.code.data or "", form.password.data or ""
    visit = filled(form, lambda: new_passwords.recover(database(), name=name, code=code, password=password, **doing()))
    if visit is None:
        return render("account/recover.html", form_page("Use a recovery code", form, new=NEW_PASSWORD), status=422)
    return begin(visit)


@blueprint.get("/reset/<id:token>")
@public
def ask_reset(token: str) -> Response:
    """The form behind an admin's link."""
    person = new_passwords.name_on_link(database(), token, now=now())
    return render("account/reset.html", form_page("Choose a new password", NewPasswordForm(), new=NEW_PASSWORD, person=person))


@blueprint.post("/reset/<id:token>")
@public
def reset(token: str) -> AnyResponse:
    """Set a new password by an admin's link and sign in."""
    form = NewPasswordForm(request.form)
    person = new_passwords.name_on_link(database(), token, now=now())
    password = form.password.data or ""
    visit = filled(form, lambda: new_passwords.use_reset_link(database(), token=token, password=password, **doing()))
    if visit is None:
        page = form_page("Choose a new password", form, new=NEW_PASSWORD, person=person)
        return render("account/reset.html", page, status=422)
    return begin(visit)


@blueprint.get("/first-admin/<id:token>")
@public
def ask_first_admin(token: str) -> Response:
    """The form behind the link of the first start."""
    if not accounts.is_first_admin_link(database(), token, now=now()):
        raise LinkUsed("This link was used already: the site has its admin. Sign in, or ask that admin for an account.")
    return render("account/first_admin.html", form_page(FIRST_ADMIN, RegisterForm(), new=NEW_NAME))


@blueprint.post("/first-admin/<id:token>")
@public
def first_admin(token: str) -> AnyResponse:
    """Make the first admin's account, and show its recovery codes this once."""
    form = RegisterForm(request.form)
    name, password = form.name.data or "", form.password.data or ""
    made = filled(form, lambda: accounts.claim_first_admin(database(), token=token, name=name, password=password, **doing()))
    if made is None:
        return render("account/first_admin.html", form_page(FIRST_ADMIN, form, new=NEW_NAME), status=422)
    return show_codes(made)
