"""What becomes of a question whose right answer was corrected: a new version of it, or it leaves play."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection

from quizapp.questions.item import State
from quizapp.questions.review import Move
from quizapp.services.deciding import Actor, decide_within
from quizapp.services.editing import Edited, edit_within
from quizapp.services.errors import FieldRefused
from quizapp.services.known import Known
from quizapp.services.restating import restate
from quizapp.storage.bank_values import StoredItem


class Became(StrEnum):
    """What became of the question: nothing, a new version in its place or one that waits for a decision, out of play, or reported."""

    SAME = "same"
    REPLACED = "replaced"
    WAITS = "waits"
    OUT = "out"
    REPORTED = "reported"


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """Which options of the version that was asked count as right, why, and how the explanation shall read ("": as it does)."""

    version: int
    item: str
    options: Sequence[str]
    right: frozenset[int]
    why: str
    explanation: str = ""


def correct_question(connection: Connection, known: Known, wanted: Wanted, *, actor: Actor, now: datetime) -> Became:
    """Correct the question itself, in the scope that `known` is of. Raises FieldRefused on `explanation`.

    One right answer becomes a new version, approved at once when the version before was and every check holds; otherwise it waits, and a
    closed gate is opened as for any edit. A question with two right answers, or none, leaves play until somebody changes it.
    """
    current = next((one for one in known.bank if one.item == wanted.item), None)
    if current is None:
        return Became.SAME
    if len(wanted.right) == 1:
        answer = wanted.options[min(wanted.right)]
        return _other_key(connection, known, current, answer, wanted, actor=actor, now=now)
    return _take_out(connection, known, current, wanted, actor=actor, now=now)


def _other_key(
    connection: Connection, known: Known, current: StoredItem, answer: str, wanted: Wanted, *, actor: Actor, now: datetime
) -> Became:
    value, scope = current.value, known.head.id
    if value.answer == answer or answer not in value.options:
        return Became.SAME
    if not all(known.scope.proves(one) for one in value.evidence):
        return _take_out(connection, known, current, wanted, actor=actor, now=now)
    changed = Edited(
        stem=value.stem,
        options=value.options,
        key=value.options.index(answer),
        explanation=wanted.explanation or value.explanation,
        evidence=value.evidence,
    )
    here = restate(connection, known, current, answer)
    version = edit_within(
        connection,
        scope=scope,
        known=here,
        item=current.item,
        version=current.row,
        changed=changed,
        reason=wanted.why,
        actor=actor,
        now=now,
    )
    if current.state is not State.APPROVED:
        return Became.WAITS
    try:
        decide_within(connection, scope=scope, item=current.item, version=version, wanted=Move.APPROVE, reason="", actor=actor, now=now)
    except FieldRefused:
        return Became.WAITS
    return Became.REPLACED


def _take_out(connection: Connection, known: Known, current: StoredItem, wanted: Wanted, *, actor: Actor, now: datetime) -> Became:
    if current.row != wanted.version or current.state is not State.APPROVED:
        return Became.SAME
    decide_within(
        connection,
        scope=known.head.id,
        item=current.item,
        version=current.row,
        wanted=Move.RETIRE,
        reason=wanted.why,
        actor=actor,
        now=now,
    )
    return Became.OUT
