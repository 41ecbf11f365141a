"""Names on leaderboards, for admins: hiding one and showing it again."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, abort, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse
from wtforms import Form, IntegerField, StringField
from wtforms.validators import AnyOf, InputRequired, Length, NumberRange

from quizapp.services import board_hiding
from quizapp.services.accounts import Role
from quizapp.services.board_hiding import NameOnBoard
from quizapp.web.account.forms import LARGEST_ID
from quizapp.web.account.pages import SHEET
from quizapp.web.context import database, now
from quizapp.web.gate import open_to
from quizapp.web.page import Page, render
from quizapp.web.visits import player_now

blueprint = Blueprint("board_names", __name__, url_prefix="/people/leaderboards")
admins = open_to(Role.ADMIN)


class HideForm(Form):
    """A name, and whether it shall be hidden; why stands on the record."""

    entry = IntegerField(validators=(InputRequired(), NumberRange(min=1, max=LARGEST_ID)))
    wanted = StringField(validators=(AnyOf(["hide", "show"]),))
    why = StringField(validators=(Length(max=200),))


@dataclass(frozen=True, kw_only=True)
class BoardNamesPage(Page):
    """Every name on a leaderboard."""

    names: Sequence[NameOnBoard]


@blueprint.get("")
@admins
def index() -> Response:
    """Every name that players put on a leaderboard."""
    names = board_hiding.names_on_boards(database(), by=player_now())
    return render("account/board_names.html", BoardNamesPage(title="Names on leaderboards", section="account", sheet=SHEET, names=names))


@blueprint.post("")
@admins
def hide() -> AnyResponse:
    """Hide a name, or show it again."""
    form = HideForm(request.form)
    if not form.validate() or form.entry.data is None:
        abort(422)
    act = board_hiding.hide_entry if form.wanted.data == "hide" else board_hiding.show_entry
    act(database(), entry=form.entry.data, by=player_now(), why=" ".join((form.why.data or "").split()), now=now())
    return redirect(url_for("board_names.index"), code=303)
