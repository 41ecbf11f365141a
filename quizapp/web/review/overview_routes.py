"""How the bank and the queue stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import Blueprint, Response

from quizapp.services.review_overview import Agreement, Overview, overview
from quizapp.web.context import database, now
from quizapp.web.page import Page, render
from quizapp.web.review.asking import actor_now
from quizapp.web.review.pages import SHEET
from quizapp.web.review.routes import reviewers
from quizapp.web.review.words import KINDS, STATES
from quizapp.web.wording import count

blueprint = Blueprint("review_overview", __name__, url_prefix="/review/overview")
WIDTH = 200


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line of a table; `width` and `part` are the bar's whole and its filled part in a picture 200 wide."""

    name: str
    number: int
    of: int
    width: int
    part: int


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table with bars; `second` heads the column of parts, "" when there is none."""

    id: str
    title: str
    first: str
    number: str
    second: str
    rows: Sequence[Row]


@dataclass(frozen=True, kw_only=True)
class OverviewPage(Page):
    """The overview; None before the library was loaded."""

    view: Overview | None
    tables: Sequence[Table]
    agreements: Sequence[str]


@blueprint.get("")
@reviewers
def index() -> Response:
    """Bank, throughput, agreement, age."""
    view = overview(database(), player=actor_now().player, now=now())
    page = OverviewPage(
        title="Overview of reviewing",
        section="review",
        sheet=SHEET,
        view=view,
        tables=_tables(view) if view else (),
        agreements=(_agreement("Decided by two", view.decisions), _agreement("Answered by two before seeing", view.blind)) if view else (),
    )
    return render("review/overview.html", page)


def _tables(view: Overview) -> tuple[Table, ...]:
    kinds = ((KINDS.get(name, name), number, part) for name, number, part in view.kinds)
    weeks = ((f"{week:%-d %b}", number, part) for week, number, part in view.weeks)
    return (
        Table(id="states", title="The bank by state", first="State", number="Questions", second="",
              rows=_rows((STATES.get(name, name), number, number) for name, number in view.states)),
        Table(id="ages", title="How long questions wait", first="Waiting", number="Questions", second="",
              rows=_rows((name, number, number) for name, number in view.ages)),
        Table(id="weeks", title="Decided, week by week", first="Week of", number="Decided", second="Approved", rows=_rows(weeks)),
        Table(id="kinds", title="The bank by kind", first="Kind", number="Questions", second="In play", rows=_rows(kinds)),
        Table(id="articles", title="The bank by article", first="Article", number="Questions", second="In play", rows=_rows(view.articles)),
        Table(id="people", title="Who decided", first="Reviewer", number="Decisions", second="",
              rows=_rows((name, number, number) for name, number in view.reviewers)),
    )  # fmt: skip


def _rows(lines: Iterable[tuple[str, int, int]]) -> tuple[Row, ...]:
    found = list(lines)
    most = max((number for _, number, _ in found), default=0) or 1
    return tuple(
        Row(name=name, number=number, of=part, width=round(WIDTH * number / most), part=round(WIDTH * part / most))
        for name, number, part in found
    )


def _agreement(what: str, found: Agreement) -> str:
    if not found.of:
        return f"{what}: none yet."
    return f"{what}: {count(found.of, 'pair')}, {found.agreed} of them agree ({round(100 * found.agreed / found.of)} %)."
