"""Writing the bank: a changed item becomes a new version, decisions are only ever added."""

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from quizapp.knowledge.claim import Evidence
from quizapp.knowledge.reading.spans import Span
from quizapp.questions.item import Candidate, State
from quizapp.storage.bank_values import StoredItem, evidence_cells, judgement_cells, version_cells
from quizapp.storage.knowledge_store import SEEDS
from quizapp.storage.tables.bank import Action, DecisionRow, ItemEvidenceRow, ItemRow, ItemVersionRow

Passages = Callable[[Evidence], Span]
_ACTIONS = {
    State.APPROVED: Action.APPROVE,
    State.REJECTED: Action.REJECT,
    State.RETIRED: Action.RETIRE,
    State.SENT_BACK: Action.SEND_BACK,
    State.CANDIDATE: Action.REOPEN,
}


def store_version(
    connection: Connection,
    scope: int,
    candidate: Candidate,
    standing: StoredItem | None,
    *,
    revisions: Mapping[str, int],
    passages: Passages,
    now: datetime,
) -> int:
    """The row of the version that holds this candidate: the standing one when its content is the same, else a new one."""
    item = candidate.item
    if standing is not None and standing.content == item.content:
        cells = judgement_cells(item, candidate.checks)
        connection.execute(update(ItemVersionRow).where(ItemVersionRow.id == standing.row).values(cells))
        return standing.row
    number = standing.number + 1 if standing else 1
    row = _item_row(connection, scope, candidate)
    cells = {"item_id": row, "number": number, "made_at": now, **version_cells(item, candidate.checks)}
    connection.execute(insert(ItemVersionRow).values(cells))
    version = connection.execute(
        select(ItemVersionRow.id).where(ItemVersionRow.item_id == row, ItemVersionRow.number == number)
    ).scalar_one()
    evidence = [
        {"item_version_id": version, **evidence_cells(place, one, passages(one), revisions[one.article])}
        for place, one in enumerate(item.evidence)
    ]
    connection.execute(insert(ItemEvidenceRow), evidence)
    return version


def add_decision(
    connection: Connection,
    scope: int,
    version: int,
    *,
    state: State,
    content: str,
    reason: str,
    now: datetime,
    actor: str = SEEDS,
    actor_id: int | None = None,
    opened: Mapping[str, str] | None = None,
) -> None:
    """Write down what a person, or the files, decided on a version."""
    connection.execute(
        insert(DecisionRow).values(
            item_version_id=version,
            scope_id=scope,
            actor=actor,
            actor_id=actor_id,
            action=_ACTIONS[state].value,
            state=state.value,
            content=content,
            opened=dict(opened or {}),
            reason=reason,
            at=now,
        )
    )


def _item_row(connection: Connection, scope: int, candidate: Candidate) -> int:
    item = candidate.item
    mine = select(ItemRow.id).where(ItemRow.scope_id == scope, ItemRow.item == item.id)
    row = connection.scalar(mine)
    if row is None:
        connection.execute(insert(ItemRow).values(scope_id=scope, item=item.id, kind=item.kind.value, fact=item.fact))
        row = connection.execute(mine).scalar_one()
    return row
