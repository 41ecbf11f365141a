"""Changing a question: its words are checked as often as wanted before they are kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from quizapp.questions.item import CheckResult
from quizapp.services.errors import FieldRefused, Invalid
from quizapp.services.review_edit import Draft, Editing, check_draft, keep_draft, read_for_edit
from quizapp.web.context import database, now
from quizapp.web.page import render
from quizapp.web.review.asking import actor_now, filters_now, item_address, query
from quizapp.web.review.forms import EditForm
from quizapp.web.review.pages import SHEET, ReviewPage
from quizapp.web.review.routes import reviewers

blueprint = Blueprint("review_edit", __name__, url_prefix="/review")


@dataclass(frozen=True, kw_only=True)
class EditPage(ReviewPage):
    """A question's words in a form; `problems` say what was wrong with them, by field."""

    view: Editing
    draft: Draft
    note: str = ""
    problems: Mapping[str, str] = field(default_factory=dict)
    checks: Sequence[CheckResult] = ()


@blueprint.get("/questions/<id:item>/edit")
@reviewers
def ask(item: str) -> Response:
    """The words as they are."""
    view = read_for_edit(database(), item=item)
    return _page(view, view.draft)


@blueprint.post("/questions/<id:item>/edit")
@reviewers
def change(item: str) -> AnyResponse:
    """Check the new words, or keep them as a new version."""
    form, draft = EditForm(request.form), _draft(EditForm(request.form))
    view = read_for_edit(database(), item=item)
    if not form.validate():
        return _page(view, draft, note=form.note.data or "", problems=_errors(form), status=422)
    version = form.version.data or 0
    try:
        if form.act.data == "check":
            return _page(view, draft, note=form.note.data or "", checks=check_draft(database(), item=item, draft=draft))
        keep_draft(database(), item=item, version=version, draft=draft, reason=form.note.data or "", actor=actor_now(), now=now())
    except FieldRefused as refused:
        return _page(view, draft, note=form.note.data or "", problems={refused.field: str(refused)}, status=422)
    except Invalid as refused:
        return _page(view, draft, note=form.note.data or "", problems={"stem": str(refused)}, status=422)
    return redirect(item_address(item, filters_now(), did="edit"), code=303)


def _draft(form: EditForm) -> Draft:
    return Draft(
        stem=form.stem.data or "",
        options=form.options,
        key=form.key.data if form.key.data is not None else -1,
        explanation=form.explanation.data or "",
        article=form.article.data or "",
        quote=(form.quote.data or "").replace("\r\n", "\n"),
    )


def _errors(form: EditForm) -> dict[str, str]:
    return {one.short_name: str(one.errors[0]) for one in form if one.errors}


def _page(view: Editing, draft: Draft, *, status: int = 200, **more: object) -> Response:
    page = EditPage(
        title="Not yet: change a question" if status == 422 else "Change a question",
        section="review",
        sheet=SHEET,
        query=query(filters_now()),
        view=view,
        draft=draft,
        **more,  # type: ignore[arg-type]
    )
    return render("review/edit.html", page, status=status)
