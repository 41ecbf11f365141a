"""Leaderboards: names beside first attempts at a quiz. Whose first attempt it is, is asked of the attempts, so names move with them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, Select, bindparam, delete, insert, select, update
from sqlalchemy.orm import aliased

from quizapp.play.quiz import QuizSettings
from quizapp.storage.quizzes import settings_of
from quizapp.storage.rules import SETTINGS
from quizapp.storage.tables.playing import AttemptRow, QuizRow, QuizVersionRow
from quizapp.storage.tables.returning import BoardEntryRow

_Earlier, _EarlierVersion = aliased(AttemptRow), aliased(QuizVersionRow)
_FIRST = ~(
    select(_Earlier.id)
    .join(_EarlierVersion, _EarlierVersion.id == _Earlier.quiz_version_id)
    .where(_EarlierVersion.quiz_id == QuizRow.id, _Earlier.player_id == AttemptRow.player_id, _Earlier.id < AttemptRow.id)
    .exists()
)


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstAttempt:
    """A first attempt at a quiz with the entry it has on the board; without a name there is no entry."""

    attempt: int
    player: int
    score: int | None
    total: int
    started_at: datetime
    finished_at: datetime | None
    settings: QuizSettings
    entry: int | None
    name: str | None
    look: str | None
    hidden: bool


_FIRSTS = (
    select(AttemptRow.id, AttemptRow.player_id, AttemptRow.score, AttemptRow.total, AttemptRow.started_at, AttemptRow.finished_at)
    .add_columns(SETTINGS, BoardEntryRow.id.label("entry"), BoardEntryRow.name, BoardEntryRow.look, BoardEntryRow.hidden_at)
    .join(QuizVersionRow, QuizVersionRow.id == AttemptRow.quiz_version_id)
    .join(QuizRow, QuizRow.id == QuizVersionRow.quiz_id)
    .outerjoin(BoardEntryRow, BoardEntryRow.attempt_id == AttemptRow.id)
    .where(_FIRST)
)
_OF_QUIZ = _FIRSTS.where(QuizRow.slug == bindparam("quiz"), BoardEntryRow.id.is_not(None)).order_by(BoardEntryRow.id)
_OF_PLAYER = _FIRSTS.where(QuizRow.slug == bindparam("quiz"), AttemptRow.player_id == bindparam("player")).limit(1)
_OF_ENTRY = _FIRSTS.where(BoardEntryRow.id == bindparam("entry"))
_ADD = insert(BoardEntryRow)


def entries(connection: Connection, quiz: str) -> tuple[FirstAttempt, ...]:
    """Every entry of the quiz with this slug, hidden ones too, in the order they were made."""
    return _read(connection, _OF_QUIZ, quiz=quiz)


def first_attempt(connection: Connection, quiz: str, *, player: int) -> FirstAttempt | None:
    """The player's first attempt at the quiz, with or without an entry."""
    return next(iter(_read(connection, _OF_PLAYER, quiz=quiz, player=player)), None)


def entry_by_id(connection: Connection, entry: int) -> FirstAttempt | None:
    """The first attempt that has this entry."""
    return next(iter(_read(connection, _OF_ENTRY, entry=entry)), None)


def add_entry(connection: Connection, attempt: int, *, name: str, look: str, now: datetime) -> None:
    """Put a name beside an attempt."""
    connection.execute(_ADD, {"attempt_id": attempt, "name": name, "look": look, "entered_at": now})


def remove_entry(connection: Connection, entry: int) -> None:
    """Take a name away."""
    connection.execute(delete(BoardEntryRow).where(BoardEntryRow.id == entry))


def set_hidden(connection: Connection, entry: int, at: datetime | None) -> None:
    """Hide an entry, or show it again with None."""
    connection.execute(update(BoardEntryRow).where(BoardEntryRow.id == entry).values(hidden_at=at))


def forget_names(connection: Connection, *, player: int) -> None:
    """Take the player's names off every board."""
    mine = select(AttemptRow.id).where(AttemptRow.player_id == player)
    connection.execute(delete(BoardEntryRow).where(BoardEntryRow.attempt_id.in_(mine)))


def _read(connection: Connection, wanted: Select, **values: object) -> tuple[FirstAttempt, ...]:  # type: ignore[type-arg]
    return tuple(_first(row) for row in connection.execute(wanted, values))


def _first(row: Row) -> FirstAttempt:  # type: ignore[type-arg]
    return FirstAttempt(
        attempt=row.id,
        player=row.player_id,
        score=row.score,
        total=row.total,
        started_at=row.started_at,
        finished_at=row.finished_at,
        settings=settings_of(row.settings),
        entry=row.entry,
        name=row.name,
        look=row.look,
        hidden=row.hidden_at is not None,
    )
