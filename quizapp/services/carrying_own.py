"""Teachers' own questions and statements on a library article whose text is corrected: carried along where their words still stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from quizapp.knowledge.article import Article
from quizapp.knowledge.carrying import Carrier
from quizapp.knowledge.claim import Claim
from quizapp.knowledge.scope import Scope
from quizapp.questions.item import State
from quizapp.services.carrying import Carried, carried_items, is_live_on, store_carried
from quizapp.services.own_knowledge import store_own_scope, with_claims
from quizapp.services.own_scope import join
from quizapp.services.regrouping import shelf_of
from quizapp.storage.bank import read_bank
from quizapp.storage.own_facts import revisions_for
from quizapp.storage.scopes import ScopeHead, mark_decided, own_scopes, read_scope


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnCarried:
    """How many questions of teachers' own that are in play rest on the article: those that go on, those that wait for their teacher."""

    going_on: int = 0
    waiting: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class _Own:
    head: ScopeHead
    scope: Scope
    claims: tuple[Claim, ...]
    carried: tuple[Carried, ...]
    in_play: int

    @property
    def going_on(self) -> int:
        return sum(stored.state is State.APPROVED for stored, _ in self.carried)


def count_own(connection: Connection, *, article: Article, before: Mapping[str, Article]) -> OwnCarried:
    """What becomes of teachers' own questions when `article` is as it is here; nothing is stored."""
    found = [_look(connection, head, article, before) for head in own_scopes(connection)]
    going_on = sum(one.going_on for one in found)
    return OwnCarried(going_on=going_on, waiting=sum(one.in_play for one in found) - going_on)


def carry_own(
    connection: Connection, *, library: ScopeHead, after: Scope, article: Article, before: Mapping[str, Article], now: datetime
) -> OwnCarried:
    """Carry them, the new text being stored already; what is not carried is found by the re-check that follows.

    `after` is what is known in the library with the new text, `before` its articles until now.
    """
    going_on = waiting = 0
    for head in own_scopes(connection):
        mark_decided(connection, head.id)
        one = _look(connection, head, article, before)
        own = _carry_claims(connection, one)
        known = join(connection, after, library, head, own)
        revisions = revisions_for(connection, (head.id, library.id), {two.revision for two in known.articles.values()})
        shelf = shelf_of(head.id, known, revisions)
        for stored, item in one.carried:
            store_carried(connection, shelf, stored, item, now=now)
        going_on, waiting = going_on + one.going_on, waiting + one.in_play - one.going_on
    return OwnCarried(going_on=going_on, waiting=waiting)


def _look(connection: Connection, head: ScopeHead, article: Article, before: Mapping[str, Article]) -> _Own:
    own, bank = read_scope(connection, head.id), read_bank(connection, head.id)
    carrier = Carrier({**before, **own.articles}, {**before, article.name: article, **own.articles})
    approved = [one for one in bank if one.state is State.APPROVED and is_live_on(one, article.name)]
    return _Own(
        head=head,
        scope=own,
        claims=tuple(carrier.claims(own.claims)),
        carried=() if _has_too(own, article) else carried_items(bank, carrier, article.name),
        in_play=len(approved),
    )


def _has_too(own: Scope, article: Article) -> bool:
    """Whether the new text is one that the teacher has as her own: there it counts as hers alone."""
    return article.revision in {one.revision for one in own.articles.values()}


def _carry_claims(connection: Connection, one: _Own) -> Scope:
    if one.claims == one.scope.claims:
        return one.scope
    moved = with_claims(connection, one.head, one.claims)
    store_own_scope(connection, one.head, moved)
    return moved
