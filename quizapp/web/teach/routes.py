"""Where teaching begins: articles, quizzes, classes, and the work that goes on in the background."""

from flask import Blueprint, Response

from quizapp.services import own_articles
from quizapp.services.own_reports import reports_waiting
from quizapp.services.own_waiting import count_waiting
from quizapp.web.context import database
from quizapp.web.page import render
from quizapp.web.teach.pages import teach_page
from quizapp.web.teach.who import teacher_now, teachers

blueprint = Blueprint("teach", __name__, url_prefix="/teach")


@blueprint.get("")
@teachers
def index() -> Response:
    """What a teacher can do here, and what of it waits."""
    owner = teacher_now().player
    cards, reports = own_articles.mine(database(), owner=owner), reports_waiting(database(), owner=owner)
    return render("teach/index.html", teach_page(cards, reports, count_waiting(database(), owner=owner)))
