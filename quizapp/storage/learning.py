"""What decisions teach: the labels they give, the coefficients fitted to them, estimates written to questions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from quizapp.questions.item import State
from quizapp.questions.review import Move
from quizapp.storage.bank import STANDING
from quizapp.storage.tables.bank import DecisionRow, ItemRow, ItemVersionRow
from quizapp.storage.tables.knowledge import ScopeRow
from quizapp.storage.tables.learning import CoefficientsRow
from quizapp.storage.tables.people import RecordRow

_JUDGED = (State.APPROVED, State.REJECTED, State.SENT_BACK)


@dataclass(frozen=True, kw_only=True, slots=True)
class Label:
    """Whether people took a version as it was; `scope` is the one whose question it is, `owner` the teacher who owns that scope."""

    scope: int
    owner: int | None
    version: int
    accepted: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Learned:
    """A fit that was stored; `replaced` is the row of the one that was in use before, None for the shipped coefficients."""

    row: int
    made_at: datetime
    cases: int
    accepted: int
    log_odds: Mapping[str, float]
    replaced: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class NewFit:
    """A fit to store: who asked for it, on how many decisions it rests, how well it is calibrated."""

    actor: str
    cases: int
    accepted: int
    log_odds: Mapping[str, float]
    before: Mapping[str, object]
    after: Mapping[str, object]


def labels(connection: Connection) -> tuple[Label, ...]:
    """What people decided of versions as they were, by version: approved, or else rejected, sent back or edited."""
    judged = (
        select(ItemRow.scope_id, ScopeRow.owner_id, ItemVersionRow.id, DecisionRow.state)
        .join(ItemVersionRow, ItemVersionRow.item_id == ItemRow.id)
        .join(ScopeRow, ScopeRow.id == ItemRow.scope_id)
        .join(DecisionRow, (DecisionRow.item_version_id == ItemVersionRow.id) & (DecisionRow.scope_id == ItemRow.scope_id) & STANDING)
        .where(DecisionRow.with_files.is_(False), DecisionRow.state.in_([state.value for state in _JUDGED]))
        .where(DecisionRow.action != Move.UNDO.value)
    )
    found = {
        row.id: Label(scope=row.scope_id, owner=row.owner_id, version=row.id, accepted=row.state == State.APPROVED.value)
        for row in connection.execute(judged)
    }
    found |= {one.version: one for one in _edited(connection)}
    return tuple(found[version] for version in sorted(found))


def _edited(connection: Connection) -> Iterator[Label]:
    """The versions that somebody edited: a question that had to be changed was not accepted as it was."""
    acts = select(RecordRow.subject_id, RecordRow.old).where(RecordRow.subject_kind == "item", RecordRow.action == "question edited")
    edited = {(row.subject_id, row.old.get("version")) for row in connection.execute(acts) if row.old}
    versions = (
        select(ItemRow.scope_id, ScopeRow.owner_id, ItemVersionRow.id, ItemRow.item, ItemVersionRow.number)
        .join(ItemVersionRow, ItemVersionRow.item_id == ItemRow.id)
        .join(ScopeRow, ScopeRow.id == ItemRow.scope_id)
        .where(ItemRow.item.in_({item for item, _ in edited}))
    )
    for row in connection.execute(versions):
        if (row.item, row.number) in edited:
            yield Label(scope=row.scope_id, owner=row.owner_id, version=row.id, accepted=False)


def in_use(connection: Connection) -> Learned | None:
    """The fit in use; None while the shipped coefficients are."""
    row = connection.execute(select(CoefficientsRow.__table__).where(CoefficientsRow.in_use)).first()
    return _learned(row) if row else None


def _learned(row: Row) -> Learned:  # type: ignore[type-arg]
    odds = {str(name): float(value) for name, value in row.log_odds.items()}
    return Learned(row=row.id, made_at=row.made_at, cases=row.cases, accepted=row.accepted, log_odds=odds, replaced=row.replaced)


def store_fit(connection: Connection, fit: NewFit, *, now: datetime) -> int:
    """Store a fit and use it; returns its row."""
    before = in_use(connection)
    connection.execute(update(CoefficientsRow).where(CoefficientsRow.in_use).values(in_use=False))
    cells = {"made_at": now, "actor": fit.actor, "cases": fit.cases, "accepted": fit.accepted, "log_odds": dict(fit.log_odds)}
    more = {"before": dict(fit.before), "after": dict(fit.after), "replaced": before.row if before else None, "in_use": True}
    connection.execute(insert(CoefficientsRow).values({**cells, **more}))
    return connection.execute(select(CoefficientsRow.id).where(CoefficientsRow.in_use)).scalar_one()


def use_instead(connection: Connection, row: int | None) -> None:
    """Use this fit, or with None the shipped coefficients."""
    connection.execute(update(CoefficientsRow).where(CoefficientsRow.in_use).values(in_use=False))
    connection.execute(update(CoefficientsRow).where(CoefficientsRow.id == row).values(in_use=True))


def scopes(connection: Connection) -> tuple[tuple[int, int | None], ...]:
    """Every scope with its owner, the library's None."""
    return tuple((row.id, row.owner_id) for row in connection.execute(select(ScopeRow.id, ScopeRow.owner_id).order_by(ScopeRow.id)))


_ESTIMATE = (
    update(ItemVersionRow)
    .where(ItemVersionRow.id == bindparam("version"))
    .values(confidence=bindparam("sure"), difficulty=bindparam("hard"))
)


def write_estimates(connection: Connection, estimates: Iterable[tuple[int, float, float]]) -> int:
    """Write confidence and difficulty of versions; returns how many."""
    rows = [{"version": version, "sure": sure, "hard": hard} for version, sure, hard in estimates]
    if rows:
        connection.execute(_ESTIMATE, rows)
    return len(rows)


def tell_all(connection: Connection) -> None:
    """Tell every reader of any scope that what it remembers is old."""
    connection.execute(update(ScopeRow).values(generation=ScopeRow.generation + 1, knowledge=ScopeRow.knowledge + 1))
