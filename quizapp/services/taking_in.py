"""Taking articles from files into the library: read by the usual analysis, on the record, kept when the shipped files change."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim
from quizapp.knowledge.rulings import Ruling
from quizapp.knowledge.scope import Pack, Scope, make_scope
from quizapp.services.addresses import with_free_slugs
from quizapp.services.analysis import Analysis, analyse_material
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import Conflict, NotFound
from quizapp.services.joining import spelling_cases, without_borrowed
from quizapp.services.known import Known, known
from quizapp.services.material import Material
from quizapp.services.regrouping import Effect, store_regrouped
from quizapp.storage.knowledge_store import store_article
from quizapp.storage.knowledge_values import ruling_digest
from quizapp.storage.record import Entry, write_record
from quizapp.storage.rulings import add_ruling
from quizapp.storage.scopes import read_rulings

OPERATOR = "operator"
"""How the record names whoever has the machine's shell."""
_WHY = "An article that was added speaks of the same."


@dataclass(frozen=True, kw_only=True, slots=True)
class TakenIn:
    """What came of it: names of articles added and of those whose text the library had already; questions that wait for review."""

    added: tuple[str, ...] = ()
    there: tuple[str, ...] = ()
    claims: int = 0
    questions: int = 0
    left_play: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class More:
    """The library's scope with more in it, and the rulings that come along: look-alike names of people wait for one."""

    scope: Scope
    cases: tuple[Ruling, ...]


def take_in(db: Database, material: Material, *, now: datetime) -> TakenIn:
    """Add articles to the library; their questions start as candidates, on which the library decides.

    Raises Conflict for a name that another text of the library has, NotFound before the library is loaded, MaterialError, NotSaved.
    """
    with db.reading() as connection:
        new, there = sort_articles(library_of(db, connection).scope, material.articles)
    if not new:
        return TakenIn(there=there)
    read = analyse_material(replace(material, articles=new))
    with db.writing() as connection:
        effect = add_read(connection, library_of(db, connection), read, now=now)
    stems = tuple(one.stem for one in effect.touched if one.left_play)
    return TakenIn(added=tuple(new), there=there, claims=len(read.scope.claims), questions=len(effect.new), left_play=stems)


def add_read(connection: Connection, library: Known, read: Analysis, *, now: datetime) -> Effect:
    """Add articles, with what was read in them, to the library as it is."""
    scope = read.scope
    pack = Pack(
        names=scope.names.entries,
        relations=tuple(scope.catalogue.values()),
        claims=scope.claims,
        rulings=read.rulings,
        proposals=scope.proposals,
    )
    effect = add_articles(connection, library, scope.articles, pack, why=_WHY, actor=None, now=now)
    _record(connection, scope.articles.values(), now)
    return effect


def add_articles(
    connection: Connection, library: Known, articles: Mapping[str, Article], read: Pack, *, why: str, actor: Actor | None, now: datetime
) -> Effect:
    """Store articles of people's own, with what was read in them, and all that follows for the library as it is."""
    more = with_more(connection, library, read, articles=articles)
    store_cases(connection, library, more, actor=actor, now=now)
    for article in articles.values():
        store_article(connection, library.head.id, article, now=now, made_here=True)
    return store_regrouped(connection, library.head, library.scope, more.scope, why=why, actor=actor, now=now)


def with_more(
    connection: Connection, library: Known, read: Pack, *, articles: Mapping[str, Article], claims: Sequence[Claim] | None = None
) -> More:
    """The library with these articles and what was read, nothing stored; `claims` are all of them where the new ones do not follow."""
    before = library.scope
    entries = without_borrowed((one for one in read.names if one not in before.names.entries), before.names)
    with Session(bind=connection) as session:
        standing = read_rulings(session, library.head.id)
    cases = _new_rulings(standing, (*read.rulings, *spelling_cases((*before.names.entries, *entries), among=entries)))
    together = (*before.claims, *read.claims) if claims is None else tuple(claims)
    used = {claim.relation for claim in together} - before.catalogue.keys()
    pack = Pack(
        names=(*before.names.entries, *entries),
        relations=(*before.catalogue.values(), *(one for one in read.relations if one.key in used)),
        claims=together,
        rulings=(*standing, *cases),
        proposals=(*before.proposals, *(one for one in read.proposals if one not in before.proposals)),
    )
    return More(scope=make_scope({**before.articles, **articles}, pack, catalogue={}), cases=cases)


def store_cases(connection: Connection, library: Known, more: More, *, actor: Actor | None, now: datetime) -> None:
    """Store the rulings that came with what was read; nobody in particular made them where there is no actor."""
    by, who = (actor.name, actor.player) if actor else (OPERATOR, None)
    for case in more.cases:
        add_ruling(connection, library.head.id, case, actor=by, actor_id=who, now=now)


def library_of(db: Database, connection: Connection) -> Known:
    """The library as this transaction sees it; raises NotFound before it is loaded."""
    found = known(db, connection)
    if found is None:
        raise NotFound("The library is not loaded yet.")
    return found


def sort_articles(library: Scope, articles: Mapping[str, Article]) -> tuple[dict[str, Article], tuple[str, ...]]:
    """Articles that are new to the library, at addresses that are free, and names of those whose text it has; raises Conflict."""
    have = {article.revision for article in library.articles.values()}
    there = tuple(name for name, article in articles.items() if article.revision in have)
    new = {name: article for name, article in articles.items() if name not in there}
    for name in new:
        if name in library.articles:
            raise Conflict(f"{name}: the library has another text of this name. Rename the file, or correct the article on its page.")
    return with_free_slugs(new, library.articles.values()), there


def _new_rulings(standing: Sequence[Ruling], read: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Those that are not there in other words; a pair of names is ruled on once."""
    have = {_about(ruling) for ruling in standing}
    return tuple({_about(ruling): ruling for ruling in reversed(tuple(read)) if _about(ruling) not in have}.values())[::-1]


def _about(ruling: Ruling) -> object:
    return frozenset(ruling.names) if ruling.names else ruling_digest(ruling)


def _record(connection: Connection, articles: Iterable[Article], now: datetime) -> None:
    for one in articles:
        new: dict[str, object] = {"title": one.title, "revision": one.revision}
        act = Entry(at=now, actor=OPERATOR, action="article added", subject_kind="article", subject_id=one.slug[:60], new=new)
        write_record(connection, act)
