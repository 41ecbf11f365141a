"""The results of a class as tables to take along."""

from datetime import datetime

from quizapp.exchange.csv import write_csv
from quizapp.exchange.harmless import Cell as Written
from quizapp.exchange.table import Table
from quizapp.exchange.xlsx import write_xlsx
from quizapp.play.answers_chosen import say
from quizapp.services.class_results import Cell, ResultQuestion, ResultRow, ResultsView, results
from quizapp.services.database import Database

GONE = "Name removed"


def export_csv(db: Database, *, owner: int, row: int, now: datetime) -> bytes:
    """Names by questions, 1 for right; raises NotFound."""
    return write_csv(_marks(results(db, owner=owner, row=row, now=now)))


def export_xlsx(db: Database, *, owner: int, row: int, now: datetime) -> bytes:
    """The same with the answers as they were chosen and what they tell about each question; raises NotFound."""
    found = results(db, owner=owner, row=row, now=now)
    return write_xlsx([_marks(found), _answers(found), _questions(found)])


def _marks(found: ResultsView) -> Table:
    stems = tuple(f"{one.number}. {one.item.stem}" for one in found.questions)
    rows = tuple((*_head(one), *(_mark(cell) for cell in one.cells)) for one in found.rows)
    return Table(title="Results", header=("Name", "State", "Right", "Of", *stems), rows=rows)


def _answers(found: ResultsView) -> Table:
    stems = tuple(f"{one.number}. {one.item.stem}" for one in found.questions)
    rows = tuple(
        (one.name or GONE, *(_text(question, choice) for question, choice in zip(found.questions, one.chosen, strict=True)))
        for one in found.rows
    )
    return Table(title="Answers", header=("Name", *stems), rows=rows)


def _questions(found: ResultsView) -> Table:
    header = ("Question", "Players", "Right", "No answer", "Facility", "Discrimination", "Efficiency", "Weight", "In words")
    rows = tuple(
        (
            f"{one.number}. {one.item.stem}",
            one.findings.players,
            one.findings.right,
            one.findings.unanswered,
            _rounded(one.findings.facility),
            _rounded(one.findings.discrimination),
            _rounded(one.findings.efficiency),
            _rounded(weight),
            say(one.findings),
        )
        for one, weight in zip(found.questions, found.weights, strict=True)
    )
    return Table(title="Questions", header=header, rows=rows)


def _head(row: ResultRow) -> tuple[Written, ...]:
    state = "finished" if row.finished_at else "ended by closing" if row.counts else "goes on"
    return (row.name or GONE, state, row.right, row.of)


def _mark(cell: Cell) -> Written:
    match cell:
        case Cell.RIGHT:
            return 1
        case Cell.MISSED:
            return 0
        case Cell.NONE:
            return "no answer"
        case Cell.NOT_ASKED:
            return None


def _text(question: ResultQuestion, choice: int | None) -> str | None:
    return None if choice is None else question.item.options[choice]


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 4)
