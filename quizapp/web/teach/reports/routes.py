"""Reports on questions of one's own, each answered with a sentence to the player; somebody else's is not found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse
from wtforms import Form, StringField
from wtforms.validators import AnyOf, Length

from quizapp.play.reports import Outcome, Trouble
from quizapp.services.own_reports import LONGEST_ANSWER, Reported, answer_report, reported
from quizapp.web.account.forms import filled
from quizapp.web.context import database, now
from quizapp.web.page import Page, render
from quizapp.web.reports.forms import LABELS
from quizapp.web.teach.pages import SHEET
from quizapp.web.teach.who import teacher_now, teachers

blueprint = Blueprint("own_reports", __name__, url_prefix="/teach/reports")
_TOO_LONG = f"Please use at most {LONGEST_ANSWER} characters."


class AnswerForm(Form):
    """What comes of a report, with a sentence to the player."""

    outcome = StringField(validators=[AnyOf([one.value for one in Outcome], message="Press one of the two buttons.")])
    answer = StringField(validators=[Length(max=LONGEST_ANSWER, message=_TOO_LONG)])

    @property
    def problem(self) -> str:
        """What to correct, in a sentence; "" when nothing is wrong."""
        return " ".join(str(one) for field in (self.outcome, self.answer) for one in list(field.errors)[:1])


@dataclass(frozen=True, kw_only=True)
class ReportsPage(Page):
    """What waits for an answer; `problem` says what was wrong with the answer `written` to the report `at`."""

    found: Sequence[Reported]
    troubles: Mapping[Trouble, str]
    at: int = 0
    written: str = ""
    problem: str = ""
    longest: int = LONGEST_ANSWER


@blueprint.get("")
@teachers
def index() -> Response:
    """Every report that waits for this teacher."""
    return _page()


@blueprint.post("/<number:report>")
@teachers
def answer(report: int) -> AnyResponse:
    """Answer one."""
    form, actor = AnswerForm(request.form), teacher_now()

    def keep() -> bool:
        outcome, said = Outcome(form.outcome.data or ""), form.answer.data or ""
        answer_report(database(), report=report, outcome=outcome, answer=said, actor=actor, now=now())
        return True

    if filled(form, keep):
        return redirect(url_for("own_reports.index"), code=303)
    return _page(at=report, form=form)


def _page(*, at: int = 0, form: AnswerForm | None = None) -> Response:
    found = reported(database(), owner=teacher_now().player)
    title = "Reported by players"
    page = ReportsPage(
        title=f"Not yet: {title}" if form else title,
        section="teach",
        sheet=SHEET,
        found=found,
        troubles=LABELS,
        at=at,
        written=(form.answer.data or "") if form else "",
        problem=form.problem if form else "",
    )
    return render("teach/reports.html", page, status=422 if form else 200)
