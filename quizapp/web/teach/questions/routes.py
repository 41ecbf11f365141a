"""Questions on an article of one's own: offered, decided, changed. Somebody else's article is not found."""

from flask import Blueprint, Response, abort, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.questions.review import Move
from quizapp.services import candidates_deciding as deciding
from quizapp.services.candidates import offers_on
from quizapp.services.candidates_asking import sentences
from quizapp.services.candidates_deciding import Checked
from quizapp.services.errors import Conflict, FieldRefused, Invalid
from quizapp.web.account.forms import filled
from quizapp.web.context import database, now
from quizapp.web.page import render
from quizapp.web.teach.questions.forms import DecideForm, DraftForm, draft_form
from quizapp.web.teach.questions.pages import SHEET, EditPage, Refused, offers_page
from quizapp.web.teach.quizzes.pages import problems_of
from quizapp.web.teach.who import teacher_now, teachers

blueprint = Blueprint("own_questions", __name__, url_prefix="/teach/articles/<slug:article>/questions")


@blueprint.get("")
@teachers
def index(article: str) -> Response:
    """The questions offered, beside the text."""
    more = "more" in request.args
    view = offers_on(database(), owner=teacher_now().player, slug=article, everything=more)
    return render("teach/questions.html", offers_page(view, request.args, more=more))


@blueprint.post("/approve-all")
@teachers
def approve_all(article: str) -> AnyResponse:
    """Approve what nothing speaks against."""
    done = deciding.approve_doubtless(database(), slug=article, actor=teacher_now(), now=now())
    return redirect(url_for("own_questions.index", article=article, did="all", count=done), code=303)


@blueprint.post("/<id:item>/approve")
@teachers
def approve(article: str, item: str) -> AnyResponse:
    """Approve a question."""
    return _decide(article, item, Move.APPROVE)


@blueprint.post("/<id:item>/reject")
@teachers
def reject(article: str, item: str) -> AnyResponse:
    """Reject a question."""
    return _decide(article, item, Move.REJECT)


@blueprint.post("/<id:item>/undo")
@teachers
def undo(article: str, item: str) -> AnyResponse:
    """Take back what was decided last."""
    return _decide(article, item, Move.UNDO)


@blueprint.post("/<id:item>/share")
@teachers
def share(article: str, item: str) -> AnyResponse:
    """Give a question to the library for review."""
    version, actor = _version(DecideForm(request.form)), teacher_now()
    try:
        deciding.share_on(database(), slug=article, item=item, version=version, actor=actor, now=now())
    except (Conflict, Invalid) as error:
        return _refused(article, Refused(item=item, wanted="share", problem=str(error)), status=409)
    return _back(article, item, "share")


@blueprint.get("/<id:item>/edit")
@teachers
def ask_edit(article: str, item: str) -> Response:
    """A question to be changed."""
    view = deciding.edit_view(database(), owner=teacher_now().player, slug=article, item=item)
    return _edit(article, item, draft_form(view.version, view.draft))


@blueprint.post("/<id:item>/edit")
@teachers
def edit(article: str, item: str) -> AnyResponse:
    """Keep a changed question, or only check it."""
    form, actor = DraftForm(request.form), teacher_now()
    if "check" in request.form:
        checked = filled(form, lambda: deciding.check_draft(database(), owner=actor.player, slug=article, item=item, draft=form.draft()))
        return _edit(article, item, form, checked=checked, status=200 if checked else 422)

    def keep() -> bool:
        version = form.version.data or 0
        deciding.save_draft(database(), slug=article, item=item, version=version, draft=form.draft(), actor=actor, now=now())
        return True

    return _back(article, item, "edit") if filled(form, keep) else _edit(article, item, form, status=422)


def _decide(article: str, item: str, wanted: Move) -> AnyResponse:
    form, actor = DecideForm(request.form), teacher_now()
    version, why = _version(form), form.why
    try:
        deciding.decide_on(database(), slug=article, item=item, version=version, wanted=wanted, reason=why, actor=actor, now=now())
    except FieldRefused as error:
        return _refused(article, Refused(item=item, wanted=wanted.value, problem=str(error), written=why), status=422)
    return _back(article, item, wanted.value)


def _refused(article: str, refused: Refused, *, status: int) -> Response:
    """The questions again, with the reason beside the one that was refused."""
    more = "more" in request.form
    view = offers_on(database(), owner=teacher_now().player, slug=article, everything=more)
    return render("teach/questions.html", offers_page(view, {}, more=more, refused=refused), status=status)


def _edit(article: str, item: str, form: DraftForm, *, checked: Checked | None = None, status: int = 200) -> Response:
    owner = teacher_now().player
    view = deciding.edit_view(database(), owner=owner, slug=article, item=item)
    _, choices = sentences(database(), owner=owner, slug=article)
    title = "Not yet: change a question" if status != 200 else "Change a question"
    problems = problems_of(form)
    page = EditPage(title=title, section="teach", sheet=SHEET, view=view, form=form, checked=checked, problems=problems, sentences=choices)
    return render("teach/edit_question.html", page, status=status)


def _version(form: DecideForm) -> int:
    if not form.validate() or form.version.data is None:
        abort(422)
    return form.version.data


def _back(article: str, item: str, did: str) -> AnyResponse:
    more = "1" if "more" in request.form else None
    return redirect(url_for("own_questions.index", article=article, did=did, item=item, more=more, _anchor=f"i-{item}"), code=303)
