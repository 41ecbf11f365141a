"""One decision on many questions: first a page that shows what will change."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.questions.decisions import RESULT, Action
from quizapp.questions.review import Move
from quizapp.services.errors import FieldRefused
from quizapp.services.review_bulk import MOVES, Plan, carry_out, plan
from quizapp.web.context import database, now
from quizapp.web.page import render
from quizapp.web.review.asking import actor_now, filters_now, query
from quizapp.web.review.forms import REASONS, BulkForm
from quizapp.web.review.pages import SHEET, ReviewPage
from quizapp.web.review.routes import reviewers

blueprint = Blueprint("review_bulk", __name__, url_prefix="/review/bulk")


@dataclass(frozen=True, kw_only=True)
class BulkPage(ReviewPage):
    """What a decision on many would change; without a plan yet, which decisions there are."""

    moves: Mapping[str, str]
    move: str
    plan: Plan
    reasons: Mapping[str, str] = field(default_factory=lambda: REASONS)
    reason: str = "trivial"
    note: str = ""
    problem: str = ""

    @property
    def becomes(self) -> str:
        """The state after the decision."""
        return RESULT[Action(self.move)].value


@blueprint.get("")
@reviewers
def ask() -> Response:
    """What would change."""
    return _page(request.args.get("move", ""))


@blueprint.post("")
@reviewers
def decide() -> AnyResponse:
    """Change it."""
    form, filters = BulkForm(request.form), filters_now()
    if not form.validate():
        return _page(form.move.data or "", status=422, problem="This could not be read. Look at the list again.")
    move = Move(form.move.data or "")
    try:
        carry_out(database(), versions=form.rows, move=move, reason=form.words, actor=actor_now(), now=now())
    except FieldRefused as refused:
        return _page(move, status=422, problem=str(refused), note=form.note.data or "", reason=form.reason.data or "")
    return redirect(url_for("review.queue", **query(filters)), code=303)


def _page(move: str, *, status: int = 200, **more: object) -> Response:
    wanted = Move(move) if move in MOVES else Move.APPROVE
    found = plan(database(), filters=filters_now(), move=wanted, actor=actor_now(), now=now())
    page = BulkPage(
        title="Decide on many at once",
        section="review",
        sheet=SHEET,
        query=query(filters_now()),
        moves={Move.APPROVE: "Approve", Move.REJECT: "Reject", Move.RETIRE: "Retire"},
        move=wanted.value,
        plan=found,
        **more,  # type: ignore[arg-type]
    )
    return render("review/bulk.html", page, status=status)
