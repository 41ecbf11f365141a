"""Writing the bank: a changed item becomes a new version, decisions are only ever added."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from quizapp.knowledge.claim import Evidence
from quizapp.knowledge.reading.spans import Span
from quizapp.questions.item import Candidate, State
from quizapp.questions.review import Move
from quizapp.storage.bank_values import StoredItem, evidence_cells, judgement_cells, version_cells
from quizapp.storage.tables.bank import DecisionRow, ItemEvidenceRow, ItemRow, ItemVersionRow

_MOVES = {
    State.APPROVED: Move.APPROVE,
    State.REJECTED: Move.REJECT,
    State.SENT_BACK: Move.SEND_BACK,
    State.RETIRED: Move.RETIRE,
    State.CANDIDATE: Move.UNDO,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelf:
    """Where versions are put: the scope, the rows of its articles' current revisions, and the passage shown around evidence."""

    scope: int
    revisions: Mapping[str, int]
    passage: Callable[[Evidence], Span]


@dataclass(frozen=True, kw_only=True, slots=True)
class Decided:
    """A decision to write down: the state it leads to, who made it and why."""

    state: State
    reason: str
    actor: str
    actor_id: int | None = None
    with_files: bool = False


def store_version(connection: Connection, shelf: Shelf, candidate: Candidate, standing: StoredItem | None, *, now: datetime) -> int:
    """The row of the version that holds this candidate: the standing one when its content is the same, else a new one."""
    if standing is None or standing.content != candidate.item.content:
        return _add_version(connection, shelf, candidate, standing.number + 1 if standing else 1, now)
    if (standing.value, standing.checks) != (candidate.item, candidate.checks):
        cells = judgement_cells(candidate.item, candidate.checks)
        connection.execute(update(ItemVersionRow).where(ItemVersionRow.id == standing.row).values(cells))
    return standing.row


def add_decision(connection: Connection, scope: int, version: int, decided: Decided, *, content: str, now: datetime) -> None:
    """Write down what was decided on a version with this content."""
    cells = {
        "item_version_id": version,
        "scope_id": scope,
        "actor": decided.actor,
        "actor_id": decided.actor_id,
        "action": _MOVES[decided.state].value,
        "state": decided.state.value,
        "content": content,
        "reason": decided.reason,
        "at": now,
        "with_files": decided.with_files,
    }
    connection.execute(insert(DecisionRow).values(cells))


def _add_version(connection: Connection, shelf: Shelf, candidate: Candidate, number: int, now: datetime) -> int:
    item = candidate.item
    row = _item_row(connection, shelf.scope, candidate)
    cells = {"item_id": row, "number": number, "made_at": now, **version_cells(item, candidate.checks)}
    connection.execute(insert(ItemVersionRow).values(cells))
    mine = select(ItemVersionRow.id).where(ItemVersionRow.item_id == row, ItemVersionRow.number == number)
    version = connection.execute(mine).scalar_one()
    evidence = [
        {"item_version_id": version, **evidence_cells(place, one, shelf.passage(one), shelf.revisions[one.article])}
        for place, one in enumerate(item.evidence)
    ]
    connection.execute(insert(ItemEvidenceRow), evidence)
    return version


def _item_row(connection: Connection, scope: int, candidate: Candidate) -> int:
    item = candidate.item
    mine = select(ItemRow.id).where(ItemRow.scope_id == scope, ItemRow.item == item.id)
    row = connection.scalar(mine)
    if row is None:
        connection.execute(insert(ItemRow).values(scope_id=scope, item=item.id, kind=item.kind.value, fact=item.fact))
        row = connection.execute(mine).scalar_one()
    return row
