"""What a class got: a matrix of names by questions, the scores, and what first attempts tell about each question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from statistics import fmean

from sqlalchemy import Connection

from quizapp.play.answers_chosen import Findings, find
from quizapp.play.scoring import right_places
from quizapp.play.statistics import ENOUGH, consistency, effective_weights, standard_error
from quizapp.services.assignments import assignment_of
from quizapp.services.database import Database
from quizapp.services.opening import has_ended
from quizapp.storage.assignments import GivenItem, StoredAssignment, given_items, items_by_version
from quizapp.storage.class_answers import AnsweredAttempt, answered_attempts
from quizapp.storage.classes import students_of
from quizapp.storage.mending import StoredMending, standing_mendings
from quizapp.storage.reports import open_reports_given


class Cell(StrEnum):
    """What became of one question in one attempt."""

    RIGHT = "right"
    MISSED = "missed"
    NONE = "no answer"
    NOT_ASKED = "not asked"


@dataclass(frozen=True, kw_only=True, slots=True)
class ResultRow:
    """A first attempt; `counts` says whether it is finished or has ended, so that statistics take it in."""

    name: str | None
    cells: tuple[Cell, ...]
    chosen: tuple[int | None, ...]
    right: int
    of: int
    counts: bool
    started_at: datetime
    finished_at: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ResultQuestion:
    """A question with what its answers tell; `right` are the places that count as right, none when it counts for nobody.

    `corrected` says why that was changed, None where it never was; `reports` counts those who reported a problem that nobody has decided.
    """

    number: int
    item: GivenItem
    right: frozenset[int]
    findings: Findings
    corrected: str | None = None
    reports: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class ResultsView:
    """The results of an assignment; `scores` are those of the attempts that count. Statistics are None for few players.

    `weights` say how much of the scores' spread each question gives.
    """

    given: StoredAssignment
    rows: tuple[ResultRow, ...]
    questions: tuple[ResultQuestion, ...]
    scores: tuple[int, ...]
    mean: float | None
    consistency: float | None
    error: float | None
    weights: tuple[float | None, ...]
    absent: tuple[str, ...] = ()


def results(db: Database, *, owner: int, row: int, now: datetime) -> ResultsView:
    """The results of an assignment; raises NotFound."""
    with db.reading() as connection:
        return results_within(connection, assignment_of(connection, row, owner), now)


def results_within(connection: Connection, given: StoredAssignment, now: datetime) -> ResultsView:
    """The same inside a transaction."""
    attempts = _firsts(answered_attempts(connection, given.row))
    items = _items(connection, given, attempts)
    mended = standing_mendings(connection, [one.version for one in items], owner=given.owner)
    right = [right_places(one.key, mended[one.version].places if one.version in mended else None) for one in items]
    rows = [_row(one, items, right, given, now) for one in sorted(attempts, key=_by_name)]
    counted = [one for one in rows if one.counts]
    marks = [[float(cell is Cell.RIGHT) for cell in one.cells] for one in counted]
    enough = len(counted) >= ENOUGH
    here = {one.name for one in rows}
    listed = students_of(connection, given.class_row) if given.class_row is not None else ()
    return ResultsView(
        given=given,
        rows=tuple(rows),
        questions=_questions(items, right, counted, mended, open_reports_given(connection, given.row)),
        scores=tuple(one.right for one in counted),
        mean=fmean(one.right for one in counted) if counted else None,
        consistency=consistency(marks) if enough else None,
        error=standard_error(marks) if enough else None,
        weights=effective_weights(marks) if enough else (None,) * len(items),
        absent=tuple(one.name for one in listed if one.name not in here),
    )


def _firsts(attempts: Sequence[AnsweredAttempt]) -> list[AnsweredAttempt]:
    firsts: dict[int, AnsweredAttempt] = {}
    for one in attempts:
        firsts.setdefault(one.participant, one)
    return list(firsts.values())


def _items(connection: Connection, given: StoredAssignment, attempts: Sequence[AnsweredAttempt]) -> tuple[GivenItem, ...]:
    """The quiz's questions in its order, then whatever else was asked."""
    items = given_items(connection, given.quiz_version)
    others = sorted({version for one in attempts for version in one.asked} - {one.version for one in items})
    found = items_by_version(connection, others) if others else {}
    return (*items, *(found[version] for version in others))


def _by_name(attempt: AnsweredAttempt) -> tuple[bool, str, int]:
    return attempt.name is None, (attempt.name or "").casefold(), attempt.participant


def _row(
    attempt: AnsweredAttempt, items: Sequence[GivenItem], right: Sequence[frozenset[int]], given: StoredAssignment, now: datetime
) -> ResultRow:
    chosen = tuple(attempt.chosen.get(item.version) for item in items)
    cells = tuple(_cell(attempt, item.version, choice, places) for item, choice, places in zip(items, chosen, right, strict=True))
    return ResultRow(
        name=attempt.name,
        cells=cells,
        chosen=chosen,
        right=cells.count(Cell.RIGHT),
        of=sum(bool(places) and cell is not Cell.NOT_ASKED for cell, places in zip(cells, right, strict=True)),
        counts=attempt.finished_at is not None or has_ended(given.terms, now=now),
        started_at=attempt.started_at,
        finished_at=attempt.finished_at,
    )


def _cell(attempt: AnsweredAttempt, version: int, choice: int | None, right: frozenset[int]) -> Cell:
    if choice is not None:
        return Cell.RIGHT if choice in right else Cell.MISSED
    if version not in attempt.asked:
        return Cell.NOT_ASKED
    return Cell.MISSED if version in attempt.late else Cell.NONE


def _questions(
    items: Sequence[GivenItem],
    right: Sequence[frozenset[int]],
    counted: Sequence[ResultRow],
    mended: Mapping[int, StoredMending],
    reports: Mapping[int, int],
) -> tuple[ResultQuestion, ...]:
    return tuple(
        ResultQuestion(
            number=place + 1,
            item=item,
            right=right[place],
            findings=_findings(place, item, right[place], counted),
            corrected=mended[item.version].why if item.version in mended else None,
            reports=reports.get(item.version, 0),
        )
        for place, item in enumerate(items)
    )


def _findings(place: int, item: GivenItem, right: frozenset[int], counted: Sequence[ResultRow]) -> Findings:
    asked = [one for one in counted if one.cells[place] is not Cell.NOT_ASKED]
    rest = [float(one.right - (one.cells[place] is Cell.RIGHT)) for one in asked]
    return find([one.chosen[place] for one in asked], rest, options=len(item.options), right=right)
