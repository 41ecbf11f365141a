"""Rulings: an admin's decisions on facts and names, foreseen before they are made, on the record, and taken back as easily."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec
from sqlalchemy import Connection

from quizapp.knowledge.fact import fact_id
from quizapp.knowledge.ruled_keys import key_of_part
from quizapp.knowledge.rulings import NAME_KINDS, Ruling, RulingKind
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import Conflict, FieldRefused, NotFound
from quizapp.services.known import Known, known
from quizapp.services.regrouping import Effect, foresee, regroup, store_regrouped
from quizapp.services.ruling_order import before_it, contradicts, waits_without
from quizapp.storage import rulings as stored_rulings
from quizapp.storage.knowledge_values import ruling_digest
from quizapp.storage.record import Entry, write_record
from quizapp.storage.rulings import StoredRuling

KIND = "ruling"
LONGEST_REASON = 500
_NO_LIBRARY = "The library is not loaded."


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """A ruling that was made, by its row, and what it changed."""

    row: int
    effect: Effect


@dataclass(frozen=True, kw_only=True, slots=True)
class _TakingBack:
    """A ruling to be taken back: those that count again, the open case that is left instead, and all rulings that are left."""

    ruling: StoredRuling
    before: tuple[StoredRuling, ...]
    waits: Ruling | None
    left: tuple[Ruling, ...]

    @property
    def again(self) -> tuple[Ruling, ...]:
        """What is ruled of the same thing afterwards."""
        return (*(one.value for one in self.before), *((self.waits,) if self.waits else ()))


def foresee_ruling(db: Database, *, ruling: Ruling) -> Effect:
    """What a ruling would change. Raises Conflict where it cannot be made, NotFound, FieldRefused."""
    with db.reading() as connection:
        library, standing = _library(db, connection)
        _refuse(library, standing, ruling)
        after = regroup(library.scope, _with(standing, ruling))
        return foresee(connection, library.head, library.scope, after, library.bank)


def make_ruling(db: Database, *, ruling: Ruling, actor: Actor, now: datetime) -> Made:
    """Make a ruling: one that says the opposite of the same names or fact is withdrawn with it, and all that follows is stored.

    Raises Conflict where it stands already or cannot be made, NotFound, FieldRefused, NotSaved.
    """
    with db.writing() as connection:
        library, standing = _library(db, connection)
        _refuse(library, standing, ruling)
        replaced = [one for one in standing if contradicts(one.value, ruling)]
        for one in replaced:
            stored_rulings.withdraw_ruling(connection, one.row, by=actor.name, why=ruling.reason, now=now)
        row = stored_rulings.add_ruling(connection, library.head.id, ruling, actor=actor.name, actor_id=actor.player, now=now)
        after = regroup(library.scope, _with(standing, ruling))
        effect = store_regrouped(connection, library.head, library.scope, after, why=ruling.reason, actor=actor, now=now, bring_back=True)
        old: dict[str, object] | None = {"rulings": [msgspec.to_builtins(one.value) for one in replaced]} if replaced else None
        new = {"ruling": msgspec.to_builtins(ruling), **_told(effect)}
        _record(connection, "ruling made", row, actor, now, old=old, new=new, why=ruling.reason)
    return Made(row=row, effect=effect)


def foresee_withdrawal(db: Database, *, ruling: int) -> Effect:
    """What taking a ruling back would change. Raises NotFound, Conflict when it does not stand."""
    with db.reading() as connection:
        library, _ = _library(db, connection)
        back = _taking_back(connection, library, ruling)
        return foresee(connection, library.head, library.scope, regroup(library.scope, back.left), library.bank)


def withdraw_ruling(db: Database, *, ruling: int, reason: str, actor: Actor, now: datetime) -> Effect:
    """Take a ruling back: what stood before it counts again, and questions that left play for it come back where they hold.

    Raises NotFound, Conflict when it does not stand, FieldRefused without a reason, NotSaved.
    """
    why = tidy_reason(reason)
    with db.writing() as connection:
        library, _ = _library(db, connection)
        back = _taking_back(connection, library, ruling)
        stored_rulings.withdraw_ruling(connection, ruling, by=actor.name, why=why, now=now)
        for one in back.before:
            stored_rulings.restore_ruling(connection, one.row)
        if back.waits:
            stored_rulings.add_ruling(connection, library.head.id, back.waits, actor=actor.name, actor_id=actor.player, now=now)
        after = regroup(library.scope, back.left)
        effect = store_regrouped(connection, library.head, library.scope, after, why=why, actor=actor, now=now, bring_back=True)
        old: dict[str, object] = {"ruling": msgspec.to_builtins(back.ruling.value)}
        again = {"rulings": [msgspec.to_builtins(one) for one in back.again]} if back.again else {}
        _record(connection, "ruling withdrawn", ruling, actor, now, old=old, new={**again, **_told(effect)}, why=why)
    return effect


def tidy_reason(reason: str) -> str:
    """A reason on one line; raises FieldRefused without one."""
    why = " ".join(reason.split())
    if not why or len(why) > LONGEST_REASON:
        raise FieldRefused("reason", f"Say why, in 1 to {LONGEST_REASON} characters: the reason stays on the record.")
    return why


def _library(db: Database, connection: Connection) -> tuple[Known, list[StoredRuling]]:
    library = known(db, connection)
    if library is None:
        raise NotFound(_NO_LIBRARY)
    return library, [one for one in stored_rulings.read_stored(connection, library.head.id) if one.stands]


def _taking_back(connection: Connection, library: Known, ruling: int) -> _TakingBack:
    stored = stored_rulings.read_stored(connection, library.head.id)
    found = next((one for one in stored if one.row == ruling), None)
    if found is None:
        raise NotFound("There is no such ruling.")
    if not found.stands:
        raise Conflict("This ruling was withdrawn already.")
    before = before_it(stored, found)
    waits = waits_without(found, before)
    left = [one.value for one in stored if (one.stands and one.row != ruling) or one in before]
    return _TakingBack(ruling=found, before=before, waits=waits, left=(*left, waits) if waits else tuple(left))


def _with(standing: Sequence[StoredRuling], ruling: Ruling) -> list[Ruling]:
    return [*(one.value for one in standing if not contradicts(one.value, ruling)), ruling]


def _refuse(library: Known, standing: Sequence[StoredRuling], ruling: Ruling) -> None:
    tidy_reason(ruling.reason)
    same = (_without_reason(one.value) == _without_reason(ruling) for one in standing)
    if any(same):
        raise Conflict("This is ruled so already.")
    if ruling.kind in NAME_KINDS:
        return
    _refuse_fact(library, ruling)
    if ruling.kind is RulingKind.DIFFERENT_FACT:
        _refuse_merged_part(library, standing, ruling)


def _refuse_merged_part(library: Known, standing: Sequence[StoredRuling], ruling: Ruling) -> None:
    """A part that was merged with another fact would be merged with it again at once."""
    part = fact_id(*key_of_part(ruling, library.scope.names.canonical))
    if any(one.value.kind is RulingKind.SAME_FACT and one.value.fact == part for one in standing):
        raise FieldRefused("part", "A part of this name was merged with another fact. Choose another name, or take that ruling back.")


def _refuse_fact(library: Known, ruling: Ruling) -> None:
    fact = library.scope.fact(ruling.fact)
    if fact is None:
        raise NotFound("There is no such fact any more; rulings may have changed it.")
    if ruling.kind is RulingKind.DIFFERENT_FACT and not set(ruling.claims) < {claim.id for claim in fact.claims}:
        raise FieldRefused("claims", "Choose some of the passages, not all of them: those chosen become a fact of their own.")
    if ruling.kind is RulingKind.SAME_FACT and ruling.into is not None:
        _refuse_merge(library, ruling.fact, ruling.into)


def _refuse_merge(library: Known, fact: str, into: tuple[str, str, tuple[tuple[str, str], ...]]) -> None:
    target = next((one for one in library.scope.facts if (one.subject, one.relation.key, one.qualifiers) == into), None)
    mine = library.scope.fact(fact)
    if target is None or mine is None or target.id == fact:
        raise FieldRefused("into", "Choose the other fact that says the same.")
    if target.relation.value_type is not mine.relation.value_type:
        raise FieldRefused("into", "The two facts are answered by different kinds of things, so they cannot be one.")


def _without_reason(ruling: Ruling) -> str:
    return ruling_digest(replace(ruling, reason="-"))


def _told(effect: Effect) -> dict[str, object]:
    return {
        "facts": [change.fact.id for change in effect.facts],
        "touched": [one.item for one in effect.touched],
        "left_play": [one.item for one in effect.touched if one.left_play],
        "new": [one.item.id for one in effect.new],
    }


def _record(
    connection: Connection,
    action: str,
    row: int,
    actor: Actor,
    now: datetime,
    *,
    old: dict[str, object] | None,
    new: dict[str, object],
    why: str,
) -> None:
    entry = Entry(
        at=now,
        actor=actor.name,
        actor_id=actor.player,
        action=action,
        subject_kind=KIND,
        subject_id=str(row),
        old=old,
        new=new,
        why=why,
    )
    write_record(connection, entry)
