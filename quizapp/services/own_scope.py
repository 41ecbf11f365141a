"""A teacher's scope: the library together with her own articles; nothing of hers is seen from anywhere else."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import Final
from weakref import WeakKeyDictionary

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from quizapp.knowledge.catalogue import shipped_catalogue
from quizapp.knowledge.scope import Pack, Scope, make_scope
from quizapp.services.database import Database
from quizapp.services.errors import NotFound
from quizapp.services.joining import joined
from quizapp.services.known import Known, known
from quizapp.storage.bank import read_bank, read_newer
from quizapp.storage.scopes import ScopeHead, make_scope_of, read_rulings, read_scope, scope_of
from quizapp.storage.visits import hold_player

KEPT_TEACHERS: Final = 32
NO_SCOPE: Final = ScopeHead(id=0, generation=0, digest=None)
"""Stands for the scope of a teacher who has nothing of her own yet."""


@dataclass(frozen=True, kw_only=True)
class _Kept:
    library: tuple[int, int, str | None] | None
    known: Known


_KEPT: WeakKeyDictionary[Database, OrderedDict[int, _Kept]] = WeakKeyDictionary()
_LOCK = Lock()


def own_scope(connection: Connection, owner: int) -> ScopeHead | None:
    """The scope of this teacher's own articles and questions; None while she has nothing of her own."""
    return scope_of(connection, owner)


def make_own_scope(connection: Connection, owner: int) -> ScopeHead:
    """The same, made when there is none; call it in a transaction that writes. Raises NotFound for nobody."""
    if not hold_player(connection, owner):
        raise NotFound("There is no such account.")
    return scope_of(connection, owner) or make_scope_of(connection, owner)


def known_to(db: Database, connection: Connection, *, owner: int) -> Known:
    """The library and this teacher's own articles as one scope, with her own questions as its bank; kept until either changes.

    `head` is the head of her own scope, its id 0 while she has nothing of her own.
    """
    head, library = own_scope(connection, owner) or NO_SCOPE, known(db, connection)
    kept, texts = _find(db, owner), _texts(library)
    if kept and kept.library == texts and kept.known.head == head:
        return kept.known
    fresh = _renewed(connection, kept, head) if kept and kept.library == texts else None
    fresh = fresh or _read(db, connection, head)
    _keep(db, owner, _Kept(library=texts, known=fresh))
    return fresh


def _texts(library: Known | None) -> tuple[int, int, str | None] | None:
    """What grows when the library's knowledge changes; its decisions are of no concern here."""
    return (library.head.id, library.head.knowledge, library.head.digest) if library else None


def _renewed(connection: Connection, kept: _Kept, head: ScopeHead) -> Known | None:
    """After decisions alone only what was decided is read; None when more changed."""
    before = kept.known.head
    if (before.id, before.knowledge) != (head.id, head.knowledge) or head.generation < before.generation:
        return None
    return kept.known.with_newer(head, read_newer(connection, head.id, kept.known.bank))


def joined_with(db: Database, connection: Connection, head: ScopeHead, own: Scope) -> Scope:
    """The library with these articles of a teacher's, whether or not they are stored, by the rulings of both."""
    library = known(db, connection)
    public = library.scope if library else make_scope({}, Pack(), catalogue=shipped_catalogue())
    return join(connection, public, library.head if library else None, head, own)


def join(connection: Connection, public: Scope, library: ScopeHead | None, head: ScopeHead, own: Scope) -> Scope:
    """The same with the library as it is given, by the rulings that are stored."""
    if not own.articles and not own.claims:
        return public
    with Session(bind=connection) as session:
        theirs = read_rulings(session, library.id) if library else ()
        mine = read_rulings(session, head.id)
    return joined(public, own, rulings=(*theirs, *mine))


def _read(db: Database, connection: Connection, head: ScopeHead) -> Known:
    own = read_scope(connection, head.id)
    return Known(head, joined_with(db, connection, head, own), read_bank(connection, head.id), frozenset(own.articles))


def _find(db: Database, owner: int) -> _Kept | None:
    with _LOCK:
        mine = _KEPT.get(db)
        if mine is None or owner not in mine:
            return None
        mine.move_to_end(owner)
        return mine[owner]


def _keep(db: Database, owner: int, kept: _Kept) -> None:
    with _LOCK:
        mine = _KEPT.setdefault(db, OrderedDict())
        mine[owner] = kept
        mine.move_to_end(owner)
        while len(mine) > KEPT_TEACHERS:
            mine.popitem(last=False)
