"""Mended questions and the scores that changed with them: rows <-> values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Label, Select, bindparam, insert, select, update

from quizapp.play.quiz import QuizSettings
from quizapp.play.scoring import Tally, counted, right_places
from quizapp.storage.quizzes import settings_of
from quizapp.storage.rules import SETTINGS
from quizapp.storage.tables.bank import ItemRow, ItemVersionRow
from quizapp.storage.tables.classes import AssignmentRow, ParticipantRow
from quizapp.storage.tables.knowledge import ScopeRow
from quizapp.storage.tables.mending import MendingRow, ScoreChangeRow
from quizapp.storage.tables.playing import AttemptQuestionRow, AttemptRow, QuizVersionRow, ResponseRow

_FOR_ALL = MendingRow.scope_id.is_(None)
_GIVEN = (
    select(ScopeRow.id)
    .join(AssignmentRow, AssignmentRow.owner_id == ScopeRow.owner_id)
    .join(ParticipantRow, ParticipantRow.assignment_id == AssignmentRow.id)
    .where(ParticipantRow.id == AttemptRow.participant_id)
    .correlate(AttemptRow)
    .scalar_subquery()
)
"""The scope of the teacher in one of whose classes an attempt was made; NULL for any other attempt."""


def _latest(holds: ColumnElement[bool]) -> Label[object]:
    return (
        select(MendingRow.places)
        .where(MendingRow.item_version_id == ItemVersionRow.id, holds)
        .order_by(MendingRow.id.desc())
        .limit(1)
        .correlate(ItemVersionRow, AttemptRow)
        .scalar_subquery()
        .label("mended")
    )


MENDED = _latest(_FOR_ALL | (MendingRow.scope_id == _GIVEN))
"""The places that count as right in an attempt since a version was mended; NULL when it never was."""
MENDED_FOR_ALL = _latest(_FOR_ALL).label("mended_for_all")
"""Those that count for everybody, whatever a teacher says in her classes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Played:
    """A version of a question as mending sees it: its item's content id and scope, its options and key, and the mending that stands."""

    item: str
    scope: int
    stem: str
    options: tuple[str, ...]
    key: int
    mended: frozenset[int] | None

    @property
    def right(self) -> frozenset[int]:
        """The places that count as right now."""
        return right_places(self.key, self.mended)


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredMending:
    """What stands mended on a version: the places that count as right, and why."""

    places: frozenset[int]
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Finished:
    """A finished attempt's standing tally, and (the choice that counts, right places) of each of its questions."""

    attempt: int
    tally: Tally
    answers: tuple[tuple[int | None, frozenset[int]], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredChange:
    """A changed score that its player has not read of; `settings` say whether it may be told."""

    row: int
    attempt: str
    title: str
    stem: str
    why: str
    before: Tally
    after: Tally
    settings: QuizSettings


_VERSION = (
    select(ItemRow.item, ItemRow.scope_id, ItemVersionRow.stem, ItemVersionRow.options, ItemVersionRow.key)
    .add_columns(_latest(_FOR_ALL | (MendingRow.scope_id == bindparam("within"))))
    .join(ItemRow, ItemRow.id == ItemVersionRow.item_id)
    .where(ItemVersionRow.id == bindparam("version"))
)
_HOLDING = (
    select(AttemptRow.id)
    .join(AttemptQuestionRow, AttemptQuestionRow.attempt_id == AttemptRow.id)
    .where(AttemptQuestionRow.item_version_id == bindparam("version"))
    .order_by(AttemptRow.id)
    .with_for_update(of=AttemptRow)
)
_HOLDING_WITHIN = _HOLDING.where(bindparam("within") == _GIVEN)
_MENDINGS = select(MendingRow.item_version_id, MendingRow.places, MendingRow.why)
_STANDING = _MENDINGS.outerjoin(ScopeRow, ScopeRow.id == MendingRow.scope_id).order_by(MendingRow.id)
_TEACHER = (
    select(AssignmentRow.owner_id)
    .join(ParticipantRow, ParticipantRow.assignment_id == AssignmentRow.id)
    .join(AttemptRow, AttemptRow.participant_id == ParticipantRow.id)
    .where(AttemptRow.id == bindparam("attempt"))
    .scalar_subquery()
)
_ANSWERS = (
    select(AttemptRow.id, AttemptRow.score, AttemptRow.total, ItemVersionRow.key, ResponseRow.chosen, ResponseRow.late, MENDED)
    .join(AttemptQuestionRow, AttemptQuestionRow.attempt_id == AttemptRow.id)
    .join(ItemVersionRow, ItemVersionRow.id == AttemptQuestionRow.item_version_id)
    .outerjoin(ResponseRow, ResponseRow.attempt_question_id == AttemptQuestionRow.id)
    .where(AttemptRow.finished_at.is_not(None))
    .order_by(AttemptRow.id, AttemptQuestionRow.number)
)
_TO_TELL = (
    select(ScoreChangeRow.__table__, AttemptRow.public, AttemptRow.title, ItemVersionRow.stem, MendingRow.why, SETTINGS)
    .join(AttemptRow, AttemptRow.id == ScoreChangeRow.attempt_id)
    .join(MendingRow, MendingRow.id == ScoreChangeRow.mending_id)
    .join(ItemVersionRow, ItemVersionRow.id == MendingRow.item_version_id)
    .outerjoin(QuizVersionRow, QuizVersionRow.id == AttemptRow.quiz_version_id)
    .where(AttemptRow.player_id == bindparam("player"), ScoreChangeRow.told_at.is_(None))
    .order_by(ScoreChangeRow.id)
)
_RESCORE = update(AttemptRow).where(AttemptRow.id == bindparam("attempt_row")).values(score=bindparam("points"), total=bindparam("of"))
_AT_ONCE = 500


def played_version(connection: Connection, version: int, *, within: int | None = None) -> Played | None:
    """The version with this row, or None, with what is mended for everybody or in the classes of the teacher whose scope is `within`."""
    row = connection.execute(_VERSION, {"version": version, "within": within}).first()
    if row is None:
        return None
    mended = None if row.mended is None else frozenset(row.mended)
    return Played(item=row.item, scope=row.scope_id, stem=row.stem, options=tuple(row.options), key=row.key, mended=mended)


def add_mending(
    connection: Connection,
    version: int,
    places: frozenset[int],
    *,
    within: int | None,
    why: str,
    actor: str,
    actor_id: int | None,
    now: datetime,
) -> int:
    """Keep a mending, for everybody or for the classes of the teacher whose scope is `within`; its row."""
    cells = {
        "item_version_id": version,
        "scope_id": within,
        "places": sorted(places),
        "why": why,
        "actor": actor,
        "actor_id": actor_id,
        "at": now,
    }
    connection.execute(insert(MendingRow).values(cells))
    mine = select(MendingRow.id).where(MendingRow.item_version_id == version).order_by(MendingRow.id.desc()).limit(1)
    return connection.execute(mine).scalar_one()


def hold_attempts(connection: Connection, version: int, *, within: int | None = None) -> list[int]:
    """The rows of all attempts that show this version, `within` one teacher's classes if so; nobody else changes them until the end."""
    if within is None:
        return list(connection.scalars(_HOLDING, {"version": version}))
    return list(connection.scalars(_HOLDING_WITHIN, {"version": version, "within": within}))


def finished(connection: Connection, attempts: Sequence[int]) -> list[Finished]:
    """Those of these attempts that are finished, with everything that was answered in them."""
    found: dict[int, tuple[Tally, list[tuple[int | None, frozenset[int]]]]] = {}
    for start in range(0, len(attempts), _AT_ONCE):
        for row in connection.execute(_ANSWERS.where(AttemptRow.id.in_(attempts[start : start + _AT_ONCE]))):
            standing = found.setdefault(row.id, (Tally(score=row.score, total=row.total), []))
            standing[1].append((counted(row.chosen, late=bool(row.late)), right_places(row.key, row.mended)))
    return [Finished(attempt=attempt, tally=one, answers=tuple(answers)) for attempt, (one, answers) in found.items()]


def store_changes(connection: Connection, mending: int, changes: Iterable[tuple[Finished, Tally]]) -> None:
    """Give attempts their new scores and keep what they were."""
    for before, after in changes:
        connection.execute(_RESCORE, {"attempt_row": before.attempt, "points": after.score, "of": after.total})
        cells = {"attempt_id": before.attempt, "mending_id": mending, "old_score": before.tally.score, "old_total": before.tally.total}
        connection.execute(insert(ScoreChangeRow).values(cells | {"new_score": after.score, "new_total": after.total}))


def standing_mendings(connection: Connection, versions: Iterable[int], *, owner: int | None = None) -> dict[int, StoredMending]:
    """What stands mended on these versions, by their rows: for everybody, or in the classes of this teacher."""
    return _mendings(connection, _STANDING.where(_FOR_ALL | (ScopeRow.owner_id == owner)), versions)


def mendings_in(connection: Connection, attempt: int, versions: Iterable[int]) -> dict[int, StoredMending]:
    """What stands mended on these versions where an attempt was made."""
    return _mendings(connection, _STANDING.where(_FOR_ALL | (ScopeRow.owner_id == _TEACHER)), versions, attempt=attempt)


def changes_to_tell(connection: Connection, *, player: int) -> tuple[StoredChange, ...]:
    """The player's scores that changed and of which the player has not read, oldest first."""
    return tuple(
        StoredChange(
            row=row.id,
            attempt=row.public,
            title=row.title,
            stem=row.stem,
            why=row.why,
            before=Tally(score=row.old_score, total=row.old_total),
            after=Tally(score=row.new_score, total=row.new_total),
            settings=settings_of(row.settings),
        )
        for row in connection.execute(_TO_TELL, {"player": player})
    )


def mark_told(connection: Connection, changes: Iterable[StoredChange], *, now: datetime) -> None:
    """Store that the player has read of these."""
    rows = [one.row for one in changes]
    connection.execute(update(ScoreChangeRow).where(ScoreChangeRow.id.in_(rows)).values(told_at=now))


def first_scores(connection: Connection, *, player: int) -> dict[str, Tally]:
    """What the player's mended attempts were scored first, by the attempt's id."""
    found = (
        select(AttemptRow.public, ScoreChangeRow.old_score, ScoreChangeRow.old_total)
        .join(AttemptRow, AttemptRow.id == ScoreChangeRow.attempt_id)
        .where(AttemptRow.player_id == player)
        .order_by(ScoreChangeRow.id.desc())
    )
    return {row.public: Tally(score=row.old_score, total=row.old_total) for row in connection.execute(found)}


def _mendings(connection: Connection, wanted: Select, versions: Iterable[int], **values: int) -> dict[int, StoredMending]:  # type: ignore[type-arg]
    rows = connection.execute(wanted.where(MendingRow.item_version_id.in_(list(versions))), values).all()
    return {row.item_version_id: StoredMending(places=frozenset(row.places), why=row.why) for row in rows}
