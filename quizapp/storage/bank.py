"""The bank: every item of a scope in its current version, with what stands decided on it."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, Select, select
from sqlalchemy.orm import Session, aliased

from quizapp.questions.item import State
from quizapp.storage.bank_values import StoredDecision, StoredEvidence, StoredItem, read_checks, read_evidence, read_item
from quizapp.storage.tables.bank import DecisionRow, ItemEvidenceRow, ItemRow, ItemVersionRow
from quizapp.storage.tables.knowledge import ArticleRow, RevisionRow

_Later = aliased(DecisionRow)
STANDING = ~(
    select(_Later.id)
    .where(
        _Later.item_version_id == DecisionRow.item_version_id,
        _Later.scope_id == DecisionRow.scope_id,
        _Later.id > DecisionRow.id,
    )
    .exists()
)
"""The decision is the latest on its version in its scope."""
_LaterVersion = aliased(ItemVersionRow)
CURRENT = ~(
    select(_LaterVersion.id).where(_LaterVersion.item_id == ItemVersionRow.item_id, _LaterVersion.number > ItemVersionRow.number).exists()
)
"""The version is its item's current one."""


def read_bank(connection: Connection, scope: int) -> tuple[StoredItem, ...]:
    """Every item of the scope in its current version, by its id."""
    return _read(connection, _items(scope).where(ItemRow.scope_id == scope, CURRENT).order_by(ItemRow.item))


def read_versions(connection: Connection, scope: int, versions: Iterable[int]) -> dict[int, StoredItem]:
    """These versions, by their rows, whether or not they are current."""
    found = _read(connection, _items(scope).where(ItemVersionRow.id.in_(list(versions))))
    return {one.row: one for one in found}


def read_texts(connection: Connection, revisions: Iterable[int]) -> dict[int, str]:
    """The texts of these revisions, by their rows."""
    found = select(RevisionRow.id, RevisionRow.text).where(RevisionRow.id.in_(set(revisions)))
    return {row.id: row.text for row in connection.execute(found)}


def _items(scope: int) -> "Select[ItemRow, ItemVersionRow, DecisionRow]":
    return (
        select(ItemRow, ItemVersionRow, DecisionRow)
        .join(ItemVersionRow, ItemVersionRow.item_id == ItemRow.id)
        .outerjoin(DecisionRow, (DecisionRow.item_version_id == ItemVersionRow.id) & (DecisionRow.scope_id == scope) & STANDING)
    )


def _read(connection: Connection, wanted: "Select[ItemRow, ItemVersionRow, DecisionRow]") -> tuple[StoredItem, ...]:
    with Session(bind=connection) as session:
        rows = session.execute(wanted).all()
        evidence = _evidence(session, [version.id for _, version, _ in rows])
        return tuple(_stored(item, version, decision, evidence[version.id]) for item, version, decision in rows)


def _stored(item: ItemRow, version: ItemVersionRow, decision: DecisionRow | None, evidence: tuple[StoredEvidence, ...]) -> StoredItem:
    return StoredItem(
        row=version.id,
        item=item.item,
        number=version.number,
        value=read_item(item, version, evidence),
        content=version.content,
        evidence=evidence,
        checks=read_checks(version.checks),
        state=State(decision.state) if decision else State.CANDIDATE,
        decision=_decision(decision) if decision else None,
    )


def _decision(row: DecisionRow) -> StoredDecision:
    return StoredDecision(content=row.content, reason=row.reason, with_files=row.with_files)


def _evidence(session: Session, versions: list[int]) -> dict[int, tuple[StoredEvidence, ...]]:
    found = (
        select(ItemEvidenceRow, ArticleRow, RevisionRow.digest)
        .join(RevisionRow, RevisionRow.id == ItemEvidenceRow.revision_id)
        .join(ArticleRow, ArticleRow.id == RevisionRow.article_id)
        .where(ItemEvidenceRow.item_version_id.in_(versions))
        .order_by(ItemEvidenceRow.item_version_id, ItemEvidenceRow.place)
    )
    groups: dict[int, list[StoredEvidence]] = defaultdict(list)
    for row, article, revision in session.execute(found):
        groups[row.item_version_id].append(read_evidence(row, article, revision))
    return {version: tuple(group) for version, group in groups.items()}
