"""What is known in the library, kept in memory for as long as the database says that nothing changed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from threading import Lock
from weakref import WeakKeyDictionary

from sqlalchemy import Connection

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim, Evidence
from quizapp.knowledge.fact import Fact, Position
from quizapp.knowledge.reading.spans import Span
from quizapp.knowledge.scope import Scope
from quizapp.questions.background import Background, survey
from quizapp.questions.item import State
from quizapp.services.database import Database
from quizapp.services.marks import Mark, find_marks
from quizapp.storage.bank import read_bank, read_newer
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.scopes import ScopeHead, library, read_scope


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where a claim stands in the library's knowledge."""

    fact: Fact
    position: Position
    claim: Claim


@dataclass(frozen=True)
class Known:
    """What is known in a scope at one generation, and its bank; values only, shared by all threads.

    `own` names the articles that a teacher alone has; in the library there are none.
    """

    head: ScopeHead
    scope: Scope
    bank: tuple[StoredItem, ...]
    own: frozenset[str] = frozenset()

    @cached_property
    def playable(self) -> Mapping[str, StoredItem]:
        """The approved questions, by item id."""
        return {one.item: one for one in self.bank if one.state is State.APPROVED and one.decision and one.decision.content == one.content}

    @cached_property
    def background(self) -> Background:
        """The scope arranged for asking and checking."""
        return survey(self.scope)

    @cached_property
    def versions(self) -> Mapping[int, StoredItem]:
        """Current versions by their rows."""
        return {one.row: one for one in self.bank}

    @cached_property
    def places(self) -> Mapping[str, tuple[Place, ...]]:
        """Every claim with its fact and position, by the article's name, in the article's order."""
        found: dict[str, list[Place]] = defaultdict(list)
        for fact in self.scope.facts:
            for position in fact.positions:
                for claim in position.claims:
                    found[claim.evidence.article].append(Place(fact=fact, position=position, claim=claim))
        return {name: tuple(sorted(places, key=_in_text)) for name, places in found.items()}

    @cached_property
    def marks(self) -> Mapping[str, tuple[Mark, ...]]:
        """The marks of every article's page, by the article's name."""
        more = {name: spans - self._claimed[name] for name, spans in self._proven(self._asked()).items()}
        return {name: find_marks(self._claimed[name] | spans) if spans else self._claim_marks[name] for name, spans in more.items()}

    @cached_property
    def _claimed(self) -> Mapping[str, frozenset[Span]]:
        return self._proven(claim.evidence for claim in self.scope.claims)

    @cached_property
    def _claim_marks(self) -> Mapping[str, tuple[Mark, ...]]:
        return {name: find_marks(spans) for name, spans in self._claimed.items()}

    def _proven(self, evidence: Iterable[Evidence]) -> Mapping[str, frozenset[Span]]:
        """The words that stand in the articles as they are, by the article's name."""
        words: dict[str, set[Span]] = {name: set() for name in self.scope.articles}
        for one in evidence:
            if self.scope.proves(one):
                words[one.article].add(Span(start=one.start, end=one.end))
        return {name: frozenset(spans) for name, spans in words.items()}

    def with_newer(self, head: ScopeHead, newer: Iterable[StoredItem]) -> "Known":
        """The same knowledge with these items in place of their earlier versions; what follows from the knowledge alone is kept."""
        bank = {one.item: one for one in (*self.bank, *newer)}
        fresh = Known(head, self.scope, tuple(bank[item] for item in sorted(bank)), self.own)
        fresh.__dict__.update({name: self.__dict__[name] for name in _OF_SCOPE & self.__dict__.keys()})
        return fresh

    def article(self, name: str) -> Article:
        """The current revision of an article."""
        return self.scope.articles[name]

    def _asked(self) -> Iterable[Evidence]:
        for item in self.playable.values():
            yield from item.value.evidence


_OF_SCOPE = frozenset({"background", "places", "_claimed", "_claim_marks"})
"""The cached properties of Known that no decision changes."""
_KEPT: WeakKeyDictionary[Database, Known] = WeakKeyDictionary()
_LOCK = Lock()


def known(db: Database, connection: Connection) -> Known | None:
    """The library as this transaction sees it; None before it was loaded for the first time."""
    head = library(connection)
    if head is None:
        return None
    kept = _KEPT.get(db)
    if kept is not None and kept.head == head:
        return kept
    fresh = _renewed(connection, kept, head) if kept is not None else _read(connection, head)
    with _LOCK:
        _KEPT[db] = fresh
    return fresh


def _read(connection: Connection, head: ScopeHead) -> Known:
    return Known(head, read_scope(connection, head.id), read_bank(connection, head.id))


def _renewed(connection: Connection, kept: Known, head: ScopeHead) -> Known:
    """After decisions alone only what was decided is read: a reviewer makes hundreds of them, while others play."""
    if replace(kept.head, generation=head.generation) != head or head.generation < kept.head.generation:
        return _read(connection, head)
    return kept.with_newer(head, read_newer(connection, head.id, kept.bank))


def _in_text(place: Place) -> tuple[int, int, str]:
    return place.claim.evidence.start, place.claim.evidence.end, place.fact.id
