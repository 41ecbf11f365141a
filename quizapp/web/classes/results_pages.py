"""Typed contexts of the results of a class: the matrix, the charts, and what to say about each question."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup

from quizapp.play.answers_chosen import RARE, Chosen, Findings, say
from quizapp.services.class_results import Cell, ResultQuestion, ResultRow, ResultsView
from quizapp.services.removed_names import shown_names
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
    playing: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Bin:
    """So many players with a score in this range; `width` is the bar's."""

    label: str
    players: int
    width: int


@dataclass(frozen=True, kw_only=True, slots=True)
class OptionLine:
    """An option with how many chose it; `letter` is "" where players see different ones; `fault` says of a wrong one how it misleads."""

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
    """A question with its numbers in words; `corrected` says what counts as right since when it was changed, `reported` who doubts it."""

    number: int
    stem: str
    say: str
    options: tuple[OptionLine, ...]
    facts: tuple[str, ...]
    low: bool
    right: int
    counts: bool
    shares: bool
    corrected: str
    reported: str


@dataclass(frozen=True, kw_only=True)
class ResultsPage(Page):
    """The results of a class; `said` is what was just done."""

    view: ResultsView
    rows: Sequence[MatrixRow]
    cards: Sequence[QuestionCard]
    bins: Sequence[Bin]
    summary: str
    whole: Sequence[str]
    said: str = ""

    @property
    def playing(self) -> int:
        """How many are still playing, and count nowhere yet."""
        return sum(one.playing for one in self.rows)


def results_page(view: ResultsView, *, said: str = "") -> ResultsPage:
    """The results."""
    return ResultsPage(
        title=f"Results: {view.given.title}",
        section="teach",
        sheet=SHEET,
        view=view,
        rows=[_row(one, name) for one, name in zip(view.rows, shown_names([one.name for one in view.rows]), strict=True)],
        cards=[_card(one, letters=one.item.ordered or not view.given.terms.settings.shuffle_options) for one in view.questions],
        bins=_bins(view.scores, len(view.questions)),
        summary=_summary(view),
        whole=_whole(view),
        said=said,
    )


def _row(row: ResultRow, name: str) -> MatrixRow:
    cells = _NOTHING.join(CELLS[cell] for cell in row.cells)
    return MatrixRow(name=name, cells=cells, right=row.right, playing=not row.counts)


def _card(question: ResultQuestion, *, letters: bool) -> QuestionCard:
    found, item = question.findings, question.item
    options = tuple(
        OptionLine(
            letter="ABCDE"[one.option] if letters else "",
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
        say=say(found, item.options) if question.right else "It counts for nobody.",
        options=options,
        facts=_facts(question),
        low=found.players > 0 and found.right * 2 <= found.players,
        right=found.right,
        counts=bool(question.right),
        shares=found.enough,
        corrected=_corrected(question),
        reported=f"{count(question.reports, 'player')} reported a problem with it." if question.reports else "",
    )


def _corrected(question: ResultQuestion) -> str:
    """What was corrected, in words; "" when nothing was."""
    if question.corrected is None:
        return ""
    right = [f"“{question.item.options[place]}”" for place in sorted(question.right)]
    if not right:
        return f"Corrected: it counts for nobody. {question.corrected}"
    return f"Corrected: {' and '.join(right)} {'counts' if len(right) == 1 else 'count'} as right. {question.corrected}"


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
