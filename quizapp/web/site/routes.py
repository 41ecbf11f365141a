"""How questions are made; the theme."""

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from quizapp.web.gate import public
from quizapp.web.page import Page, render
from quizapp.web.themes import keep_theme, page_before, read_theme

blueprint = Blueprint("site", __name__)


@blueprint.get("/how-questions-are-made")
@public
def how() -> Response:
    """How questions are made, in a minute."""
    return render("site/how.html", Page(title="How questions are made"))


@blueprint.post("/theme")
@public
def theme() -> AnyResponse:
    """Choose light, dark or the system's, and go on reading."""
    response = redirect(page_before(request), code=303)
    keep_theme(response, read_theme(request.form.get("theme", "")))
    return response
