"""The form for a report, and the news of what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.play.reports import MAX_WORDS, Trouble
from quizapp.services import reports
from quizapp.services.mended import read_score_news
from quizapp.services.reports import Reportable
from quizapp.web.context import database, now
from quizapp.web.gate import public
from quizapp.web.page import Page, render
from quizapp.web.reports.forms import LABELS, ReportForm
from quizapp.web.visits import browser_now, player_now

blueprint = Blueprint("reports", __name__)


@dataclass(frozen=True, kw_only=True)
class ReportPage(Page):
    """The form for a report; `problem` says what was wrong with it."""

    view: Reportable
    form: ReportForm
    troubles: Sequence[tuple[str, str]] = tuple(LABELS.items())
    problem: str = ""
    longest: int = MAX_WORDS


@blueprint.get("/attempts/<id:attempt>/questions/<id:question>/report")
@public
def ask(attempt: str, question: str) -> Response:
    """The form, or thanks when the report has been sent."""
    view = reports.reportable(database(), player=player_now(), attempt=attempt, question=question, now=now())
    return _page(view, ReportForm())


@blueprint.post("/attempts/<id:attempt>/questions/<id:question>/report")
@public
def send(attempt: str, question: str) -> AnyResponse:
    """Keep a report."""
    player, form, at = player_now(), ReportForm(request.form), now()
    if not form.validate():
        view = reports.reportable(database(), player=player, attempt=attempt, question=question, now=at)
        return _page(view, form, problem=form.problem, status=422)
    reports.report(
        database(),
        player=player,
        attempt=attempt,
        question=question,
        trouble=Trouble(form.trouble.data or ""),
        words=form.words.data or "",
        address=browser_now().address,
        now=at,
    )
    return redirect(url_for("reports.ask", attempt=attempt, question=question), code=303)


@blueprint.post("/reports/read")
@public
def read() -> AnyResponse:
    """Put away the news of what came of reports, and of scores that changed."""
    reports.read_news(database(), player=player_now(), now=now())
    read_score_news(database(), player=player_now(), now=now())
    return redirect(url_for("play.home"), code=303)


def _page(view: Reportable, form: ReportForm, *, problem: str = "", status: int = 200) -> Response:
    title = "Thank you" if view.sent else "Report a problem"
    page = ReportPage(title=f"Not yet: {title}" if problem else title, sheet="report.css", view=view, form=form, problem=problem)
    return render("reports/report.html", page, status=status)
