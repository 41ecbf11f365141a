"""The results of a class as tables to take along."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from unicodedata import normalize

from quizapp.exchange.csv import write_csv
from quizapp.exchange.harmless import Cell as Written
from quizapp.exchange.table import Table
from quizapp.exchange.xlsx import write_xlsx
from quizapp.play.answers_chosen import say
from quizapp.services.class_results import Cell, ResultQuestion, ResultRow, ResultsView, results
from quizapp.services.database import Database
from quizapp.services.removed_names import shown_names

LONGEST_NAME = 80
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class ResultsFile:
    """A file to take along; `name` has quiz, class and day in it, and no ending."""

    name: str
    body: bytes


def export_csv(db: Database, *, owner: int, row: int, now: datetime) -> ResultsFile:
    """Names by questions, 1 for right, then the answers that were chosen; raises NotFound."""
    found = results(db, owner=owner, row=row, now=now)
    return ResultsFile(name=_file_name(found, now), body=write_csv(_with_answers(found)))


def export_xlsx(db: Database, *, owner: int, row: int, now: datetime) -> ResultsFile:
    """The same in sheets, with what the answers tell about each question; raises NotFound."""
    found = results(db, owner=owner, row=row, now=now)
    return ResultsFile(name=_file_name(found, now), body=write_xlsx([_marks(found), _answers(found), _questions(found)]))


def _file_name(found: ResultsView, now: datetime) -> str:
    """Such as "the-long-winter-7b-2026-03-02": words in letters that every system takes."""
    words = " ".join(filter(None, (found.given.title, found.given.class_title)))
    plain = normalize("NFKD", words).encode("ascii", "ignore").decode("ascii").lower()
    joined = "-".join(_WORD.findall(plain))[:LONGEST_NAME].strip("-")
    return f"{joined or 'results'}-{now:%Y-%m-%d}"


def _marks(found: ResultsView) -> Table:
    stems = tuple(f"{one.number}. {one.item.stem}" for one in found.questions)
    rows = tuple((*_head(one, name), *(_mark(cell) for cell in one.cells)) for one, name in _named(found))
    return Table(title="Results", header=("Name", "State", "Right", "Of", *stems), rows=rows)


def _with_answers(found: ResultsView) -> Table:
    """The marks, then what was chosen."""
    marks, answers = _marks(found), _answers(found)
    header = (*marks.header, *(f"Answer to {one.number}" for one in found.questions))
    rows = tuple((*mark, *answer[1:]) for mark, answer in zip(marks.rows, answers.rows, strict=True))
    return Table(title=marks.title, header=header, rows=rows)


def _answers(found: ResultsView) -> Table:
    stems = tuple(f"{one.number}. {one.item.stem}" for one in found.questions)
    rows = tuple(
        (name, *(_text(question, choice) for question, choice in zip(found.questions, one.chosen, strict=True)))
        for one, name in _named(found)
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
            say(one.findings, one.item.options),
        )
        for one, weight in zip(found.questions, found.weights, strict=True)
    )
    return Table(title="Questions", header=header, rows=rows)


def _named(found: ResultsView) -> Iterator[tuple[ResultRow, str]]:
    return zip(found.rows, shown_names([one.name for one in found.rows]), strict=True)


def _head(row: ResultRow, name: str) -> tuple[Written, ...]:
    state = "finished" if row.finished_at else "ended by closing" if row.counts else "still playing"
    return (name, state, row.right, row.of)


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
