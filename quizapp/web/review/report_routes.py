"""Settling what players reported."""

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from quizapp.services.errors import FieldRefused
from quizapp.services.review_reports import Settled, Verdict, settle
from quizapp.web.context import database, now
from quizapp.web.review.asking import actor_now, filters_now, item_address
from quizapp.web.review.forms import SettleForm
from quizapp.web.review.routes import item_page, reviewers

blueprint = Blueprint("review_reports", __name__, url_prefix="/review")


@blueprint.post("/questions/<id:item>/report", endpoint="settle")
@reviewers
def settle_one(item: str) -> AnyResponse:
    """Decide a report; a corrected question goes on to be finished."""
    form = SettleForm(request.form)
    if form.report.data is None:
        abort(422)
    if not form.validate():
        return _refused(item, form.report.data, "Choose what comes of the report.")
    verdict = Verdict(settled=Settled(form.settled.data or ""), answer=form.answer.data or "", option=form.option.data)
    try:
        settled = settle(database(), report=form.report.data, verdict=verdict, actor=actor_now(), now=now())
    except FieldRefused as refused:
        return _refused(item, form.report.data, str(refused))
    return redirect(item_address(settled.item, filters_now()), code=303)


def _refused(item: str, report: int, problem: str) -> Response:
    """The question again, with what was sent in the form of this report."""
    typed = {name: request.form.get(name, "") for name in ("settled", "option", "answer")}
    return item_page(item, status=422, report=report, report_typed=typed, report_problem=problem)
