"""Sharing an article with the library: its teacher asks, an admin decides, and what is taken in is the library's own copy."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim, Evidence
from quizapp.knowledge.scope import Pack, Scope
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import Conflict, FieldRefused, NotFound
from quizapp.services.known import known
from quizapp.services.own_articles import NOT_HERE, load_own
from quizapp.services.own_articles_deleting import KIND
from quizapp.services.taking_in import add_articles
from quizapp.storage.own_articles import StoredOwn, article_by_row, change_own, names_found, row_of
from quizapp.storage.own_articles import shared_articles as stored_shared
from quizapp.storage.record import Entry, write_record
from quizapp.storage.scopes import read_scope
from quizapp.storage.tables.own_articles import Rights, Sharing

LONGEST_REASON: Final = 500
_NOT_ASKED: Final = "This article does not wait for the library’s answer any more."
_HAVE: Final = "The library has exactly this text already."
_QUOTED: Final = (
    "A text that you only quote for your class cannot be shared. If you may pass it on, change what you say about its rights first."
)
_WHY: Final = "The library took in a teacher’s article that speaks of the same."
_UNREAD: Final = "This article is not read yet. Share it when it is."


@dataclass(frozen=True, kw_only=True, slots=True)
class SharedArticle:
    """An article that waits for the library's answer, with what an admin needs to decide; `claims` are the facts read in it."""

    article: int
    title: str
    text: str
    date: dt.date | None
    source: str | None
    link: str | None
    rights: Rights
    rights_note: str
    teacher: str
    shared_at: dt.datetime
    claims: int


def share(db: Database, *, owner: int, slug: str, actor: Actor, now: dt.datetime) -> None:
    """Ask the library to take the article in. Raises NotFound, Conflict, NotSaved."""
    with db.writing() as connection:
        found = load_own(connection, owner, slug)
        if found.sharing in {Sharing.SHARED, Sharing.ACCEPTED}:
            raise Conflict("This article is with the library already.")
        if found.rights is Rights.QUOTED:
            raise Conflict(_QUOTED)
        if found.read_at is None:
            raise Conflict(_UNREAD)
        _move(connection, found, {"sharing": "shared", "shared_at": now, "answered_at": None, "answer": None})
        _record(connection, found, "article shared", actor, now)


def take_back(db: Database, *, owner: int, slug: str, actor: Actor, now: dt.datetime) -> None:
    """Stop asking. Raises NotFound, Conflict when the library has answered, NotSaved."""
    with db.writing() as connection:
        found = load_own(connection, owner, slug)
        if found.sharing is not Sharing.SHARED:
            raise Conflict(_NOT_ASKED)
        _move(connection, found, {"sharing": "private", "shared_at": None})
        _record(connection, found, "article taken back", actor, now)


def shared_articles(db: Database) -> tuple[SharedArticle, ...]:
    """Every article that waits for the library's answer, the longest waiting first; for admins."""
    with db.reading() as connection:
        return tuple(_shown(connection, one) for one in stored_shared(connection))


def accept(db: Database, *, article: int, actor: Actor, now: dt.datetime) -> str:
    """Take the article into the library with its claims as a copy of the library's own; returns its address there.

    Its questions start as candidates: the library decides on each. Raises NotFound, Conflict, NotSaved.
    """
    with db.writing() as connection:
        found, library = _asked(connection, article), known(db, connection)
        if library is None:
            raise NotFound("The library is not loaded.")
        own = read_scope(connection, found.scope)
        taken = _copy(own.articles[found.name], library.scope)
        names = names_found(connection, found.scope).get(found.name, ())
        read = Pack(names=names, relations=tuple(own.catalogue.values()), claims=_claims(own, found.name, taken))
        add_articles(connection, library, {taken.name: taken}, read, why=_WHY, actor=actor, now=now)
        row = row_of(connection, library.head.id, taken.name)
        _move(connection, found, {"sharing": "accepted", "answered_at": now, "accepted_as": row})
        _record(connection, found, "article accepted", actor, now, new={"article": taken.slug})
    return taken.slug


def decline(db: Database, *, article: int, reason: str, actor: Actor, now: dt.datetime) -> None:
    """Leave the article to its teacher, who reads the reason. Raises NotFound, Conflict, FieldRefused on `reason`, NotSaved."""
    said = " ".join(reason.split())
    if not said or len(said) > LONGEST_REASON:
        raise FieldRefused("reason", f"Say why in at most {LONGEST_REASON} characters: the teacher reads it.")
    with db.writing() as connection:
        found = _asked(connection, article)
        _move(connection, found, {"sharing": "declined", "answered_at": now, "answer": said})
        _record(connection, found, "article declined", actor, now, why=said)


def _asked(connection: Connection, article: int) -> StoredOwn:
    found = article_by_row(connection, article)
    if found is None or found.sharing is Sharing.PRIVATE:
        raise NotFound(NOT_HERE)
    if found.sharing is not Sharing.SHARED:
        raise Conflict(_NOT_ASKED)
    return found


def _copy(article: Article, library: Scope) -> Article:
    if article.revision in {one.revision for one in library.articles.values()}:
        raise Conflict(_HAVE)
    return replace(article, name=f"{article.slug}.txt")


def _claims(own: Scope, name: str, taken: Article) -> tuple[Claim, ...]:
    def moved(evidence: Evidence) -> Evidence:
        return replace(evidence, article=taken.name)

    return tuple(replace(claim, evidence=moved(claim.evidence)) for claim in own.claims if claim.evidence.article == name)


def _shown(connection: Connection, one: StoredOwn) -> SharedArticle:
    own = read_scope(connection, one.scope)
    return SharedArticle(
        article=one.row,
        title=one.title,
        text=own.articles[one.name].text,
        date=one.date,
        source=one.source,
        link=one.link,
        rights=one.rights,
        rights_note=one.rights_note,
        teacher=one.owner_name,
        shared_at=one.shared_at or one.added_at,
        claims=sum(claim.evidence.article == one.name for claim in own.claims),
    )


def _move(connection: Connection, found: StoredOwn, cells: dict[str, object]) -> None:
    change_own(connection, found.row, cells)


def _record(
    connection: Connection,
    found: StoredOwn,
    action: str,
    actor: Actor,
    now: dt.datetime,
    *,
    new: dict[str, object] | None = None,
    why: str = "",
) -> None:
    entry = Entry(
        at=now,
        actor=actor.name,
        actor_id=actor.player,
        action=action,
        subject_kind=KIND,
        subject_id=str(found.row),
        new={"title": found.title, **(new or {})},
        why=why,
    )
    write_record(connection, entry)
