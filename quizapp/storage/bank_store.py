"""Writing the bank: a changed item becomes a new version, decisions are only ever added."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from quizapp.knowledge.claim import Evidence
from quizapp.knowledge.reading.spans import Span
from quizapp.questions.item import Candidate, CheckResult, Item, State
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

_ADD_DECISION = insert(DecisionRow)


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelf:
    """Where versions are put: the scope, the rows of its articles' current revisions, and the passage shown around evidence."""

    scope: int
    revisions: Mapping[str, int]
    passage: Callable[[Evidence], Span]


@dataclass(frozen=True, kw_only=True, slots=True)
class Decided:
    """A decision to write down: the state it leads to, who made it and why; `move` is what was done where the state does not tell."""

    state: State
    reason: str
    actor: str
    actor_id: int | None = None
    with_files: bool = False
    move: Move | None = None


def store_version(connection: Connection, shelf: Shelf, candidate: Candidate, standing: StoredItem | None, *, now: datetime) -> int:
    """The row of the version that holds this candidate: the standing one if its content is the same or a person wrote it, or a new one."""
    if standing is not None and standing.edited:
        return standing.row
    if standing is None or standing.content != candidate.item.content:
        row = _item_row(connection, shelf.scope, candidate)
        return _add_version(connection, shelf, candidate, _Place(item=row, number=standing.number + 1 if standing else 1), now)
    if (standing.value, standing.checks) != (candidate.item, candidate.checks):
        store_judgement(connection, standing.row, candidate.item, candidate.checks)
    return standing.row


def store_judgement(connection: Connection, version: int, item: Item, checks: Sequence[CheckResult]) -> None:
    """Store what checks and estimates say now of a version, on whose content nothing changes."""
    connection.execute(update(ItemVersionRow).where(ItemVersionRow.id == version).values(judgement_cells(item, checks)))


def store_edited(connection: Connection, shelf: Shelf, candidate: Candidate, standing: StoredItem, *, now: datetime) -> int:
    """The row of a new version of the item, written by a person; the item keeps its id, whatever became of its wording."""
    item = connection.execute(select(ItemVersionRow.item_id).where(ItemVersionRow.id == standing.row)).scalar_one()
    return _add_version(connection, shelf, candidate, _Place(item=item, number=standing.number + 1, edited=True), now)


def store_written(connection: Connection, shelf: Shelf, candidate: Candidate, *, now: datetime) -> int:
    """The row of the first version of an item that a person brought into the scope, which has none of this id."""
    row = _item_row(connection, shelf.scope, candidate)
    return _add_version(connection, shelf, candidate, _Place(item=row, number=1, edited=True), now)


def add_decision(connection: Connection, scope: int, version: int, decided: Decided, *, content: str, now: datetime) -> None:
    """Write down what was decided on a version with this content."""
    cells = {
        "item_version_id": version,
        "scope_id": scope,
        "actor": decided.actor,
        "actor_id": decided.actor_id,
        "action": (decided.move or _MOVES[decided.state]).value,
        "state": decided.state.value,
        "content": content,
        "reason": decided.reason,
        "at": now,
        "with_files": decided.with_files,
    }
    connection.execute(_ADD_DECISION, cells)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Place:
    """Which version of which item is added, and whether a person wrote it."""

    item: int
    number: int
    edited: bool = False


def _add_version(connection: Connection, shelf: Shelf, candidate: Candidate, place: _Place, now: datetime) -> int:
    item = candidate.item
    new = {"item_id": place.item, "number": place.number, "edited": place.edited, "made_at": now}
    connection.execute(insert(ItemVersionRow).values({**new, **version_cells(item, candidate.checks)}))
    mine = select(ItemVersionRow.id).where(ItemVersionRow.item_id == place.item, ItemVersionRow.number == place.number)
    version = connection.execute(mine).scalar_one()
    evidence = [
        {"item_version_id": version, **evidence_cells(rank, one, shelf.passage(one), shelf.revisions[one.article])}
        for rank, one in enumerate(item.evidence)
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
