"""Mended questions and the scores that changed with them: rows <-> values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from quizapp.play.quiz import QuizSettings
from quizapp.play.scoring import Tally, counted, right_places
from quizapp.storage.quizzes import settings_of
from quizapp.storage.rules import SETTINGS
from quizapp.storage.tables.bank import ItemRow, ItemVersionRow
from quizapp.storage.tables.mending import MendingRow, ScoreChangeRow
from quizapp.storage.tables.playing import AttemptQuestionRow, AttemptRow, QuizVersionRow, ResponseRow

MENDED = (
    select(MendingRow.places)
    .where(MendingRow.item_version_id == ItemVersionRow.id)
    .order_by(MendingRow.id.desc())
    .limit(1)
    .correlate(ItemVersionRow)
    .scalar_subquery()
    .label("mended")
)
"""The places that count as right since a version was mended; NULL when it never was."""


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
    select(ItemRow.item, ItemRow.scope_id, ItemVersionRow.stem, ItemVersionRow.options, ItemVersionRow.key, MENDED)
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


def played_version(connection: Connection, version: int) -> Played | None:
    """The version with this row, or None."""
    row = connection.execute(_VERSION, {"version": version}).first()
    if row is None:
        return None
    mended = None if row.mended is None else frozenset(row.mended)
    return Played(item=row.item, scope=row.scope_id, stem=row.stem, options=tuple(row.options), key=row.key, mended=mended)


def add_mending(
    connection: Connection, version: int, places: frozenset[int], *, why: str, actor: str, actor_id: int | None, now: datetime
) -> int:
    """Keep a mending; its row."""
    cells = {"item_version_id": version, "places": sorted(places), "why": why, "actor": actor, "actor_id": actor_id, "at": now}
    connection.execute(insert(MendingRow).values(cells))
    mine = select(MendingRow.id).where(MendingRow.item_version_id == version).order_by(MendingRow.id.desc()).limit(1)
    return connection.execute(mine).scalar_one()


def hold_attempts(connection: Connection, version: int) -> list[int]:
    """The rows of all attempts that show this version; nobody else changes them until the transaction ends."""
    return list(connection.scalars(_HOLDING, {"version": version}))


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


def standing_mendings(connection: Connection, versions: Iterable[int]) -> dict[int, StoredMending]:
    """What stands mended on these versions, by their rows."""
    found = select(MendingRow.item_version_id, MendingRow.places, MendingRow.why).where(MendingRow.item_version_id.in_(list(versions)))
    rows = connection.execute(found.order_by(MendingRow.id)).all()
    return {row.item_version_id: StoredMending(places=frozenset(row.places), why=row.why) for row in rows}


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
