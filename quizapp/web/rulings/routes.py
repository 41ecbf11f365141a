"""Rulings: all of them, one with what it changed, taking one back, all as a file."""

from dataclasses import replace

from flask import Blueprint, Response, make_response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.knowledge.rulings_format import write_rulings
from quizapp.services import ruling_views, rulings
from quizapp.services.accounts import Role
from quizapp.services.errors import FieldRefused
from quizapp.web.context import database, now
from quizapp.web.gate import open_to
from quizapp.web.page import render
from quizapp.web.review.asking import actor_now
from quizapp.web.rulings.forms import SureForm
from quizapp.web.rulings.pages import SHEET, DetailPage, PreviewPage, RulingsPage, again_words, preview_page
from quizapp.web.rulings.words import KINDS, ruling_words

blueprint = Blueprint("rulings", __name__, url_prefix="/review/rulings")
reviewers = open_to(Role.ADMIN)


@blueprint.get("")
@reviewers
def index() -> Response:
    """Every ruling, newest first."""
    page = RulingsPage(title="Rulings", section="review", sheet=SHEET, rulings=ruling_views.list_rulings(database()))
    return render("rulings/rulings.html", page)


@blueprint.get("/rulings.toml")
@reviewers
def export() -> Response:
    """The rulings that stand, as the file of a pack."""
    response = make_response(write_rulings(ruling_views.standing_rulings(database())))
    response.mimetype = "application/toml"
    response.headers["Content-Disposition"] = 'attachment; filename="rulings.toml"'
    return response


@blueprint.get("/<number:ruling>")
@reviewers
def ruling(ruling: int) -> Response:
    """One ruling and what it changed."""
    return _page(ruling)


@blueprint.post("/<number:ruling>/withdraw")
@reviewers
def withdraw(ruling: int) -> AnyResponse:
    """Show what taking a ruling back will change, or take it back when the admin has seen that."""
    form = SureForm(request.form)
    try:
        reason = rulings.tidy_reason(form.reason.data or "")
    except FieldRefused as refused:
        return _page(ruling, problem=str(refused), typed=form.reason.data or "", status=422)
    if form.is_sure:
        rulings.withdraw_ruling(database(), ruling=ruling, reason=reason, actor=actor_now(), now=now())
        return redirect(url_for("rulings.ruling", ruling=ruling), code=303)
    return render("rulings/preview.html", _preview(ruling, reason))


def _preview(ruling: int, reason: str) -> PreviewPage:
    view = ruling_views.one_ruling(database(), ruling=ruling)
    effect = rulings.foresee_withdrawal(database(), ruling=ruling)
    address, back = url_for("rulings.withdraw", ruling=ruling), url_for("rulings.ruling", ruling=ruling)
    page = preview_page(view.ruling.value, effect, fields=[("reason", reason)], address=address, back=back)
    return replace(page, what=f"Taken back: {page.what}", reason=reason, button="Take it back", again=again_words(view))


def _page(ruling: int, *, problem: str = "", typed: str = "", status: int = 200) -> Response:
    view = ruling_views.one_ruling(database(), ruling=ruling)
    title = f"{KINDS[view.ruling.value.kind]}: {ruling_words(view.ruling.value)}"
    page = DetailPage(
        title=f"Not yet: {title}" if problem else title,
        section="review",
        sheet=SHEET,
        view=view,
        problem=problem,
        typed={"reason": typed},
    )
    return render("rulings/ruling.html", page, status=status)
