"""The questions a teacher may put into her quizzes: the library's approved ones, and those of her own that she approved."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection

from quizapp.knowledge.article import Article
from quizapp.knowledge.fact import Verdict
from quizapp.questions.item import State
from quizapp.services.database import Database
from quizapp.services.known import Known, known
from quizapp.services.own_scope import known_to
from quizapp.services.proofs import key_proof
from quizapp.storage.bank import read_versions
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.own_quizzes import current_rows

_ENDED = frozenset({State.REJECTED, State.RETIRED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Chosen:
    """A question in a quiz as it was put there: whether it may be played, and the newer wording that may take its place.

    `waits` says that it was changed since and nobody approved the new wording yet.
    """

    item: StoredItem
    good: bool = True
    newer: StoredItem | None = None
    waits: bool = False


@dataclass(frozen=True)
class Pool:
    """Questions to choose from, by the row of their current version; `known` is what is known in this teacher's scope."""

    known: Known
    library: Known | None

    @cached_property
    def items(self) -> Mapping[int, StoredItem]:
        """All of them."""
        public = self.library.playable.values() if self.library else ()
        return {one.row: one for one in (*self.own.values(), *public)}

    @cached_property
    def own(self) -> Mapping[int, StoredItem]:
        """This teacher's own."""
        return {one.row: one for one in self.known.playable.values()}

    @cached_property
    def own_items(self) -> frozenset[str]:
        """The ids of all questions that are this teacher's own, in whatever wording and state."""
        return frozenset(one.item for one in self.known.bank)

    def own_article(self, item: StoredItem) -> str:
        """The slug of the teacher's own article on which a question of hers is edited; empty for the library's questions."""
        public = self.library.scope.articles if self.library else {}
        mine = (one.slug for one in self.articles(item) if one.name not in public)
        return next(mine, "") if item.item in self.own_items else ""

    def articles(self, item: StoredItem) -> tuple[Article, ...]:
        """The articles a question rests on, each once."""
        names = dict.fromkeys(one.article for one in item.value.evidence)
        return tuple(self.known.scope.articles[name] for name in names if name in self.known.scope.articles)

    def verdict(self, item: StoredItem) -> tuple[Verdict, int, int]:
        """What the articles say together of what a question asks: (verdict, independent sources, articles that tell it)."""
        fact = self.known.scope.fact(item.value.fact)
        _, position = key_proof(fact, item)
        if fact is None or position is None:
            return fact.verdict if fact else Verdict.STATED, 1, 1
        return fact.verdict, len(position.sources), len(position.articles())


def pool_of(db: Database, connection: Connection, *, owner: int) -> Pool:
    """What this teacher may choose from."""
    return Pool(known_to(db, connection, owner=owner), known(db, connection))


def chosen(connection: Connection, pool: Pool, rows: Sequence[int]) -> tuple[Chosen, ...]:
    """The questions of a quiz by the rows of their versions, in order, with what became of them."""
    missing = [row for row in rows if row not in pool.items]
    older = _older(connection, pool, missing) if missing else {}
    return tuple(older[row] if row in older else Chosen(item=pool.items[row]) for row in rows)


def to_play(connection: Connection, pool: Pool, rows: Sequence[int]) -> tuple[StoredItem, ...]:
    """Those of a quiz's questions that may be played now, in order."""
    return tuple(one.item for one in chosen(connection, pool, rows) if one.good)


def _older(connection: Connection, pool: Pool, rows: Iterable[int]) -> dict[int, Chosen]:
    """Versions that are not what one would choose now: an older wording stays good unless its question was rejected or retired."""
    wanted = list(rows)
    scopes = [pool.known.head.id, *([pool.library.head.id] if pool.library else [])]
    by_scope = [read_versions(connection, scope, wanted) for scope in scopes]
    newest = current_rows(connection, wanted)
    states = [read_versions(connection, scope, set(newest.values())) for scope in scopes]
    return {row: _one(row, by_scope, newest[row], states, pool) for row in wanted}


def _one(row: int, by_scope: list[dict[int, StoredItem]], newest: int, states: list[dict[int, StoredItem]], pool: Pool) -> Chosen:
    decided = next((found[row] for found in by_scope if found[row].decision), by_scope[0][row])
    ended = any(found[newest].state in _ENDED for found in states)
    newer = pool.items.get(newest)
    waits = newer is None and newest != row and not ended
    if newer is not None and newer.content == decided.content:
        newer = None
    return Chosen(item=decided, good=decided.state is State.APPROVED and not ended, newer=newer, waits=waits)
