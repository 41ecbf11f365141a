"""What is known of a teacher's own articles: made anew whenever one is read or deleted, and stored whole."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from quizapp.knowledge.article import Article
from quizapp.knowledge.catalogue import shipped_catalogue
from quizapp.knowledge.claim import Claim, MadeBy
from quizapp.knowledge.names import NameEntry, Names
from quizapp.knowledge.relation import Relation
from quizapp.knowledge.rulings import Ruling
from quizapp.knowledge.scope import Pack, Scope, make_scope
from quizapp.services.joining import spelling_cases, without_borrowed
from quizapp.storage.knowledge_store import replace_knowledge
from quizapp.storage.own_articles import names_found
from quizapp.storage.own_facts import revisions_for
from quizapp.storage.scopes import ScopeHead, library, mark_changed, read_rulings, read_scope


@dataclass(frozen=True, kw_only=True, slots=True)
class _Parts:
    own: Scope
    names: Mapping[str, tuple[NameEntry, ...]]
    rulings: tuple[Ruling, ...]


def with_reading(connection: Connection, head: ScopeHead, article: Article, read: Pack) -> Scope:
    """The teacher's own scope as it will be with this reading of one of her articles; nothing is stored."""
    parts = _parts(connection, head)
    kept = [claim for claim in parts.own.claims if not _is_of_reading(claim, article.name)]
    relations = {**{one.key: one for one in read.relations}, **parts.own.catalogue}
    return _made(parts, {**parts.names, article.name: read.names}, [*kept, *read.claims], relations)


def without_article(connection: Connection, head: ScopeHead, name: str) -> Scope:
    """The same without one of her articles."""
    parts = _parts(connection, head)
    names = {one: entries for one, entries in parts.names.items() if one != name}
    left = [claim for claim in parts.own.claims if claim.evidence.article != name]
    made = _made(parts, names, left, parts.own.catalogue)
    articles = {one: article for one, article in made.articles.items() if one != name}
    return Scope(articles, made.claims, made.facts, made.names, made.catalogue, made.proposals)


def with_claims(connection: Connection, head: ScopeHead, claims: Iterable[Claim]) -> Scope:
    """The same with these claims in place of those it has."""
    parts = _parts(connection, head)
    return _made(parts, parts.names, claims, parts.own.catalogue)


def store_own_scope(connection: Connection, head: ScopeHead, own: Scope) -> None:
    """Store what is known of her own articles in place of what was; every reader is told."""
    public = library(connection)
    scopes = (head.id, public.id) if public else (head.id,)
    revisions = revisions_for(connection, scopes, {claim.evidence.revision for claim in own.claims})
    replace_knowledge(connection, head.id, own, revisions)
    mark_changed(connection, head, None)


def _parts(connection: Connection, head: ScopeHead) -> _Parts:
    with Session(bind=connection) as session:
        rulings = read_rulings(session, head.id)
    return _Parts(own=read_scope(connection, head.id), names=names_found(connection, head.id), rulings=rulings)


def _is_of_reading(claim: Claim, article: str) -> bool:
    return claim.evidence.article == article and claim.made_by is not MadeBy.TEACHER


def _made(parts: _Parts, names: Mapping[str, tuple[NameEntry, ...]], claims: Iterable[Claim], relations: Mapping[str, Relation]) -> Scope:
    entries = _one_registry(names)
    ordered = tuple(sorted(claims, key=_place))
    wanted = {claim.relation for claim in ordered} | {one.relation for one in parts.own.proposals}
    shipped = shipped_catalogue()
    pack = Pack(
        names=entries,
        relations=tuple(relations[key] for key in sorted(wanted - shipped.keys())),
        claims=ordered,
        rulings=(*parts.rulings, *spelling_cases(entries, among=entries)),
        proposals=parts.own.proposals,
    )
    return make_scope(parts.own.articles, pack, catalogue=shipped)


def _one_registry(names: Mapping[str, tuple[NameEntry, ...]]) -> tuple[NameEntry, ...]:
    """The names of all articles; a form that two things share belongs to the one that had it first."""
    entries: tuple[NameEntry, ...] = ()
    for _, found in sorted(names.items()):
        entries = (*entries, *without_borrowed(found, Names(entries)))
    return entries


def _place(claim: Claim) -> tuple[str, int, int, str, str]:
    evidence = claim.evidence
    return evidence.article, evidence.start, evidence.end, claim.relation, claim.value.normal
