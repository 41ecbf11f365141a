"""A teacher gives a question to the library: it becomes a question of the library's own there, which a reviewer decides on."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from quizapp.knowledge.claim import Evidence
from quizapp.knowledge.reading.passages import passage_of
from quizapp.knowledge.reading.spans import Span
from quizapp.questions.checks import check_against
from quizapp.questions.item import Candidate, CheckResult, State
from quizapp.questions.passages import reading_of
from quizapp.services.database import Database
from quizapp.services.deciding import KIND, Actor, current_version
from quizapp.services.errors import Conflict, Invalid, NotFound
from quizapp.services.known import Known, known
from quizapp.services.review_adopting import background_with, stated_fact
from quizapp.storage import sharing
from quizapp.storage.bank import read_bank
from quizapp.storage.bank_store import Shelf, store_edited, store_written
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.own_facts import revisions_for
from quizapp.storage.record import Entry, write_record
from quizapp.storage.scopes import mark_decided
from quizapp.storage.sharing import Shared, add_share, item_row

_NOT_PUBLIC = "This question rests on an article of your own. Share the article first; the library can only keep what it can prove."
_TWICE = "The library has this question already."
_TAKEN = "The library approved an earlier wording of this question. Ask a reviewer to change it."


@dataclass(frozen=True, kw_only=True, slots=True)
class ShareView:
    """What came of a share: the state of the library's question, and what the reviewer says."""

    own_version: int | None
    state: State
    comment: str
    at: datetime


def share_item(db: Database, *, scope: int, item: str, version: int, actor: Actor, now: datetime) -> int:
    """Give the version of a teacher's own question to the library, where it waits for a decision; returns its row there.

    Raises NotFound, Conflict (not the current version, or given already), Invalid (it rests on an article of her own), NotSaved.
    """
    with db.writing() as connection:
        library = known(db, connection)
        if library is None or library.head.id == scope:
            raise NotFound("There is no library to share with.")
        mark_decided(connection, library.head.id)
        stored = current_version(connection, scope=scope, item=item, version=version, own=True)
        if not all(library.scope.proves(one) for one in stored.value.evidence):
            raise Invalid(_NOT_PUBLIC)
        fact = stated_fact(connection, scope, library, stored.value.fact)
        if fact is None and library.scope.fact(stored.value.fact) is None:
            raise Invalid(_NOT_PUBLIC)
        checks = check_against(stored.value, background_with(library, fact))
        return _share(connection, library, stored, checks, actor, now)


def shared_by(db: Database, *, teacher: int) -> tuple[ShareView, ...]:
    """What came of a teacher's shares, oldest first."""
    with db.reading() as connection:
        library = known(db, connection)
        bank = {one.item: one for one in library.bank} if library else {}
        return tuple(_view(one, bank[one.library_item]) for one in sharing.shares_by(connection, teacher) if one.library_item in bank)


def _share(connection: Connection, library: Known, stored: StoredItem, checks: tuple[CheckResult, ...], actor: Actor, now: datetime) -> int:
    scope, own = library.head.id, item_row(connection, stored.row)
    candidate = Candidate(item=stored.value, checks=checks)
    bank = {one.item: one for one in read_bank(connection, scope)}
    earlier = next((bank[one.library_item] for one in sharing.shares_of(connection, own)[::-1] if one.library_item in bank), None)
    _refuse(bank, stored, earlier)
    shelf = _shelf(connection, library, stored)
    if earlier is None:
        row = store_written(connection, shelf, candidate, now=now)
    else:
        row = store_edited(connection, shelf, candidate, earlier, now=now)
    add_share(connection, own_item=own, own_version=stored.row, library_version=row, by=actor.player, name=actor.name, now=now)
    entry = Entry(
        at=now,
        actor=actor.name,
        actor_id=actor.player,
        action="question shared",
        subject_kind=KIND,
        subject_id=earlier.item if earlier else stored.value.id,
        new={"scope": scope, "state": State.CANDIDATE.value, "stem": stored.value.stem, "version": earlier.number + 1 if earlier else 1},
    )
    write_record(connection, entry)
    return row


def _refuse(bank: dict[str, StoredItem], stored: StoredItem, earlier: StoredItem | None) -> None:
    if any(one.content == stored.content for one in bank.values()) or (earlier is None and stored.value.id in bank):
        raise Conflict(_TWICE)
    if earlier is not None and earlier.state is State.APPROVED:
        raise Conflict(_TAKEN)


def _shelf(connection: Connection, library: Known, stored: StoredItem) -> Shelf:
    revisions = revisions_for(connection, (library.head.id,), {one.revision for one in stored.value.evidence})

    def passage(evidence: Evidence) -> Span:
        return passage_of(reading_of(library.article(evidence.article)), Span(start=evidence.start, end=evidence.end))

    return Shelf(scope=library.head.id, revisions=revisions, passage=passage)


def _view(one: Shared, stored: StoredItem) -> ShareView:
    return ShareView(own_version=one.own_version, state=stored.state, comment=stored.decision.reason if stored.decision else "", at=one.at)
