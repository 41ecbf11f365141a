"""Taking articles from files into the library: read by the usual analysis, on the record, kept when the shipped files change."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from quizapp.knowledge.article import Article
from quizapp.knowledge.rulings import Ruling
from quizapp.knowledge.scope import Pack, Scope, make_scope
from quizapp.services.analysis import Analysis, analyse_material
from quizapp.services.database import Database
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
    after = _joined(connection, library, read, now)
    for name in read.scope.articles:
        store_article(connection, library.head.id, after.articles[name], now=now, made_here=True)
    _record(connection, read.scope.articles.values(), now)
    return store_regrouped(connection, library.head, library.scope, after, why=_WHY, actor=None, now=now)


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
    return _with_free_slugs(new, {article.slug for article in library.articles.values()}), there


def _with_free_slugs(articles: Mapping[str, Article], taken: set[str]) -> dict[str, Article]:
    free: dict[str, Article] = {}
    for name, article in articles.items():
        slug, number = article.slug, 2
        while slug in taken:
            slug, number = f"{article.slug}-{number}", number + 1
        taken.add(slug)
        free[name] = replace(article, slug=slug)
    return free


def _joined(connection: Connection, library: Known, read: Analysis, now: datetime) -> Scope:
    """The library's scope with what was read; look-alike names of people wait for a ruling."""
    before = library.scope
    entries = without_borrowed((one for one in read.scope.names.entries if one not in before.names.entries), before.names)
    with Session(bind=connection) as session:
        standing = read_rulings(session, library.head.id)
    cases = _new_rulings(standing, (*read.rulings, *spelling_cases((*before.names.entries, *entries), among=entries)))
    for case in cases:
        add_ruling(connection, library.head.id, case, actor=OPERATOR, actor_id=None, now=now)
    pack = Pack(
        names=(*before.names.entries, *entries),
        relations=(*before.catalogue.values(), *(one for key, one in read.scope.catalogue.items() if key not in before.catalogue)),
        claims=(*before.claims, *read.scope.claims),
        rulings=(*standing, *cases),
        proposals=(*before.proposals, *read.scope.proposals),
    )
    return make_scope({**before.articles, **read.scope.articles}, pack, catalogue={})


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
