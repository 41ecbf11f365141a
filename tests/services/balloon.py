"""A small world for the tests: three articles about a balloon flight, what a person read in them, and the questions that follow."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from quizapp.knowledge.article import Article, read_article
from quizapp.knowledge.fact import Fact
from quizapp.knowledge.pack import read_pack
from quizapp.knowledge.rulings import Ruling
from quizapp.knowledge.scope import Scope, make_scope
from quizapp.play.quiz import FeaturedQuiz
from quizapp.questions.checks import check_item
from quizapp.questions.decisions import Action, Decision
from quizapp.questions.item import Candidate, Item, Kind, State
from quizapp.services.database import Database
from quizapp.services.library import Loaded, load_library

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)

MORNING = """The Gannet rises over Brack

The balloon Gannet left Brack on 3 June 2024. Lena Ostrov steered the balloon Gannet, and Piet Maas rode along on the way out. 🎈

The Gannet carries 420 litres of gas. The crew trained for five weeks, and the flight over the strait took six hours.
"""
EVENING = """\
Home again: a balloon crosses the strait


\tThe balloon Gannet came back with a guest, the cook Ada Quill. Lena Ostrow steered the balloon Gannet, the harbour office says.
The flight over the strait took nine hours. The crew trained for several weeks.

See also  Ten kites for the beach | Weather
"""
LATE = """Four hundred people and a balloon

The Gannet is the first balloon to cross the strait, with asterisks. About 400 people watched it, among them Hugo Brandt and Vera Lund.
The flight over the strait took nine hours, writes the Coast Mail. The Gannet was sewn in Tolva."""
TEXTS = {"morning.txt": (MORNING, "2024-06-03"), "evening.txt": (EVENING, None), "late.txt": (LATE, None)}

NAMES = [
    ("Gannet", "vehicle", ["balloon Gannet"]),
    ("Lena Ostrov", "person", []),
    ("Lena Ostrow", "person", []),
    ("Piet Maas", "person", []),
    ("Ada Quill", "person", []),
    ("Hugo Brandt", "person", []),
    ("Vera Lund", "person", []),
    ("Brack", "place", []),
    ("Tolva", "place", []),
]
RELATIONS = [
    ("steered_by", "person who", "who steered the balloon", "Who steered the {subject} over the water?", "{value} steered the {subject}."),
    ("companion_of", "person who", "who rode along", "Who rode {direction} aboard the {subject}?", "{value} rode {direction} aboard it."),
    ("gas_held", "quantity how_many", "how much gas it holds", "How much gas does the {subject} hold?", "The {subject} holds {value}."),
    ("left_on", "date when", "when it left", "On which day did the {subject} leave?", "The {subject} left on {value}."),
    ("flight_time", "duration how_long", "how long the flight took", "How long did the {subject} fly?", "The {subject} flew {value}."),
    ("training_time", "duration how_long", "how long the crew trained", "How long did its crew train?", "The crew trained for {value}."),
    ("spectators", "count how_many", "how many people watched", "How many people watched the {subject}?", "{value} watched the {subject}."),
    ("called_first", "text what", "what it is the first of", "What is the {subject} called?", "The {subject} is called {value}."),
]
RESERVED = 'reservation = "with asterisks"'
CLAIMS = [
    ("morning.txt", "Lena Ostrov steered the balloon Gannet", "steered_by", "Lena Ostrov", ""),
    ("evening.txt", "Lena Ostrow steered the balloon Gannet, the harbour office says", "steered_by", "Lena Ostrow", ""),
    ("morning.txt", "Piet Maas rode along on the way out", "companion_of", "Piet Maas", 'qualifiers = {direction = "out"}'),
    ("evening.txt", "came back with a guest, the cook Ada Quill", "companion_of", "Ada Quill", 'qualifiers = {direction = "back"}'),
    ("morning.txt", "carries 420 litres of gas", "gas_held", "420 litres", ""),
    ("morning.txt", "The balloon Gannet left Brack on 3 June 2024", "left_on", "3 June 2024", ""),
    ("morning.txt", "the flight over the strait took six hours", "flight_time", "six hours", ""),
    ("evening.txt", "The flight over the strait took nine hours", "flight_time", "nine hours", 'origin = "Coast Mail"'),
    ("late.txt", "The flight over the strait took nine hours, writes the Coast Mail", "flight_time", "nine hours", 'origin = "Coast Mail"'),
    ("morning.txt", "The crew trained for five weeks", "training_time", "five weeks", ""),
    ("evening.txt", "The crew trained for several weeks", "training_time", "several weeks", ""),
    ("late.txt", "About 400 people watched it", "spectators", "about 400 people", ""),
    ("late.txt", "the first balloon to cross the strait, with asterisks", "called_first", "first across the strait", RESERVED),
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question written by hand: what it asks of which article's claim, and with which options, the key among them."""

    kind: Kind
    stem: str
    options: tuple[str, ...]
    key: str
    relation: str
    value: str
    articles: tuple[str, ...]
    explanation: str
    source: str | None = None


ASKED = (
    Asked(
        kind=Kind.WHO,
        stem="Who rode back aboard the Gannet?",
        options=("Piet Maas", "Hugo Brandt", "Vera Lund", "Ada Quill"),
        key="Ada Quill",
        relation="companion_of",
        value="Ada Quill",
        articles=("evening.txt",),
        explanation="Ada Quill came back aboard the Gannet.",
    ),
    Asked(
        kind=Kind.WHO,
        stem="Who rode out aboard the Gannet?",
        options=("Ada Quill", "Piet Maas", "Hugo Brandt", "Vera Lund"),
        key="Piet Maas",
        relation="companion_of",
        value="Piet Maas",
        articles=("morning.txt",),
        explanation="Piet Maas rode out aboard the Gannet.",
    ),
    Asked(
        kind=Kind.WHO,
        stem="Who steered the Gannet over the water?",
        options=("Vera Lund", "Piet Maas", "Ada Quill", "Lena Ostrov"),
        key="Lena Ostrov",
        relation="steered_by",
        value="",
        articles=("morning.txt", "evening.txt"),
        explanation="Lena Ostrov steered the Gannet.",
    ),
    Asked(
        kind=Kind.HOW_MANY,
        stem="How much gas does the Gannet hold?",
        options=("350 litres", "420 litres", "490 litres", "560 litres"),
        key="420 litres",
        relation="gas_held",
        value="",
        articles=("morning.txt",),
        explanation="The Gannet holds 420 litres.",
    ),
    Asked(
        kind=Kind.HOW_MANY,
        stem="How many people watched the Gannet?",
        options=("about 100 people", "about 300 people", "about 400 people", "about 700 people"),
        key="about 400 people",
        relation="spectators",
        value="",
        articles=("late.txt",),
        explanation="About 400 people watched the Gannet.",
    ),
    Asked(
        kind=Kind.COMPARE,
        stem="One article says that the Gannet flew 6 hours. What does another article say?",
        options=("7 hours", "8 hours", "9 hours", "12 hours"),
        key="9 hours",
        relation="flight_time",
        value="",
        articles=("morning.txt", "evening.txt"),
        explanation="“The Gannet rises over Brack” says “6 hours”; “Home again: a balloon crosses the strait” says “9 hours”.",
    ),
    Asked(
        kind=Kind.COMPARE,
        stem="One article says that the Gannet flew 9 hours. What does another article say?",
        options=("5 hours", "6 hours", "7 hours", "8 hours"),
        key="6 hours",
        relation="flight_time",
        value="",
        articles=("evening.txt", "morning.txt"),
        explanation="“Home again: a balloon crosses the strait” says “9 hours”; “The Gannet rises over Brack” says “6 hours”.",
    ),
    Asked(
        kind=Kind.ACCORDING_TO,
        stem="According to the article “Four hundred people and a balloon”, how long did the Gannet fly?",
        options=("7 hours", "9 hours", "10 hours", "11 hours"),
        key="9 hours",
        relation="flight_time",
        value="",
        articles=("late.txt",),
        explanation="According to “Four hundred people and a balloon”, the Gannet flew 9 hours.",
        source="late.txt",
    ),
)
RULINGS = """
[[ruling]]
kind = "same_name"
names = ["Lena Ostrov", "Lena Ostrow"]
reason = "The harbour office and the morning paper write of one pilot."
"""


def _names() -> str:
    return "".join(f'[[name]]\nname = "{name}"\ntype = "{kind}"\naliases = {aliases}\n' for name, kind, aliases in NAMES)


def _relations() -> str:
    return "".join(
        f'[[relation]]\nkey = "{key}"\nsubject_type = "vehicle"\nabout = "{about}"\n'
        f'value_type = "{types.split()[0]}"\nasks = "{types.split()[1]}"\n'
        f'[[relation.wording]]\nask = "{ask}"\ntell = "{tell}"\n'
        for key, types, about, ask, tell in RELATIONS
    )


def _claims() -> str:
    return "".join(
        f'[[claim]]\narticle = "{article}"\nquote = "{quote}"\nsubject = "Gannet"\nrelation = "{relation}"\nvalue = "{value}"\n{more}\n'
        for article, quote, relation, value, more in CLAIMS
    )


@dataclass(frozen=True, kw_only=True)
class World:
    """Everything that a load of the library takes."""

    articles: dict[str, Article]
    scope: Scope
    rulings: tuple[Ruling, ...]
    candidates: tuple[Candidate, ...]
    quizzes: tuple[FeaturedQuiz, ...]
    decisions: tuple[Decision, ...] = ()

    def load(self, db: Database, *, digest: str = "first", now: datetime = NOW) -> Loaded:
        """Load it."""
        parts = {"articles": self.articles, "scope": self.scope, "rulings": self.rulings, "candidates": self.candidates}
        return load_library(db, **parts, quizzes=self.quizzes, decisions=self.decisions, digest=digest, now=now)

    def fact(self, relation: str, direction: str | None = None) -> Fact:
        """The fact of a relation."""
        return next(
            fact for fact in self.scope.facts if fact.relation.key == relation and dict(fact.qualifiers).get("direction") == direction
        )

    def items(self, relation: str, direction: str | None = None) -> list[str]:
        """The ids of the approved questions on a fact."""
        fact = self.fact(relation, direction).id
        return [one.item.id for one in self.candidates if one.item.fact == fact and one.state is State.APPROVED]


@cache
def world() -> World:
    """The world in which every question is approved, and featured but for one a fact."""
    return make_world({name: text for name, (text, _) in TEXTS.items()})


def make_world(texts: dict[str, str], rulings: str = RULINGS) -> World:
    """The same for these texts; quotes must still stand in them."""
    articles = {name: _article(name, text) for name, text in texts.items()}
    parts = {"names.toml": _names(), "relations.toml": _relations(), "claims.toml": _claims(), "rulings.toml": rulings}
    pack = read_pack({name: part.encode() for name, part in parts.items()}, articles=articles, catalogue={})
    scope = make_scope(articles, pack, catalogue={})
    candidates = tuple(sorted((_candidate(asked, scope) for asked in ASKED), key=lambda one: one.item.id))
    decisions = tuple(map(_approval, candidates))
    quiz = FeaturedQuiz(slug="over-the-strait", title="Over the strait", note="A balloon.", level="Easy", items=_one_a_fact(candidates))
    return World(articles=articles, scope=scope, rulings=pack.rulings, candidates=candidates, quizzes=(quiz,), decisions=decisions)


def _article(name: str, text: str) -> Article:
    date = TEXTS[name][1]
    return read_article(name, text.encode(), f"date = {date}".encode() if date else None)


def _candidate(asked: Asked, scope: Scope) -> Candidate:
    claims = [claim for claim in scope.claims if claim.relation == asked.relation and asked.value in {"", claim.value.display()}]
    evidence = tuple(claim.evidence for name in asked.articles for claim in claims if claim.evidence.article == name)
    item = Item(
        kind=asked.kind,
        stem=asked.stem,
        options=asked.options,
        key=asked.options.index(asked.key),
        explanation=asked.explanation,
        fact=next(fact.id for fact in scope.facts if claims[0] in fact.claims),
        evidence=evidence,
        ordered=asked.key[0].isdigit() or asked.key.startswith("about"),
        source=asked.source,
    )
    return Candidate(item=item, checks=check_item(item, scope), state=State.APPROVED)


def _approval(candidate: Candidate) -> Decision:
    return Decision(item=candidate.item.id, content=candidate.item.content, action=Action.APPROVE, by="Rita")


def _one_a_fact(candidates: tuple[Candidate, ...]) -> tuple[str, ...]:
    return tuple({one.item.fact: one.item.id for one in candidates if one.state is State.APPROVED}.values())
