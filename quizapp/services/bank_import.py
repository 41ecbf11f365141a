"""Bringing a bank from another quizapp into the library: its articles, what is known of them, and its questions, checked anew."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from quizapp.exchange.bank_json import ApprovedItem, Bank
from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Evidence
from quizapp.knowledge.scope import Pack, make_scope
from quizapp.questions.background import Background
from quizapp.questions.item import Candidate, Item, State
from quizapp.questions.review import Move, why_not_approved
from quizapp.services.analysis import Analysis
from quizapp.services.database import Database
from quizapp.services.rechecking import checks_of
from quizapp.services.regrouping import shelf_of
from quizapp.services.taking_in import OPERATOR, add_read, library_of, sort_articles
from quizapp.storage.bank_store import Decided, Shelf, add_decision, store_edited, store_written
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.knowledge_store import revision_rows
from quizapp.storage.record import Entry, write_record
from quizapp.storage.scopes import mark_decided

_OTHER = "a person here decided on other words of it"


@dataclass(frozen=True, kw_only=True, slots=True)
class Imported:
    """What came of it; `waiting` are questions that were stored but not approved, `left` those not stored, each with the reason."""

    articles: int = 0
    approved: int = 0
    there: int = 0
    waiting: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Into:
    connection: Connection
    scope: int
    shelf: Shelf
    background: Background
    standing: Mapping[str, StoredItem]
    names: Mapping[str, str]
    now: datetime


def import_bank(db: Database, bank: Bank, *, now: datetime) -> Imported:
    """Bring it in, in one transaction. An approved question whose checks pass here too is approved; nothing decided here is changed.

    Raises Conflict for an article whose name another text of the library has, NotFound before the library is loaded, NotSaved.
    """
    with db.writing() as connection:
        before = library_of(db, connection)
        new, _ = sort_articles(before.scope, {article.name: article for article in bank.articles})
        if new:
            add_read(connection, before, _read(bank, new), now=now)
        into = _into(db, connection, bank, now)
        fates = [_bring(into, one) for one in bank.questions]
    return Imported(
        articles=len(new),
        approved=fates.count("approved"),
        there=fates.count("there"),
        waiting=tuple(fate.removeprefix("waits: ") for fate in fates if fate.startswith("waits: ")),
        left=tuple(fate.removeprefix("left: ") for fate in fates if fate.startswith("left: ")),
    )


def _read(bank: Bank, new: Mapping[str, Article]) -> Analysis:
    claims = tuple(claim for claim in bank.claims if claim.evidence.article in new)
    pack = Pack(names=bank.names, relations=bank.relations, claims=claims, rulings=bank.rulings)
    return Analysis(scope=make_scope(new, pack, catalogue={}), rulings=bank.rulings)


def _into(db: Database, connection: Connection, bank: Bank, now: datetime) -> _Into:
    library = library_of(db, connection)
    here = {article.revision: name for name, article in library.scope.articles.items()}
    return _Into(
        connection=connection,
        scope=library.head.id,
        shelf=shelf_of(library.head.id, library.scope, revision_rows(connection, library.head.id)),
        background=library.background,
        standing={one.item: one for one in library.bank},
        names={article.name: here[article.revision] for article in bank.articles},
        now=now,
    )


def _bring(into: _Into, one: ApprovedItem) -> str:
    item = _with_names_of_here(one.item, into.names)
    standing = into.standing.get(one.id)
    candidate = Candidate(item=item, checks=checks_of(item, into.background))
    same = standing is not None and standing.content == item.content
    if standing is not None and same and standing.state is not State.CANDIDATE:
        return "there" if standing.state is State.APPROVED else f"left: {item.stem}: it is {standing.state.value.replace('_', ' ')} here"
    if standing is not None and not same and (standing.edited or standing.decision is not None):
        return f"left: {item.stem}: {_OTHER}"
    row = standing.row if standing is not None and same else _store(into, candidate, standing)
    trouble = why_not_approved(candidate, one.reason)
    if trouble:
        return f"waits: {item.stem}: {trouble}"
    _approve(into, one, item, row)
    return "approved"


def _store(into: _Into, candidate: Candidate, standing: StoredItem | None) -> int:
    if standing is None:
        return store_written(into.connection, into.shelf, candidate, now=into.now)
    return store_edited(into.connection, into.shelf, candidate, standing, now=into.now)


def _approve(into: _Into, one: ApprovedItem, item: Item, row: int) -> None:
    mark_decided(into.connection, into.scope)
    decided = Decided(state=State.APPROVED, reason=one.reason, actor=OPERATOR, move=Move.APPROVE)
    add_decision(into.connection, into.scope, row, decided, content=item.content, now=into.now)
    new: dict[str, object] = {"state": State.APPROVED.value, "scope": into.scope}
    act = Entry(at=into.now, actor=OPERATOR, action="question imported", subject_kind="item", subject_id=one.id, new=new, why=one.reason)
    write_record(into.connection, act)


def _with_names_of_here(item: Item, names: Mapping[str, str]) -> Item:
    def moved(evidence: Evidence) -> Evidence:
        return replace(evidence, article=names[evidence.article])

    source = names.get(item.source) if item.source else None
    return replace(item, evidence=tuple(moved(one) for one in item.evidence), source=source or item.source)
