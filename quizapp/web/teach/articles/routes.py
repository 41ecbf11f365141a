"""A teacher's own articles; somebody else's is not found."""

from flask import Blueprint, Response, current_app, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.exchange.readable import LARGEST_FILE, LONGEST_TEXT
from quizapp.services import own_articles, own_articles_sharing
from quizapp.services.drafts import Draft, draft_of_address, draft_of_file, draft_of_paste
from quizapp.services.own_article_words import faults
from quizapp.services.own_articles_deleting import delete, foresee_delete
from quizapp.services.own_articles_showing import own_view
from quizapp.web.account.forms import filled
from quizapp.web.context import database, now
from quizapp.web.page import render
from quizapp.web.teach.articles.forms import ArticleForm, BringForm, WordsForm
from quizapp.web.teach.articles.pages import (
    again_page,
    bring_page,
    draft_page,
    edit_again_page,
    edit_page,
    leaving_page,
    list_page,
    own_page,
    share_page,
)
from quizapp.web.teach.who import teacher_now, teachers
from quizapp.web.uploads import takes

blueprint = Blueprint("own_articles", __name__, url_prefix="/teach/articles")
TEXT = 4 * LONGEST_TEXT + LONGEST_TEXT // 2
"""Bytes of the longest text, each letter of four bytes and each line with the end that browsers send."""


@blueprint.get("")
@teachers
def index() -> Response:
    """Every article of this teacher's own."""
    return render("teach/articles/index.html", list_page(own_articles.mine(database(), owner=teacher_now().player)))


@blueprint.get("/new")
@teachers
def ask() -> Response:
    """The form for a new article."""
    return render("teach/articles/bring.html", bring_page(BringForm(), can_fetch=_can_fetch()))


@blueprint.post("/new")
@teachers
@takes(file=LARGEST_FILE, text=TEXT)
def look() -> Response:
    """Show the text that was read, before anything is kept."""
    form = BringForm(request.form)
    draft = filled(form, lambda: _draft(form))
    if draft is None:
        return render("teach/articles/bring.html", bring_page(form, can_fetch=_can_fetch()), status=422)
    return render("teach/articles/look.html", draft_page(draft))


@blueprint.post("")
@teachers
@takes(text=TEXT)
def add() -> AnyResponse:
    """Keep the text as it was confirmed, and have it read."""
    form, owner = ArticleForm(request.form), teacher_now().player
    if "cut_now" in request.form:
        return render("teach/articles/look.html", again_page(form, {}))
    slug = filled(form, lambda: own_articles.add_article(database(), owner=owner, given=form.given(), now=now()))
    if slug is None:
        return render("teach/articles/look.html", again_page(form, faults(form.given(), today=now().date())), status=422)
    return _to(slug)


@blueprint.get("/<slug:article>")
@teachers
def article(article: str) -> Response:
    """One article with what was read in it."""
    view = own_view(database(), owner=teacher_now().player, slug=article)
    return render("teach/articles/article.html", own_page(view, request.args.get("did", "")))


@blueprint.get("/<slug:article>/edit")
@teachers
def ask_change(article: str) -> Response:
    """The form for what stands beside the text."""
    return render("teach/articles/edit.html", edit_page(own_view(database(), owner=teacher_now().player, slug=article)))


@blueprint.post("/<slug:article>/edit")
@teachers
def change(article: str) -> AnyResponse:
    """Change what stands beside the text."""
    form, owner = WordsForm(request.form), teacher_now().player

    def keep() -> bool:
        own_articles.change(database(), owner=owner, slug=article, given=form.given(), now=now())
        return True

    if filled(form, keep):
        return _to(article)
    view = own_view(database(), owner=owner, slug=article)
    found = faults(form.given(), today=now().date())
    return render("teach/articles/edit.html", edit_again_page(form, view, found), status=422)


@blueprint.post("/<slug:article>/read")
@teachers
def read(article: str) -> AnyResponse:
    """Have the article read once more."""
    own_articles.read_again(database(), owner=teacher_now().player, slug=article, now=now())
    return _to(article)


@blueprint.get("/<slug:article>/delete")
@teachers
def ask_delete(article: str) -> Response:
    """Say what deleting would do."""
    return render("teach/articles/delete.html", leaving_page(foresee_delete(database(), owner=teacher_now().player, slug=article)))


@blueprint.post("/<slug:article>/delete")
@teachers
def remove(article: str) -> AnyResponse:
    """Delete the article."""
    actor = teacher_now()
    delete(database(), owner=actor.player, slug=article, actor=actor, now=now())
    return redirect(url_for("own_articles.index"), code=303)


@blueprint.get("/<slug:article>/share")
@teachers
def ask_share(article: str) -> Response:
    """Say what offering it to the library means."""
    return render("teach/articles/share.html", share_page(own_view(database(), owner=teacher_now().player, slug=article)))


@blueprint.post("/<slug:article>/share")
@teachers
def share(article: str) -> AnyResponse:
    """Ask the library to take it in."""
    actor = teacher_now()
    own_articles_sharing.share(database(), owner=actor.player, slug=article, actor=actor, now=now())
    return _to(article, did="shared")


@blueprint.post("/<slug:article>/take-back")
@teachers
def take_back(article: str) -> AnyResponse:
    """Stop asking."""
    actor = teacher_now()
    own_articles_sharing.take_back(database(), owner=actor.player, slug=article, actor=actor, now=now())
    return _to(article, did="taken-back")


def _draft(form: BringForm) -> Draft:
    """What was brought: a file when one was chosen, else an address where the operator allows it, else the text."""
    file = request.files.get("file")
    if file is not None and file.filename:
        return draft_of_file(file.filename, file.read())
    if _can_fetch() and (form.address.data or "").strip():
        return draft_of_address(form.address.data or "")
    return draft_of_paste(form.text.data or "")


def _can_fetch() -> bool:
    return bool(current_app.config["FETCH_ADDRESSES"])


def _to(article: str, *, did: str | None = None) -> AnyResponse:
    return redirect(url_for("own_articles.article", article=article, did=did), code=303)
