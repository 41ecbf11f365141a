"""Undo of what was done last with a question: a decision is taken back, and an edit, after which the version before stands again."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection

from quizapp.questions.checks import check_against
from quizapp.questions.item import Candidate, State
from quizapp.questions.review import Move, why_not_approved
from quizapp.services.deciding import KIND, Actor, Done, current_version, decide_within, standing_decisions
from quizapp.services.editing import EDITED, shelf_of, told_words
from quizapp.services.errors import Conflict
from quizapp.services.known import Known
from quizapp.storage.bank import read_versions
from quizapp.storage.bank_store import Decided, add_decision, store_edited
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.deciding import decisions_on
from quizapp.storage.item_story import versions_of
from quizapp.storage.record import Entry, record_of, write_record
from quizapp.storage.scopes import is_library, mark_decided

UNDONE = "edit undone"
_WORDS_GONE = "The article was changed since: the words that proved the version before do not stand there any more."


def can_undo(connection: Connection, *, scope: int, stored: StoredItem) -> bool:
    """Whether something was done with the current version of a question of this scope that can be taken back."""
    return bool(_standing(connection, scope, stored)) or edit_before(connection, scope=scope, stored=stored) is not None


def edit_before(connection: Connection, *, scope: int, stored: StoredItem) -> int | None:
    """The number of the version that stood before the edit which made the current one; None for one that no edit made."""
    if not stored.edited or stored.number == 1:
        return None
    acts = [one for one in record_of(connection, kind=KIND, subject=stored.item) if (one.new or {}).get("scope") == scope]
    return _before(acts, stored.number)


def undo_within(connection: Connection, known: Known, *, item: str, version: int, actor: Actor, now: datetime) -> Done:
    """Take back the last decision on this version, else the edit that made it, in the scope that `known` is of.

    The version before comes back as a new one with what stood decided on it, so that what was played keeps what it showed; an approval
    comes back where the checks allow it today. Raises as `deciding.decide`.
    """
    scope = known.head.id
    mark_decided(connection, scope)
    stored = current_version(connection, scope=scope, item=item, version=version)
    number = None if _standing(connection, scope, stored) else edit_before(connection, scope=scope, stored=stored)
    if number is None:
        return decide_within(connection, scope=scope, item=item, version=version, wanted=Move.UNDO, reason="", actor=actor, now=now)
    return _restore(connection, known, stored, _version(connection, scope, item, number), actor=actor, now=now)


def _standing(connection: Connection, scope: int, stored: StoredItem) -> bool:
    return bool(standing_decisions(decisions_on(connection, scope=scope, version=stored.row)))


def _before(acts: Sequence[Entry], number: int) -> int | None:
    """Through what was restored already: undo goes on backwards, never forth and back."""
    made = next((one for one in reversed(acts) if one.action in {EDITED, UNDONE} and _number(one.new, "version") == number), None)
    if made is None:
        return None
    if made.action == UNDONE:
        restored = _number(made.new, "restores")
        return None if restored is None else _before(acts, restored)
    return _number(made.old, "version")


def _number(words: Mapping[str, object] | None, name: str) -> int | None:
    found = (words or {}).get(name)
    return found if isinstance(found, int) else None


def _version(connection: Connection, scope: int, item: str, number: int) -> StoredItem:
    row = next(one.row for one in versions_of(connection, scope=scope, item=item) if one.number == number)
    return read_versions(connection, scope, [row])[row]


def _restore(connection: Connection, known: Known, stored: StoredItem, before: StoredItem, *, actor: Actor, now: datetime) -> Done:
    scope = known.head.id
    if not all(known.scope.proves(one) for one in before.value.evidence):
        raise Conflict(_WORDS_GONE)
    reason = before.decision.reason if before.decision else ""
    checked = Candidate(item=before.value, checks=check_against(before.value, known.background), state=before.state)
    state = State.CANDIDATE if before.state is State.APPROVED and why_not_approved(checked, reason) else before.state
    row = store_edited(connection, shelf_of(connection, scope, known, before.value), checked, stored, now=now)
    if state is not State.CANDIDATE:
        decided = Decided(state=state, reason=reason, actor=actor.name, actor_id=actor.player)
        add_decision(connection, scope, row, decided, content=before.content, now=now)
    _write(connection, scope, stored, before, state, actor=actor, now=now)
    return Done(item=stored.item, version=row, old=stored.state, new=state)


def _write(
    connection: Connection, scope: int, stored: StoredItem, before: StoredItem, state: State, *, actor: Actor, now: datetime
) -> None:
    public = is_library(connection, scope)
    old = {"state": stored.state.value, **told_words(stored.number, stored.value, public=public)}
    new = {"state": state.value, "scope": scope, "restores": before.number}
    entry = Entry(
        at=now,
        actor=actor.name,
        actor_id=actor.player,
        action=UNDONE,
        subject_kind=KIND,
        subject_id=stored.item,
        old=old,
        new={**new, **told_words(stored.number + 1, before.value, public=public)},
    )
    write_record(connection, entry)
