"""Deciding on a question: one decision of one version in one scope, by one person, with one line in the record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from quizapp.questions.item import Candidate, State
from quizapp.questions.review import NEEDS_REASON, Move, MoveError, move, why_not_approved
from quizapp.services.database import Database
from quizapp.services.errors import Conflict, FieldRefused, NotFound
from quizapp.services.known import Known
from quizapp.storage.bank import is_version, read_version
from quizapp.storage.bank_store import Decided, add_decision
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.deciding import PastDecision, decisions_on
from quizapp.storage.record import Entry, record_of, write_record
from quizapp.storage.scopes import library, mark_decided

KIND = "item"
"""What the record calls a question."""
LONGEST_REASON = 1_000
_ACTS: Mapping[Move, str] = {
    Move.APPROVE: "question approved",
    Move.REJECT: "question rejected",
    Move.RETIRE: "question retired",
    Move.SEND_BACK: "question sent back",
    Move.UNDO: "decision undone",
}
MOVED_ON = "Somebody changed this question meanwhile. Look at it again as it is now."
_NO_REASON = "Say why, in a few words: the reason stays with the question."


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor:
    """Who acts: the player, and how the record names them."""

    player: int
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """What a decision did: the question's version, its state before and after."""

    item: str
    version: int
    old: State
    new: State


@dataclass(frozen=True, kw_only=True, slots=True)
class _Act:
    scope: int
    stored: StoredItem
    wanted: Move
    new: State
    reason: str
    kept_reason: str
    actor: Actor
    now: datetime


def decide(db: Database, *, scope: int, item: str, version: int, wanted: Move, reason: str, actor: Actor, now: datetime) -> Done:
    """Decide on the version with this row, in this scope; decision and record are written together.

    Raises NotFound, Conflict (not the current version, or a move its state does not allow), FieldRefused on `reason`, NotSaved.
    """
    with db.writing() as connection:
        return decide_within(connection, scope=scope, item=item, version=version, wanted=wanted, reason=reason, actor=actor, now=now)


def undo(db: Database, *, scope: int, item: str, version: int, actor: Actor, now: datetime) -> Done:
    """Take back the last decision on this version; the state before stands again. Raises as `decide`."""
    return decide(db, scope=scope, item=item, version=version, wanted=Move.UNDO, reason="", actor=actor, now=now)


def decide_within(
    connection: Connection, *, scope: int, item: str, version: int, wanted: Move, reason: str, actor: Actor, now: datetime
) -> Done:
    """The same inside a transaction that does more."""
    if wanted is Move.EDIT:
        raise ValueError("an edit makes a new version: services/editing.py")
    mark_decided(connection, scope)
    stored = current_version(connection, scope=scope, item=item, version=version)
    return _decide(connection, scope, stored, wanted, reason, actor, now)


def decide_known(
    connection: Connection, known: Known, stored: StoredItem, *, wanted: Move, reason: str, actor: Actor, now: datetime
) -> Done:
    """The same for a question as it is known in the transaction itself, which saves reading it again. Raises Conflict."""
    if wanted is Move.EDIT:
        raise ValueError("an edit makes a new version: services/editing.py")
    if not mark_decided(connection, known.head.id, generation=known.head.generation):
        raise moved_on(connection, scope=known.head.id, item=stored.item)
    return _decide(connection, known.head.id, stored, wanted, reason, actor, now)


def _decide(connection: Connection, scope: int, stored: StoredItem, wanted: Move, reason: str, actor: Actor, now: datetime) -> Done:
    version = stored.row
    past = standing_decisions(decisions_on(connection, scope=scope, version=version))
    new = _moved(stored, wanted, past)
    said = " ".join(reason.split())[:LONGEST_REASON]
    kept = _reason_kept(wanted, said, past)
    _refuse(stored, wanted, new, said, kept)
    act = _Act(scope=scope, stored=stored, wanted=wanted, new=new, reason=said, kept_reason=kept, actor=actor, now=now)
    _write(connection, act)
    return Done(item=stored.item, version=version, old=stored.state, new=new)


def current_version(connection: Connection, *, scope: int, item: str, version: int, own: bool = False) -> StoredItem:
    """The version with what stands decided on it in this scope; of the scope's item or of the library's, with `own` of the scope's alone.

    Raises NotFound, Conflict when there is a newer version.
    """
    head = library(connection)
    seen = {scope, head.id} if head and not own else {scope}
    if not is_version(connection, item, version, of=seen):
        raise NotFound("There is no such question.")
    found = read_version(connection, scope, version, of=seen)
    if found is None:
        raise moved_on(connection, scope=scope, item=item)
    return found


def standing_decisions(made: Sequence[PastDecision]) -> tuple[PastDecision, ...]:
    """What was decided, oldest first, without what was undone since."""
    standing: list[PastDecision] = []
    for one in made:
        before = standing[-2].state if len(standing) > 1 else State.CANDIDATE
        if one.action is Move.UNDO and standing and one.state is before:
            standing.pop()
        else:
            standing.append(one)
    return tuple(standing)


def moved_on(connection: Connection, *, scope: int, item: str) -> Conflict:
    """What to raise where a question is not as it was shown: who changed it last in this scope, and when."""
    acts = record_of(connection, kind=KIND, subject=item)
    last = next((one for one in reversed(acts) if one.new and one.new.get("scope") == scope), None)
    return Conflict(
        f"{last.actor} was here meanwhile ({_at(last.at)}: {last.action}). Look at it again as it is now." if last else MOVED_ON
    )


def _at(moment: datetime) -> str:
    return f"{moment.day} {moment:%B at %H:%M} UTC"


def _moved(stored: StoredItem, wanted: Move, past: Sequence[PastDecision]) -> State:
    history = (State.CANDIDATE, *(one.state for one in past[:-1])) if past else ()
    try:
        return move(stored.state, wanted, history=history)
    except MoveError as error:
        if not past:
            raise Conflict(str(error)) from error
        raise Conflict(f"{error} {past[-1].actor} decided last, {_at(past[-1].at)}.") from error


def _reason_kept(wanted: Move, reason: str, past: Sequence[PastDecision]) -> str:
    """The reason the new decision stands on: when one is undone, that of the decision which stands again."""
    if wanted is not Move.UNDO:
        return reason
    return past[-2].reason if len(past) > 1 else ""


def _refuse(stored: StoredItem, wanted: Move, new: State, reason: str, kept: str) -> None:
    if wanted in NEEDS_REASON and not reason:
        raise FieldRefused("reason", _NO_REASON)
    if new is not State.APPROVED:
        return
    trouble = why_not_approved(Candidate(item=stored.value, checks=stored.checks, state=stored.state), kept)
    if trouble and wanted is Move.UNDO:
        raise Conflict(trouble)
    if trouble:
        raise FieldRefused("reason", trouble)


def _write(connection: Connection, act: _Act) -> None:
    stored, actor = act.stored, act.actor
    decided = Decided(state=act.new, reason=act.kept_reason, actor=actor.name, actor_id=actor.player, move=act.wanted)
    add_decision(connection, act.scope, stored.row, decided, content=stored.content, now=act.now)
    entry = Entry(
        at=act.now,
        actor=actor.name,
        actor_id=actor.player,
        action=_ACTS[act.wanted],
        subject_kind=KIND,
        subject_id=stored.item,
        old={"state": stored.state.value, "version": stored.number},
        new={"state": act.new.value, "version": stored.number, "scope": act.scope},
        why=act.reason,
    )
    write_record(connection, entry)
