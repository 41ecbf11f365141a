"""Asking about words of an article: what the program proposes, or a question of one's own."""

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.services import candidates_asking as asking
from quizapp.services.candidates_asking import Proposal
from quizapp.services.errors import FieldRefused
from quizapp.web.account.forms import filled
from quizapp.web.context import database, now
from quizapp.web.page import render
from quizapp.web.teach.questions.forms import OwnForm
from quizapp.web.teach.questions.pages import SHEET, AskPage, SentencesPage
from quizapp.web.teach.quizzes.pages import problems_of
from quizapp.web.teach.who import teacher_now, teachers

blueprint = Blueprint("asking", __name__, url_prefix="/teach/articles/<slug:article>/ask")

CHOOSE = "Choose a sentence, or mark words in the article."


@blueprint.get("")
@teachers
def ask(article: str) -> Response:
    """What can be asked about the words given; without words, sentences to choose from."""
    if "words" not in request.args and "start" not in request.args:
        return _sentences(article)
    start, end = _place(request.args.get("words", ""), request.args.get("start", ""), request.args.get("end", ""))
    if start is None or end is None:
        return _sentences(article, problem=CHOOSE)
    try:
        return _page(article, start, end, OwnForm())
    except FieldRefused as refused:
        return _sentences(article, problem=str(refused))


@blueprint.post("")
@teachers
def write(article: str) -> AnyResponse:
    """Keep a question in one's own words, or only check it."""
    form, actor = OwnForm(request.form), teacher_now()
    start, end = form.start.data, form.end.data
    if start is None or end is None:
        return _sentences(article, problem=CHOOSE)
    written = form.written()
    if "check" in request.form:
        checked = filled(
            form, lambda: asking.check_written(database(), owner=actor.player, slug=article, start=start, end=end, written=written)
        )
        return _page(article, start, end, form, checked=checked, status=200 if checked else 422)
    kept = filled(
        form, lambda: asking.keep_written(database(), slug=article, start=start, end=end, written=written, actor=actor, now=now())
    )
    return _kept(article, kept) if kept else _page(article, start, end, form, status=422)


@blueprint.post("/keep")
@teachers
def keep(article: str) -> AnyResponse:
    """Keep a question that the program proposed."""
    fact, item = request.form.get("fact", "")[:64], request.form.get("item", "")[:64]
    return _kept(article, asking.keep_proposal(database(), slug=article, fact=fact, item=item, actor=teacher_now(), now=now()))


def _page(article: str, start: int, end: int, form: OwnForm, *, checked: Proposal | None = None, status: int = 200) -> Response:
    view = asking.ask_about(database(), owner=teacher_now().player, slug=article, start=start, end=end)
    title = "Not yet: ask about these words" if status != 200 else "Ask about these words"
    page = AskPage(title=title, section="teach", sheet=SHEET, view=view, form=form, checked=checked, problems=problems_of(form))
    return render("teach/ask.html", page, status=status)


def _sentences(article: str, *, problem: str = "") -> Response:
    named, choices = asking.sentences(database(), owner=teacher_now().player, slug=article)
    title = "Not yet: choose a sentence" if problem else "Choose a sentence"
    page = SentencesPage(title=title, section="teach", sheet=SHEET, slug=article, named=named, sentences=choices, problem=problem)
    return render("teach/sentences.html", page, status=422 if problem else 200)


def _place(words: str, start: str, end: str) -> tuple[int | None, int | None]:
    """Where the words stand: "start-end" of a sentence chosen, or two numbers."""
    first, _, last = words.partition("-")
    return _number(start or first), _number(end or last)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 9 else None


def _kept(article: str, item: str) -> AnyResponse:
    return redirect(url_for("own_questions.index", article=article, did="kept", item=item, more="1", _anchor=f"i-{item}"), code=303)
