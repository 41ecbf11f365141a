"""One decision for many questions: first what it would change, then, when somebody says so, the change itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from quizapp.questions.item import Candidate, State
from quizapp.questions.review import NEEDS_REASON, Move, allowed, why_not_approved
from quizapp.services.database import Database
from quizapp.services.deciding import Actor, decide_within
from quizapp.services.errors import FieldRefused, Invalid, NotFound
from quizapp.services.review_adopting import adopt_fact
from quizapp.services.review_filters import Entry, Filters, wanted
from quizapp.services.review_item import Line, line
from quizapp.services.review_queue import queue_of

MOST = 100
"""So many questions are decided on at once: a person can still read what changes."""
MOVES = (Move.APPROVE, Move.REJECT, Move.RETIRE)
_SAID = {
    State.CANDIDATE: "not decided yet",
    State.APPROVED: "in play",
    State.REJECTED: "rejected already",
    State.SENT_BACK: "with its teacher",
    State.RETIRED: "retired already",
}
_DONE = {Move.APPROVE: "approved", Move.REJECT: "rejected", Move.RETIRE: "retired"}
_SAY_WHY = "Say why, in a few words: the reason stays with each question."


@dataclass(frozen=True, kw_only=True, slots=True)
class Left:
    """A question that stays as it is, and why."""

    line: Line
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What a decision on all these would change; `rest` more come after these."""

    changes: tuple[Line, ...]
    versions: tuple[int, ...]
    left: tuple[Left, ...]
    rest: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """How many questions were decided on, and how many had changed since the plan and stay as they are."""

    decided: int
    passed_over: int


def plan(db: Database, *, filters: Filters, move: Move, actor: Actor, now: datetime) -> Plan:
    """What this decision would change among the questions of these filters; nothing is stored. Raises NotFound, Invalid."""
    _refuse(move)
    with db.reading() as connection:
        queue = queue_of(db, connection, player=actor.player, now=now)
    entries = wanted(queue.entries, filters) if queue else ()
    judged = [(entry, _why_not(entry, move)) for entry in entries[:MOST]]
    return Plan(
        changes=tuple(line(entry) for entry, why in judged if not why),
        versions=tuple(entry.stored.row for entry, why in judged if not why),
        left=tuple(Left(line=line(entry), why=why) for entry, why in judged if why),
        rest=max(0, len(entries) - MOST),
    )


def carry_out(db: Database, *, versions: Sequence[int], move: Move, reason: str, actor: Actor, now: datetime) -> Result:
    """Decide on these versions in one transaction, each with its line in the record; what changed meanwhile is passed over.

    Raises Invalid, FieldRefused (no reason), NotFound, NotSaved.
    """
    _refuse(move)
    if move in NEEDS_REASON and not reason.strip():
        raise FieldRefused("note", _SAY_WHY)
    with db.writing() as connection:
        queue = queue_of(db, connection, player=actor.player, now=now)
        if queue is None:
            raise NotFound("There is no library yet.")
        chosen = list(_still(queue.entries, versions, move))
        for entry in chosen:
            stored = entry.stored
            decide_within(
                connection,
                scope=queue.library.head.id,
                item=stored.item,
                version=stored.row,
                wanted=move,
                reason=reason,
                actor=actor,
                now=now,
            )
            if move is Move.APPROVE:
                adopt_fact(connection, queue.library, stored)
    return Result(decided=len(chosen), passed_over=len(set(versions)) - len(chosen))


def _still(entries: Sequence[Entry], versions: Sequence[int], move: Move) -> Iterable[Entry]:
    by_version = {entry.stored.row: entry for entry in entries}
    for version in dict.fromkeys(versions[:MOST]):
        entry = by_version.get(version)
        if entry is not None and not _why_not(entry, move):
            yield entry


def _refuse(move: Move) -> None:
    if move not in MOVES:
        raise Invalid("Many questions at once are approved, rejected or retired, nothing else.")


def _why_not(entry: Entry, move: Move) -> str:
    """Why this question stays as it is; "" when the decision can be made. A closed gate is opened one by one, never for many."""
    stored = entry.stored
    if entry.holder:
        return f"{entry.holder} has it open."
    if move not in allowed(stored.state):
        return f"It is {_SAID[stored.state]}, so it cannot be {_DONE[move]}."
    if move is not Move.APPROVE:
        return ""
    blocked = why_not_approved(Candidate(item=stored.value, checks=stored.checks, state=stored.state))
    return next((check.detail for check in stored.checks if not check.passed), blocked) if blocked else ""
