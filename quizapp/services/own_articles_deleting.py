"""Deleting an article of one's own: what rests on it is said first, what was played keeps its record."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from quizapp.knowledge.scope import Scope
from quizapp.questions.item import State
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.own_articles import READ, load_own
from quizapp.services.own_knowledge import store_own_scope, without_article
from quizapp.services.own_scope import joined_with, make_own_scope
from quizapp.services.rechecking import recheck
from quizapp.storage.bank import read_versions
from quizapp.storage.bank_store import Decided, add_decision
from quizapp.storage.own_articles import (
    StoredOwn,
    change_article,
    delete_article,
    delete_own,
    delete_versions,
    forget_readings,
    own_articles,
    used,
    versions_on,
)
from quizapp.storage.own_quizzes import current_rows
from quizapp.storage.record import Entry, write_record
from quizapp.storage.scopes import ScopeHead

KIND = "own article"
"""What the record calls an article of a teacher's."""
WHY = "Its article was deleted by its teacher."
_LIVE = frozenset({State.APPROVED, State.CANDIDATE, State.SENT_BACK})


@dataclass(frozen=True, kw_only=True, slots=True)
class Leaving:
    """What deleting would do: questions that go, and questions that stay for the record because a quiz asks them or they were played."""

    slug: str
    title: str
    questions: int
    kept: int
    in_library: bool


def foresee_delete(db: Database, *, owner: int, slug: str) -> Leaving:
    """What deleting this article would do; nothing is changed. Raises NotFound."""
    with db.reading() as connection:
        found = load_own(connection, owner, slug)
        versions = versions_on(connection, found.row)
        question = current_rows(connection, versions)
        kept = {question[one] for one in used(connection, versions)}
    questions = len(set(question.values()) - kept)
    return Leaving(slug=slug, title=found.title, questions=questions, kept=len(kept), in_library=found.accepted_as is not None)


def delete(db: Database, *, owner: int, slug: str, actor: Actor, now: datetime) -> None:
    """Delete the article, its questions and what was read in it; texts stay only where somebody played. Raises NotFound, NotSaved."""
    with db.writing() as connection:
        found, head = load_own(connection, owner, slug), make_own_scope(connection, owner)
        own = _delete(connection, found, head, actor, now)
        recheck(connection, scope=head.id, known=joined_with(db, connection, head, own), now=now, why=WHY)


def forget_own_articles(connection: Connection, *, owner: int, by: Actor, now: datetime) -> None:
    """Delete every article of a teacher whose account ends; for a transaction that does more."""
    for found in own_articles(connection, owner):
        _delete(connection, found, make_own_scope(connection, owner), by, now)


def _delete(connection: Connection, found: StoredOwn, head: ScopeHead, actor: Actor, now: datetime) -> Scope:
    own = without_article(connection, head, found.name)
    store_own_scope(connection, head, own)
    left = _let_go(connection, found, actor, now)
    forget_readings(connection, found.owner, READ, found.slug)
    entry = Entry(
        at=now,
        actor=actor.name,
        actor_id=actor.player,
        action="article deleted",
        subject_kind=KIND,
        subject_id=str(found.row),
        new={"questions kept for the record": left},
    )
    write_record(connection, entry)
    return own


def _let_go(connection: Connection, found: StoredOwn, actor: Actor, now: datetime) -> int:
    """Delete what nothing needs; how many questions stay for the record."""
    versions = versions_on(connection, found.row)
    kept = sorted(used(connection, versions))
    delete_versions(connection, [one for one in versions if one not in kept])
    if not kept:
        delete_article(connection, found.row)
        return 0
    for row, one in read_versions(connection, found.scope, kept).items():
        if one.state in _LIVE:
            decided = Decided(state=State.RETIRED, reason=WHY, actor=actor.name, actor_id=actor.player)
            add_decision(connection, found.scope, row, decided, content=one.content, now=now)
    change_article(connection, found.row, {"withdrawn_at": now})
    delete_own(connection, found.row)
    return len(kept)
