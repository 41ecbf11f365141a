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
from quizapp.web.teach.questions.pages import Refused, conflict_words, edit_page, offers_page
from quizapp.web.teach.who import teacher_now, teachers

blueprint = Blueprint("own_questions", __name__, url_prefix="/teach/articles/<slug:article>/questions")


ALL_THE_SAME = "Write, in a few words, why it may be asked all the same."


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
        return _refused(article, Refused(item=item, wanted="share", problem=conflict_words(error, actor)), status=409)
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

    try:
        return _back(article, item, "edit") if filled(form, keep) else _edit(article, item, form, status=422)
    except Conflict as error:
        return _edit(article, item, form, stale=conflict_words(error, actor), status=409)


def _decide(article: str, item: str, wanted: Move) -> AnyResponse:
    form, actor = DecideForm(request.form), teacher_now()
    version, why = _version(form), form.why
    try:
        deciding.decide_on(database(), slug=article, item=item, version=version, wanted=wanted, reason=why, actor=actor, now=now())
    except FieldRefused as error:
        problem = ALL_THE_SAME if wanted is Move.APPROVE else str(error)  # what speaks against it stands right above
        return _refused(article, Refused(item=item, wanted=wanted.value, problem=problem, written=why), status=422)
    except Conflict as error:
        problem = conflict_words(error, actor)
        return _refused(article, Refused(item=item, wanted=wanted.value, problem=problem, written=why, stale=True), status=409)
    return _back(article, item, wanted.value)


def _refused(article: str, refused: Refused, *, status: int) -> Response:
    """The questions again, with the reason beside the one that was refused."""
    more = "more" in request.form
    view = offers_on(database(), owner=teacher_now().player, slug=article, everything=more)
    return render("teach/questions.html", offers_page(view, {}, more=more, refused=refused), status=status)


def _edit(article: str, item: str, form: DraftForm, *, checked: Checked | None = None, stale: str = "", status: int = 200) -> Response:
    owner = teacher_now().player
    view = deciding.edit_view(database(), owner=owner, slug=article, item=item)
    _, choices = sentences(database(), owner=owner, slug=article)
    if stale:  # saving once more is then meant: the words typed take the place of what stands now
        form.version.data = view.version
    page = edit_page(view, form, sentences=choices, checked=checked, stale=stale, refused=status != 200)
    return render("teach/edit_question.html", page, status=status)


def _version(form: DecideForm) -> int:
    if not form.validate() or form.version.data is None:
        abort(422)
    return form.version.data


def _back(article: str, item: str, did: str) -> AnyResponse:
    more = "1" if "more" in request.form else None
    return redirect(url_for("own_questions.index", article=article, did=did, item=item, more=more, _anchor=f"i-{item}"), code=303)
