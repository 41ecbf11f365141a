"""Asking about words of an article: what the program can propose there, and a question of the teacher's own."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Evidence
from quizapp.knowledge.fact import Fact
from quizapp.knowledge.reading.spans import Span
from quizapp.questions.item import MIN_OPTIONS, CheckResult
from quizapp.questions.own import Proposed
from quizapp.services.candidates import likely
from quizapp.services.candidates_text import SentenceChoice, sentences_of
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import FieldRefused, NotFound
from quizapp.services.known import Known
from quizapp.services.own_articles import load_own
from quizapp.services.own_questions import pick, propose_from_fact, propose_from_text, store_own_within
from quizapp.services.own_scope import known_to
from quizapp.services.passages import passage_around, show
from quizapp.services.views import PassageView

MOST_PROPOSALS = 3
MOST_FACTS = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """A question that may be kept as `item`; `more` are other wrong answers that fit, `known` says that it is kept already."""

    item: str
    stem: str
    options: tuple[str, ...]
    key: int
    explanation: str
    failed: tuple[CheckResult, ...]
    passed: tuple[str, ...]
    likely: str
    more: tuple[str, ...]
    known: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class FactHere:
    """Something the article says at these words, and the questions the program makes of it."""

    fact: str
    about: str
    value: str
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class AskView:
    """Words of an article to be asked about: their passage, and what is known to be said there."""

    slug: str
    title: str
    start: int
    end: int
    quote: str
    passage: PassageView
    facts: tuple[FactHere, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """A question in a teacher's own words; empty wrong answers are proposed."""

    stem: str
    key: str
    wrong: tuple[str, ...]
    explanation: str


def sentences(db: Database, *, owner: int, slug: str) -> tuple[str, tuple[SentenceChoice, ...]]:
    """The article's title and its sentences to choose from; raises NotFound."""
    with db.reading() as connection:
        article, _ = _mine(db, connection, owner, slug)
    return article.title, sentences_of(article)


def ask_about(db: Database, *, owner: int, slug: str, start: int, end: int) -> AskView:
    """What the program knows and proposes at these words; raises NotFound, FieldRefused when they are no words of the article."""
    with db.reading() as connection:
        article, mine = _mine(db, connection, owner, slug)
    picked = pick(mine, article=article.name, start=start, end=end)
    span = Span(start=start, end=end)
    return AskView(
        slug=slug,
        title=article.title,
        start=start,
        end=end,
        quote=picked.quote,
        passage=show(mine, article, passage_around(article, span), (span,), value=""),
        facts=tuple(_fact_here(mine, fact, picked) for fact in _facts_at(mine, picked)[:MOST_FACTS]),
    )


def keep_proposal(db: Database, *, slug: str, fact: str, item: str, actor: Actor, now: datetime) -> str:
    """Keep a question that the program proposed; its id. Raises NotFound, NotSaved."""
    with db.writing() as connection:
        article, mine = _mine(db, connection, actor.player, slug)
        proposed = next((one for one in _proposals(mine, fact, article.name) if one.item.id == item), None)
        if proposed is None:
            raise NotFound("This question is no longer proposed: what the articles say was read anew.")
        return _store(connection, mine, proposed, actor, now)


def check_written(db: Database, *, owner: int, slug: str, start: int, end: int, written: Written) -> Proposal:
    """A question in the teacher's words with every check and proposed wrong answers; nothing is kept. Raises NotFound, FieldRefused."""
    with db.reading() as connection:
        article, mine = _mine(db, connection, owner, slug)
    return _proposal(mine, _proposed(mine, article, start, end, written))


def keep_written(db: Database, *, slug: str, start: int, end: int, written: Written, actor: Actor, now: datetime) -> str:
    """Keep a question in the teacher's words; its id. Raises NotFound, FieldRefused (also with too few wrong answers), NotSaved."""
    with db.writing() as connection:
        article, mine = _mine(db, connection, actor.player, slug)
        proposed = _proposed(mine, article, start, end, written)
        if len(proposed.item.options) < MIN_OPTIONS:
            raise FieldRefused("wrong", "Write at least two wrong answers: none that fit were found.")
        return _store(connection, mine, proposed, actor, now)


def _mine(db: Database, connection: Connection, owner: int, slug: str) -> tuple[Article, Known]:
    found = load_own(connection, owner, slug)
    mine = known_to(db, connection, owner=owner)
    return mine.article(found.name), mine


def _store(connection: Connection, mine: Known, proposed: Proposed, actor: Actor, now: datetime) -> str:
    store_own_within(connection, scope=mine.head.id, known=mine, proposed=proposed, actor=actor.player, name=actor.name, now=now)
    return proposed.item.id


def _proposed(mine: Known, article: Article, start: int, end: int, written: Written) -> Proposed:
    picked = pick(mine, article=article.name, start=start, end=end)
    return propose_from_text(
        mine, stem=written.stem, key=written.key, evidence=picked, wrong=written.wrong, explanation=written.explanation
    )


def _facts_at(mine: Known, picked: Evidence) -> list[Fact]:
    places = (place for place in mine.places.get(picked.article, ()) if _meet(place.claim.evidence, picked))
    return list({place.fact.id: place.fact for place in places}.values())


def _meet(one: Evidence, other: Evidence) -> bool:
    return one.start < other.end and other.start < one.end


def _fact_here(mine: Known, fact: Fact, picked: Evidence) -> FactHere:
    claim = next(one for one in fact.claims if one.evidence.article == picked.article and _meet(one.evidence, picked))
    about = fact.relation.about if fact.subject.casefold() in fact.relation.about.casefold() else f"{fact.relation.about} ({fact.subject})"
    proposals = _proposals(mine, fact.id, picked.article)[:MOST_PROPOSALS] if fact.askable else ()
    made = tuple(_proposal(mine, one) for one in proposals)
    return FactHere(fact=fact.id, about=about[:1].upper() + about[1:], value=claim.value.display(), proposals=made)


def _proposals(mine: Known, fact: str, article: str) -> list[Proposed]:
    """The questions on a fact that have enough answers and rest on words of this article."""
    found = propose_from_fact(mine, fact)
    return [
        one for one in found if len(one.item.options) >= MIN_OPTIONS and any(evidence.article == article for evidence in one.item.evidence)
    ]


def _proposal(mine: Known, proposed: Proposed) -> Proposal:
    item = proposed.item
    return Proposal(
        item=item.id,
        stem=item.stem,
        options=item.options,
        key=item.key,
        explanation=item.explanation,
        failed=tuple(check for check in proposed.checks if not check.passed),
        passed=tuple(check.detail for check in proposed.checks if check.passed),
        likely=likely(item.confidence),
        more=proposed.more,
        known=any(one.item == item.id for one in mine.bank),
    )
