"""Names that may be two spellings of one."""

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.services import name_views, rulings
from quizapp.services.accounts import Role
from quizapp.services.errors import FieldRefused
from quizapp.web.context import database, now
from quizapp.web.gate import open_to
from quizapp.web.page import render
from quizapp.web.review.asking import actor_now
from quizapp.web.rulings.forms import NamesForm, names_ruling
from quizapp.web.rulings.pages import SHEET, NamesPage, preview_page

blueprint = Blueprint("names", __name__, url_prefix="/review/names")
reviewers = open_to(Role.ADMIN)
FIELDS = ("kind", "reason", "one", "other", "shown")


@blueprint.get("")
@reviewers
def index() -> Response:
    """Every case, open ones first."""
    return _page()


@blueprint.post("")
@reviewers
def rule() -> AnyResponse:
    """Show what a ruling will change, or make it when the admin has seen that."""
    form = NamesForm(request.form)
    try:
        return _ruled(form)
    except FieldRefused as refused:
        return _page(form=form, problem=str(refused), wrong=refused.field, status=422)


def _ruled(form: NamesForm) -> AnyResponse:
    ruling = names_ruling(form)
    if form.is_sure:
        made = rulings.make_ruling(database(), ruling=ruling, actor=actor_now(), now=now())
        return redirect(url_for("rulings.ruling", ruling=made.row), code=303)
    effect = rulings.foresee_ruling(database(), ruling=ruling)
    fields, here = [(name, form[name].data or "") for name in FIELDS], url_for("names.index")
    return render("rulings/preview.html", preview_page(ruling, effect, fields=fields, address=here, back=here))


def _page(*, form: NamesForm | None = None, problem: str = "", wrong: str = "", status: int = 200) -> Response:
    page = NamesPage(
        title="Not yet: names" if problem else "Names",
        section="review",
        sheet=SHEET,
        cases=name_views.name_cases(database()),
        problem=problem,
        wrong=wrong,
        typed={name: form[name].data or "" for name in FIELDS} if form else {},
    )
    return render("rulings/names.html", page, status=status)
