"""The bank: every item of a scope in its current version, with what stands decided on it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, select
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


_MADE_AFTER = select(ItemVersionRow.item_id).where(ItemVersionRow.id > bindparam("version"))
_DECIDED_AFTER = (
    select(DecisionRow.__table__)
    .where(DecisionRow.id > bindparam("decision"), DecisionRow.scope_id == bindparam("scope"))
    .order_by(DecisionRow.id)
)


def read_bank(connection: Connection, scope: int) -> tuple[StoredItem, ...]:
    """Every item of the scope in its current version, by its id."""
    return _read(connection, _items(scope).where(ItemRow.scope_id == scope, CURRENT).order_by(ItemRow.item))


def read_newer(connection: Connection, scope: int, bank: Iterable[StoredItem]) -> tuple[StoredItem, ...]:
    """The items of the scope with a version or a decision that this earlier reading of its bank does not know yet."""
    seen = {one.row: one for one in bank}
    decision = max((one.decision.row for one in seen.values() if one.decision), default=0)
    made = set(connection.scalars(_MADE_AFTER, {"version": max(seen, default=0)}))
    new = _read(connection, _items(scope).where(ItemRow.scope_id == scope, ItemRow.id.in_(made), CURRENT)) if made else ()
    found = {one.item: one for one in new}
    whole = frozenset(found)
    for row in connection.execute(_DECIDED_AFTER, {"decision": decision, "scope": scope}):
        one = seen.get(row.item_version_id)
        if one is not None and one.item not in whole:
            found[one.item] = replace(found.get(one.item, one), state=State(row.state), decision=_decision(row))
    return tuple(found.values())


def read_version(connection: Connection, scope: int, version: int, *, of: Iterable[int]) -> StoredItem | None:
    """This version of an item of one of the scopes `of`, with what stands decided on it in `scope`; None when it is not the current one."""
    found = _read(connection, _items(scope).where(ItemVersionRow.id == version, ItemRow.scope_id.in_(list(of)), CURRENT))
    return found[0] if found else None


def is_version(connection: Connection, item: str, version: int, *, of: Iterable[int]) -> bool:
    """Whether the item of one of these scopes has, or had, such a version."""
    mine = select(ItemVersionRow.id).join(ItemRow, ItemRow.id == ItemVersionRow.item_id)
    mine = mine.where(ItemVersionRow.id == version, ItemRow.item == item, ItemRow.scope_id.in_(list(of)))
    return connection.scalar(mine) is not None


def read_versions(connection: Connection, scope: int, versions: Iterable[int]) -> dict[int, StoredItem]:
    """These versions, by their rows, whether or not they are current."""
    found = _read(connection, _items(scope).where(ItemVersionRow.id.in_(list(versions))))
    return {one.row: one for one in found}


def items_of_versions(connection: Connection, versions: Iterable[int]) -> tuple[str, ...]:
    """The ids of the items that these versions are of."""
    found = select(ItemRow.item).join(ItemVersionRow, ItemVersionRow.item_id == ItemRow.id)
    return tuple(connection.scalars(found.where(ItemVersionRow.id.in_(list(versions))).distinct()))


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
        made_at=version.made_at,
        edited=version.edited,
    )


def _decision(row: "DecisionRow | Row[Any]") -> StoredDecision:
    return StoredDecision(
        content=row.content,
        reason=row.reason,
        with_files=row.with_files,
        row=row.id,
        actor=row.actor,
        actor_id=row.actor_id,
        at=row.at,
    )


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
