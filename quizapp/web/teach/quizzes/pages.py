"""Typed contexts of the pages on which a teacher builds quizzes."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from wtforms import Form

from quizapp.knowledge.fact import Verdict
from quizapp.questions.item import Kind
from quizapp.services.own_quizzes import OwnQuizCard
from quizapp.services.own_quizzes_bank import BankView, Filters
from quizapp.services.own_quizzes_view import BuilderView
from quizapp.web.page import Page
from quizapp.web.teach.quizzes.forms import SettingsForm
from quizapp.web.wording import count

SHEET = "teach.css"
KINDS = {
    Kind.WHO: "Who",
    Kind.ROLE: "What role",
    Kind.WHEN: "When",
    Kind.HOW_LONG: "How long",
    Kind.HOW_MANY: "How many",
    Kind.WHERE: "Where",
    Kind.WHICH: "Which",
    Kind.WHO_SAID: "Who said it",
    Kind.WHAT: "What",
    Kind.CLOZE: "Fill the gap",
    Kind.ACCORDING_TO: "What one article says",
    Kind.COMPARE: "Compare the articles",
}
VERDICTS = {
    Verdict.STATED: "Only one article says so",
    Verdict.CORROBORATED: "Several articles agree",
    Verdict.QUALIFIED: "With a reservation",
    Verdict.DISPUTED: "Articles disagree",
}
LONGEST_QUOTE = 60


@dataclass(frozen=True, kw_only=True)
class QuizzesPage(Page):
    """A teacher's quizzes; `articles` are (slug, title) to take ten questions from."""

    cards: Sequence[OwnQuizCard]
    articles: Sequence[tuple[str, str]]
    name: str = ""
    problem: str = ""


@dataclass(frozen=True, kw_only=True)
class Clock:
    """The server's time, in words, and the name of its zone: what opening and closing times mean."""

    words: str
    zone: str


@dataclass(frozen=True, kw_only=True)
class BuilderPage(Page):
    """A quiz to build; `said` is what was just done, `moved` the question it was done to, `problems` what to correct in which field.

    `usual` is the slug of the article that most of its questions rest on; `added` are the questions just taken, to be taken out again.
    """

    view: BuilderView
    form: SettingsForm
    articles: Sequence[tuple[str, str]]
    usual: str
    added: Sequence[int]
    clock: Clock
    said: str
    moved: int
    problems: Mapping[str, str]
    refused: bool = False

    @property
    def newer(self) -> int:
        """How many of its questions have a newer wording that may take their place."""
        return sum(one.newer is not None for one in self.view.lines)

    @property
    def state(self) -> str:
        """Whether the class plays what is seen here."""
        if not self.view.is_draft:
            return f"Published as version {self.view.number}"
        if self.view.played is None:
            return "Draft, not published yet"
        return f"Draft of version {self.view.number}; classes play version {self.view.played}"


@dataclass(frozen=True, kw_only=True)
class BankPage(Page):
    """Questions to choose from; `query` is what was asked for, as an address repeats it, without the page."""

    view: BankView
    filters: Filters
    query: Mapping[str, str]
    said: str
    kinds: Sequence[tuple[str, str]] = tuple((kind.value, label) for kind, label in KINDS.items())
    verdicts: Sequence[tuple[str, str]] = tuple((verdict.value, label) for verdict, label in VERDICTS.items())


@dataclass(frozen=True, kw_only=True)
class AwayPage(Page):
    """Asks before a quiz is put away."""

    slug: str
    named: str


def quizzes_page(cards: Sequence[OwnQuizCard], articles: Sequence[tuple[str, str]], *, name: str = "", problem: str = "") -> QuizzesPage:
    """The list of quizzes."""
    title = "Not yet: Your quizzes" if problem else "Your quizzes"
    return QuizzesPage(title=title, section="teach", sheet=SHEET, cards=cards, articles=articles, name=name, problem=problem)


def clock_now(now: datetime, zone: tzinfo | None) -> Clock:
    """The server's time as a page shows it."""
    local = now.astimezone(zone)
    return Clock(words=f"{local.day} {local:%B %Y, %H:%M}", zone=local.tzname() or "server time")


def problems_of(form: Form) -> dict[str, str]:
    """What to correct, by field."""
    return {field.name: str(field.errors[0]) for field in form if field.errors}


def said_of(view: BuilderView, sent: Mapping[str, str]) -> tuple[str, int]:
    """What was just done, in words that fit how things stand now, and the row of the question it was done to."""
    did, row = sent.get("did", ""), _row(sent.get("question", ""))
    line = next((one for one in view.lines if one.line.question == row), None)
    if did in {"added", "moved"} and line is not None:
        return f"Saved. “{_short(line.line.stem)}” is now question {line.place} of {len(view.lines)}.", row
    ten = len(added_of(view, sent))
    match did:
        case "removed":
            return f"Taken out. The quiz has {count(len(view.lines), 'question')} now.", 0
        case "renewed":
            return "Exchanged. The newer wording stands in the quiz now.", 0
        case "settings":
            return "The settings are saved.", 0
        case "published":
            return "Published. You can give it to a class now.", 0
        case "copied":
            return "This is the copy. Change it as you like; the first one stays.", 0
        case "ten":
            return f"{count(ten, 'question')} added." if ten else "No other question goes with those in the quiz.", 0
        case _:
            return "", 0


def added_of(view: BuilderView, sent: Mapping[str, str]) -> tuple[int, ...]:
    """The questions that were just taken all at once, those of them that the quiz still holds."""
    wanted = set(rows_of(sent.get("added", "").split(","))) if sent.get("did") == "ten" else set[int]()
    return tuple(one.line.question for one in view.lines if one.line.question in wanted)


def usual_article(view: BuilderView, articles: Sequence[tuple[str, str]]) -> str:
    """The slug of the article that most questions of a quiz rest on; of an empty quiz the first, so that nothing else comes in unasked."""
    told = Counter(title for one in view.lines for title in one.line.articles)
    return max(articles, key=lambda one: told[one[1]])[0] if articles else ""


def rows_of(texts: Iterable[str]) -> tuple[int, ...]:
    """The rows that texts name; what is none is left out."""
    return tuple(row for text in list(texts)[:200] if (row := _row(text)))


def _row(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 10 else 0


def _short(stem: str) -> str:
    return stem if len(stem) <= LONGEST_QUOTE else stem[:LONGEST_QUOTE].rsplit(" ", 1)[0] + "…"
