"""Typed contexts of the results of a class: the matrix, the charts, and what to say about each question."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup
from wtforms import Form

from quizapp.play.answers_chosen import RARE, Chosen, Findings, say
from quizapp.services.class_results import Cell, ResultQuestion, ResultRow, ResultsView
from quizapp.services.correcting import Correction
from quizapp.web.classes.entries import Entry, entry
from quizapp.web.page import Page
from quizapp.web.wording import count

SHEET = "class.css"
WIDTH = 160
MOST_BINS = 11
CLOSE, LOOSE = 60, 30
"""Percent of internal consistency from which questions measure one thing, and from which they hang together at all."""
# A sign that is text, and the word it stands for: fifty thousand drawings, or signs made by the style sheet, take a browser twice as long.
CELLS: Mapping[Cell, Markup] = MappingProxyType(
    {
        Cell.RIGHT: Markup('<td class="ok" aria-label="right">✓</td>'),
        Cell.MISSED: Markup('<td class="no" aria-label="missed">✗</td>'),
        Cell.NONE: Markup('<td class="na" aria-label="no answer">–</td>'),
        Cell.NOT_ASKED: Markup('<td class="na" aria-label="not asked"></td>'),
    }
)
_NOTHING = Markup("")


@dataclass(frozen=True, kw_only=True, slots=True)
class MatrixRow:
    """One line of the matrix; `cells` are ready for the page."""

    name: str
    cells: Markup
    right: int
    goes_on: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Bin:
    """So many players with a score in this range; `width` is the bar's."""

    label: str
    players: int
    width: int


@dataclass(frozen=True, kw_only=True, slots=True)
class OptionLine:
    """An option with how many chose it; `fault` says of a wrong one that it misleads nobody, or the wrong ones."""

    letter: str
    text: str
    right: bool
    players: int
    width: int
    stronger: str
    weaker: str
    fault: str


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionCard:
    """A question with its numbers in words."""

    number: int
    stem: str
    say: str
    options: tuple[OptionLine, ...]
    facts: tuple[str, ...]
    low: bool
    right: int
    counts: bool
    shares: bool


@dataclass(frozen=True, kw_only=True)
class ResultsPage(Page):
    """The results of a class."""

    view: ResultsView
    rows: Sequence[MatrixRow]
    cards: Sequence[QuestionCard]
    bins: Sequence[Bin]
    summary: str
    whole: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class CorrectionPage(Page):
    """Which answers of a question count as right."""

    found: Correction
    right: frozenset[int]
    why: Entry


def results_page(view: ResultsView) -> ResultsPage:
    """The results."""
    return ResultsPage(
        title=f"Results: {view.given.title}",
        section="teach",
        sheet=SHEET,
        view=view,
        rows=[_row(one) for one in view.rows],
        cards=[_card(one) for one in view.questions],
        bins=_bins(view.scores, len(view.questions)),
        summary=_summary(view),
        whole=_whole(view),
    )


def correction_page(found: Correction, form: Form, right: frozenset[int] | None = None) -> CorrectionPage:
    """A question to be corrected."""
    why = entry(form, "why", "Why", hint="Everybody whose score changes reads this.", required=True)
    title = f"What counts as right in question {found.question.number}"
    chosen = found.question.right if right is None else right
    return CorrectionPage(title=title, section="teach", sheet=SHEET, found=found, right=chosen, why=why)


def _row(row: ResultRow) -> MatrixRow:
    cells = _NOTHING.join(CELLS[cell] for cell in row.cells)
    return MatrixRow(name=row.name or "Name removed", cells=cells, right=row.right, goes_on=not row.counts)


def _card(question: ResultQuestion) -> QuestionCard:
    found, item = question.findings, question.item
    options = tuple(
        OptionLine(
            letter="ABCDE"[one.option],
            text=item.options[one.option],
            right=one.right,
            players=one.players,
            width=round(WIDTH * one.players / found.players) if found.players else 0,
            stronger=_share(one.stronger, found.stronger),
            weaker=_share(one.weaker, found.weaker),
            fault=_fault(one, found),
        )
        for one in found.options
    )
    return QuestionCard(
        number=question.number,
        stem=item.stem,
        say=say(found) if question.right else "It counts for nobody.",
        options=options,
        facts=_facts(question),
        low=found.players > 0 and found.right * 2 <= found.players,
        right=found.right,
        counts=bool(question.right),
        shares=found.enough,
    )


def _fault(option: Chosen, found: Findings) -> str:
    if option.works is not False:
        return ""
    return "hardly chosen" if option.players < RARE * found.players else "drew the stronger ones"


def _facts(question: ResultQuestion) -> tuple[str, ...]:
    found = question.findings
    parts = [f"{found.right} of {found.players} right"] if found.enough else []
    if found.unanswered:
        parts.append(f"{count(found.unanswered, 'player')} gave no answer that counts")
    numbers = (
        ("facility", None if found.facility is None else 100 * found.facility, " %"),
        ("discrimination", found.discrimination, ""),
        ("efficiency", found.efficiency, ""),
    )
    parts.extend(f"{name} {number:.0f}{unit}" for name, number, unit in numbers if number is not None)
    return tuple(parts)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def _bins(scores: Sequence[int], questions: int) -> tuple[Bin, ...]:
    """The scores in at most eleven steps, the lowest first."""
    if not scores:
        return ()
    step = -(-(questions + 1) // MOST_BINS)
    counted = Counter(score // step for score in scores)
    most = max(counted.values())
    made = []
    for place in range(questions // step + 1):
        low, high = place * step, min(place * step + step - 1, questions)
        label = str(low) if low == high else f"{low}–{high}"
        made.append(Bin(label=label, players=counted[place], width=round(WIDTH * counted[place] / most)))
    return tuple(made)


def _summary(view: ResultsView) -> str:
    if not view.rows:
        return "Nobody has answered yet."
    finished = f"{count(len(view.scores), 'attempt')} finished" if len(view.scores) != len(view.rows) else "all finished"
    mean = f" On average {view.mean:.1f} right." if view.mean is not None else ""
    return f"{count(len(view.rows), 'name')}, {count(len(view.questions), 'question')}, {finished}.{mean}"


def _whole(view: ResultsView) -> tuple[str, ...]:
    """What the scores are worth, for who wants to know."""
    if view.consistency is None or view.error is None:
        return ()
    loosely = "hang together loosely" if view.consistency >= LOOSE else "measure different things"
    together = "measure one thing" if view.consistency >= CLOSE else loosely
    return (
        f"Internal consistency {view.consistency:.0f} %: the questions {together}.",
        f"Standard error {view.error:.1f}: scores closer than that are alike.",
    )
