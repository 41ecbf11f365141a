"""A teacher's quizzes: the list, the builder, its bank. Somebody else's quiz is not found."""

from typing import Any

from flask import Blueprint, Response, abort, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.services import own_quizzes
from quizapp.services import own_quizzes_editing as editing
from quizapp.services.own_quizzes_bank import articles_with_questions, search
from quizapp.services.own_quizzes_preview import start_preview
from quizapp.services.own_quizzes_view import builder_view
from quizapp.web.account.forms import filled
from quizapp.web.context import SERVER_ZONE, chance, database, now
from quizapp.web.page import render
from quizapp.web.teach.quizzes.forms import QuestionForm, SettingsForm, TitleForm, read_filters, settings_form
from quizapp.web.teach.quizzes.pages import (
    SHEET,
    AwayPage,
    BankPage,
    BuilderPage,
    added_of,
    clock_now,
    problems_of,
    quizzes_page,
    rows_of,
    said_of,
    usual_article,
)
from quizapp.web.teach.who import teacher_now, teachers

blueprint = Blueprint("own_quizzes", __name__, url_prefix="/teach/quizzes")


@blueprint.get("")
@teachers
def index() -> Response:
    """Every quiz of this teacher."""
    owner = teacher_now().player
    cards = own_quizzes.my_quizzes(database(), owner=owner)
    return render("teach/quizzes.html", quizzes_page(cards, articles_with_questions(database(), owner=owner)))


@blueprint.post("")
@teachers
def make() -> AnyResponse:
    """A new quiz."""
    owner, form = teacher_now().player, TitleForm(request.form)
    title = form.title.data or ""
    quiz = filled(form, lambda: own_quizzes.make_quiz(database(), owner=owner, title=title, now=now(), rng=chance()))
    if quiz is None:
        cards, articles = own_quizzes.my_quizzes(database(), owner=owner), articles_with_questions(database(), owner=owner)
        return render("teach/quizzes.html", quizzes_page(cards, articles, name=title, problem=problems_of(form)["title"]), status=422)
    return _to(quiz)


@blueprint.post("/ten")
@teachers
def make_ten() -> AnyResponse:
    """A new quiz of ten questions of one article."""
    article = request.form.get("article", "")
    quiz = editing.make_ten(database(), owner=teacher_now().player, article=article, now=now(), rng=chance())
    return _to(quiz)


@blueprint.get("/<slug:quiz>")
@teachers
def builder(quiz: str) -> Response:
    """One quiz, to be built."""
    view = builder_view(database(), owner=teacher_now().player, quiz=quiz)
    return _builder(quiz, settings_form(view.title, view.note, view.settings, SERVER_ZONE))


@blueprint.post("/<slug:quiz>/questions")
@teachers
def add(quiz: str) -> AnyResponse:
    """Put a question in; the bank is shown again as it was when it came from there."""
    question = _question(QuestionForm(request.form))
    editing.add_question(database(), owner=teacher_now().player, quiz=quiz, question=question, now=now())
    if "from_bank" in request.form:
        query: dict[str, Any] = {name: value for name, value in request.form.items() if name in {*FILTERS, "page"}}
        return redirect(url_for("own_quizzes.bank", quiz=quiz, **query, added=question, _anchor=f"q{question}"), code=303)
    return _to(quiz, did="added", question=question)


@blueprint.post("/<slug:quiz>/move")
@teachers
def move(quiz: str) -> AnyResponse:
    """Let a question stand at another place."""
    form = QuestionForm(request.form)
    question, place = _question(form), form.to.data or 1
    editing.move_question(database(), owner=teacher_now().player, quiz=quiz, question=question, to_place=place, now=now())
    return _to(quiz, did="moved", question=question)


@blueprint.post("/<slug:quiz>/take-out")
@teachers
def take_out(quiz: str) -> AnyResponse:
    """Take a question out, or several at once."""
    _question(QuestionForm(request.form))
    questions = rows_of(request.form.getlist("question"))
    editing.remove_questions(database(), owner=teacher_now().player, quiz=quiz, questions=questions, now=now())
    return _to(quiz, did="removed")


@blueprint.post("/<slug:quiz>/newer")
@teachers
def newer(quiz: str) -> AnyResponse:
    """Take the newer wording of a question."""
    question = _question(QuestionForm(request.form))
    editing.take_newer(database(), owner=teacher_now().player, quiz=quiz, question=question, now=now())
    return _to(quiz, did="renewed")


@blueprint.post("/<slug:quiz>/ten")
@teachers
def ten(quiz: str) -> AnyResponse:
    """Add ten questions at once."""
    article = request.form.get("article", "")
    added = editing.take_ten(database(), owner=teacher_now().player, quiz=quiz, article=article, now=now(), rng=chance())
    return _to(quiz, did="ten", added=",".join(map(str, added)))


@blueprint.get("/<slug:quiz>/bank")
@teachers
def bank(quiz: str) -> Response:
    """Questions to choose from."""
    filters = read_filters(request.args)
    view = search(database(), owner=teacher_now().player, quiz=quiz, filters=filters)
    query = {name: request.args[name] for name in FILTERS if request.args.get(name)}
    said = "Added." if any(str(one.line.question) == request.args.get("added") and one.place for one in view.lines) else ""
    page = BankPage(title="Add questions", section="teach", sheet=SHEET, view=view, filters=filters, query=query, said=said)
    return render("teach/bank.html", page)


@blueprint.post("/<slug:quiz>/settings")
@teachers
def settings(quiz: str) -> AnyResponse:
    """Keep title, note and rules."""
    owner, form = teacher_now().player, SettingsForm(request.form)

    def keep() -> bool:
        editing.change_settings(database(), owner=owner, quiz=quiz, **form.words(), settings=form.settings(SERVER_ZONE), now=now())
        return True

    return _to(quiz, did="settings") if filled(form, keep) else _builder(quiz, form, status=422)


@blueprint.post("/<slug:quiz>/publish")
@teachers
def publish(quiz: str) -> AnyResponse:
    """Let classes play what is seen here, with the settings as they stand in the form when it is sent along."""
    actor, form = teacher_now(), SettingsForm(request.form)

    def done() -> tuple[str, ...]:
        if "title" not in request.form:
            return editing.publish(database(), actor=actor, quiz=quiz, now=now())
        rules = form.settings(SERVER_ZONE)
        return editing.publish_with(database(), actor=actor, quiz=quiz, **form.words(), settings=rules, now=now())

    faults = filled(form, done) if "title" in request.form else done()
    if faults is None:
        return _builder(quiz, form, status=422)
    if not faults:
        return _to(quiz, did="published")
    view = builder_view(database(), owner=teacher_now().player, quiz=quiz)
    return _builder(quiz, settings_form(view.title, view.note, view.settings, SERVER_ZONE), status=422)


@blueprint.post("/<slug:quiz>/preview")
@teachers
def preview(quiz: str) -> AnyResponse:
    """Try a quiz as a player."""
    attempt = start_preview(database(), owner=teacher_now().player, quiz=quiz, now=now(), rng=chance())
    return redirect(url_for("play.attempt", attempt=attempt), code=303)


@blueprint.post("/<slug:quiz>/copy")
@teachers
def copy(quiz: str) -> AnyResponse:
    """A copy to change."""
    made = own_quizzes.copy_quiz(database(), owner=teacher_now().player, quiz=quiz, now=now(), rng=chance())
    return _to(made, did="copied")


@blueprint.get("/<slug:quiz>/put-away")
@teachers
def ask_put_away(quiz: str) -> Response:
    """Ask before a quiz is put away."""
    view = builder_view(database(), owner=teacher_now().player, quiz=quiz)
    page = AwayPage(title="Remove this quiz?", section="teach", sheet=SHEET, slug=quiz, named=view.title)
    return render("teach/put_away.html", page)


@blueprint.post("/<slug:quiz>/put-away")
@teachers
def put_away(quiz: str) -> AnyResponse:
    """Take a quiz off the list."""
    own_quizzes.remove_quiz(database(), actor=teacher_now(), quiz=quiz, now=now())
    return redirect(url_for("own_quizzes.index"), code=303)


FILTERS = ("q", "article", "kind", "difficulty", "verdict", "whose")


def _builder(quiz: str, form: SettingsForm, *, status: int = 200) -> Response:
    """The builder's page; a status other than 200 says that something was refused."""
    owner = teacher_now().player
    view = builder_view(database(), owner=owner, quiz=quiz)
    said, moved = said_of(view, request.args) if status == 200 else ("", 0)
    articles = articles_with_questions(database(), owner=owner)
    page = BuilderPage(
        title=f"Not yet: {view.title}" if status != 200 else view.title,
        section="teach",
        sheet=SHEET,
        view=view,
        form=form,
        articles=articles,
        usual=usual_article(view, articles),
        added=added_of(view, request.args) if status == 200 else (),
        clock=clock_now(now(), SERVER_ZONE),
        said=said,
        moved=moved,
        problems=problems_of(form),
        refused=status != 200,
    )
    return render("teach/builder.html", page, status=status)


def _question(form: QuestionForm) -> int:
    if not form.validate() or form.question.data is None:
        abort(422)
    return form.question.data


def _to(quiz: str, **said: Any) -> AnyResponse:
    anchor = f"q{said['question']}" if said.get("did") in {"moved", "added"} else None
    return redirect(url_for("own_quizzes.builder", quiz=quiz, **said, _anchor=anchor), code=303)
