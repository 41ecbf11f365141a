"""Typed contexts of the review pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quizapp.play.answers_chosen import say
from quizapp.questions.item import CheckResult, State
from quizapp.questions.review import Move
from quizapp.services.known import Known
from quizapp.services.review_filters import NAMES, Filters, Sifted, known_states
from quizapp.services.review_item import ItemView, Line, Was, line
from quizapp.web.page import Page
from quizapp.web.reports.forms import LABELS as TROUBLES
from quizapp.web.review.words import DONE, FILTERS, KINDS, SAID, STATES, SUGGESTED, WHYS
from quizapp.web.sides import Side

SHEET = "review.css"
PER_PAGE = 40


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One value of a filter, and how many questions it leaves."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, kw_only=True)
class Chooser:
    """A filter as a select."""

    name: str
    label: str
    choices: Sequence[Choice]

    @property
    def open(self) -> bool:
        """Whether there is anything to choose: more than "Any"."""
        return len(self.choices) > 1


@dataclass(frozen=True, kw_only=True)
class Undoable:
    """What was done just before: a question that the undo button takes back."""

    item: str
    version: int
    stem: str
    done: str


@dataclass(frozen=True, kw_only=True)
class ReviewPage(Page):
    """What all pages of reviewing share: the filters as an address holds them."""

    query: Mapping[str, str]
    undo: Undoable | None = None
    whys: Mapping[str, str] = field(default_factory=lambda: WHYS)
    states: Mapping[str, str] = field(default_factory=lambda: STATES)
    kinds: Mapping[str, str] = field(default_factory=lambda: KINDS)


@dataclass(frozen=True, kw_only=True)
class QueuePage(ReviewPage):
    """The queue under its filters, a page of it at a time."""

    lines: Sequence[Line]
    total: int
    choosers: Sequence[Chooser]
    filtered: bool
    blind: bool
    number: int
    pages: int


@dataclass(frozen=True, kw_only=True)
class ItemPage(ReviewPage):
    """One question; `asks` shows it without its answer, `problem` says what was wrong with the decision sent."""

    view: ItemView
    sides: Sequence[Side]
    reasons: Mapping[str, str]
    reason: str
    note: str = ""
    problem: str = ""
    asks: bool = False
    blind: bool = False
    settled: Mapping[str, str]
    report_problem: str = ""
    report_typed: Mapping[str, str] = field(default_factory=dict)
    report: int = 0
    troubles: Mapping[str, str] = field(default_factory=lambda: {one.value: words for one, words in TROUBLES.items()})

    @property
    def said(self) -> str:
        """What players' answers tell of the question, in a sentence."""
        return say(self.view.findings, [one.text for one in self.view.options]) if self.view.findings else ""

    @property
    def failed(self) -> tuple[CheckResult, ...]:
        """The checks that failed."""
        return tuple(check for check in self.view.checks if not check.passed)

    @property
    def passed(self) -> tuple[CheckResult, ...]:
        """The checks that passed."""
        return tuple(check for check in self.view.checks if check.passed)

    @property
    def undo_words(self) -> str:
        """What undo takes back: an edit stands last where nothing is decided on the version it made."""
        return "Undo the edit" if self.view.state is State.CANDIDATE else "Undo the last decision"

    def can(self, move: str) -> bool:
        """Whether the question's state allows this move."""
        return Move(move) in self.view.moves


def make_sides(view: ItemView) -> tuple[Side, ...]:
    """Every position of the fact; where articles agree, each passage on its own."""
    if len(view.sides) > 1:
        return tuple(Side(value=one.value, passage=one.passages[0], others=one.passages[1:], second=not one.ours) for one in view.sides)
    return tuple(Side(value=passage.value, passage=passage) for passage in view.sides[0].passages)


def suggested(view: ItemView) -> str:
    """The reason that stands ready: that of the first failed check. What is in play is not retired by one key: there it is to be chosen."""
    usual = "" if view.state is State.APPROVED else "trivial"
    return next((SUGGESTED[check.name] for check in view.checks if not check.passed and check.name in SUGGESTED), usual)


def choosers(sifted: Sifted, filters: Filters, titles: Mapping[str, str]) -> tuple[Chooser, ...]:
    """The filters with what they would leave."""
    return tuple(_chooser(name, sifted.counts[name], getattr(filters, name), titles) for name in FILTERS if name in NAMES)


def _chooser(name: str, counts: Mapping[str, int], chosen: str, titles: Mapping[str, str]) -> Chooser:
    said = {**SAID.get(name, {}), **(titles if name == "article" else {})}
    values = known_states() if name == "state" else tuple(value for value in sorted(counts) if value)
    values = values if not chosen or chosen in values else (*values, chosen)
    made = [Choice(value=value, label=said.get(value, value), count=counts.get(value, 0), chosen=value == chosen) for value in values]
    anything = [] if name == "state" else [Choice(value="", label="Any", count=counts.get("", 0), chosen=not chosen)]
    return Chooser(name=name, label=FILTERS[name], choices=(*anything, *made))


def titles_of(library: Known | None) -> dict[str, str]:
    """The display titles of the articles, by their slugs."""
    return {one.slug: one.title for one in library.scope.articles.values()} if library else {}


def undoable(was: Was | None, did: str) -> Undoable | None:
    """What was done to the question before, when something was."""
    if was is None or did not in DONE:
        return None
    return Undoable(item=was.item, version=was.version, stem=was.stem, done=DONE[did])


def queue_page(
    sifted: Sifted,
    filters: Filters,
    *,
    number: int,
    titles: Mapping[str, str],
    query: Mapping[str, str],
    blind: bool,
    undo: Undoable | None,
) -> QueuePage:
    """The page `number` of the queue, from 1."""
    pages = max(1, -(-len(sifted.entries) // PER_PAGE))
    shown = min(max(number, 1), pages)
    entries = sifted.entries[(shown - 1) * PER_PAGE : shown * PER_PAGE]
    return QueuePage(
        title="Review",
        section="review",
        sheet=SHEET,
        query=query,
        undo=undo,
        lines=tuple(line(entry) for entry in entries),
        total=len(sifted.entries),
        choosers=choosers(sifted, filters, titles),
        filtered=bool(filters.chosen),
        blind=blind,
        number=shown,
        pages=pages,
    )
