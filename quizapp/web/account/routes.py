"""Accounts: registering, signing in and out, what an account holds, and its end."""

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.services import account_data, accounts, signing_in
from quizapp.services.players import NewVisit
from quizapp.web.account.doing import doing
from quizapp.web.account.forms import ConfirmForm, RegisterForm, SignInForm, filled
from quizapp.web.account.going_on import go_on, keep_next, take_next
from quizapp.web.account.pages import NEW_NAME, codes_page, form_page, overview_page
from quizapp.web.context import database, now
from quizapp.web.gate import members, public
from quizapp.web.page import render
from quizapp.web.visits import browser_now, forget_visit, keep_visit, player_now, visit_now

blueprint = Blueprint("account", __name__, url_prefix="/account")


@blueprint.get("")
@members
def overview() -> Response:
    """The account of who has signed in."""
    return render("account/overview.html", overview_page(account_data.overview(database(), player=player_now())))


@blueprint.get("/register")
@public
def ask_register() -> AnyResponse:
    """The form for a new account."""
    keep_next()
    return _already_in() or render("account/register.html", form_page("Make an account", RegisterForm(), new=NEW_NAME))


@blueprint.post("/register")
@public
def register() -> AnyResponse:
    """Make an account, and show its recovery codes this once."""
    if already := _already_in():
        return already
    form = RegisterForm(request.form)
    name, password = form.name.data or "", form.password.data or ""
    made = filled(form, lambda: accounts.register(database(), name=name, password=password, **doing()))
    if made is None:
        return render("account/register.html", form_page("Make an account", form, new=NEW_NAME), status=422)
    return show_codes(made)


@blueprint.get("/sign-in")
@public
def ask_sign_in() -> AnyResponse:
    """The form for signing in."""
    keep_next()
    return _already_in() or render("account/sign_in.html", form_page("Sign in", SignInForm()))


@blueprint.post("/sign-in")
@public
def sign_in() -> AnyResponse:
    """Sign in and go on with what came before."""
    form = SignInForm(request.form)
    name, password = form.name.data or "", form.password.data or ""
    visit = filled(form, lambda: signing_in.sign_in(database(), name=name, password=password, **doing()))
    if visit is None:
        return render("account/sign_in.html", form_page("Sign in", form), status=422)
    return begin(visit)


@blueprint.post("/sign-out")
@public
def sign_out() -> AnyResponse:
    """End this visit, on the server too."""
    signing_in.sign_out(database(), token=browser_now().visit, now=now())
    forget_visit()
    return redirect(url_for("play.home"), code=303)


@blueprint.post("/sign-out-everywhere")
@members
def sign_out_everywhere() -> AnyResponse:
    """End every visit of the account."""
    signing_in.sign_out_everywhere(database(), player=player_now(), now=now())
    forget_visit()
    return redirect(url_for("account.ask_sign_in", did="everywhere"), code=303)


@blueprint.post("/data")
@members
def data() -> Response:
    """Everything about the account and its player, as a file."""
    response = Response(account_data.export_data(database(), player=player_now(), now=now()), mimetype="application/json")
    response.headers["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return response


@blueprint.get("/delete")
@members
def ask_delete() -> Response:
    """Ask before an account is deleted."""
    return render("account/delete.html", form_page("Delete your account", ConfirmForm()))


@blueprint.post("/delete")
@members
def delete() -> AnyResponse:
    """Delete the account; its scores stay, without a name."""
    form, player = ConfirmForm(request.form), player_now()
    gone = filled(form, lambda: account_data.delete_account(database(), player=player, password=form.password.data or "", **doing()))
    if gone is None:
        return render("account/delete.html", form_page("Delete your account", form), status=422)
    keep_visit(gone)
    return redirect(url_for("account.ask_sign_in", did="deleted"), code=303)


def begin(visit: NewVisit) -> AnyResponse:
    """Let the browser go on with its new visit, on the page it came for."""
    onward = take_next()
    keep_visit(visit)
    return redirect(onward, code=303)


def show_codes(made: accounts.Registered) -> Response:
    """A new account's codes; the browser goes on with its new visit."""
    onward = take_next()
    keep_visit(made.visit)
    return render("account/codes.html", codes_page(made.codes, onward=onward, is_new=True))


def _already_in() -> AnyResponse | None:
    visit = visit_now()
    return go_on() if visit and visit.role else None
