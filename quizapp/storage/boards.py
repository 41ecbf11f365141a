"""Leaderboards: names beside first attempts at a quiz. Whose first attempt it is, is asked of the attempts, so names move with them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, Select, bindparam, delete, insert, select, update
from sqlalchemy.orm import aliased

from quizapp.play.quiz import QuizSettings
from quizapp.storage.quizzes import settings_of
from quizapp.storage.rules import SETTINGS
from quizapp.storage.tables.classes import AssignmentRow, ParticipantRow
from quizapp.storage.tables.playing import AttemptRow, QuizRow, QuizVersionRow
from quizapp.storage.tables.returning import BoardEntryRow

_Earlier, _EarlierVersion = aliased(AttemptRow), aliased(QuizVersionRow)
_FIRST = ~(
    select(_Earlier.id)
    .join(_EarlierVersion, _EarlierVersion.id == _Earlier.quiz_version_id)
    .where(_EarlierVersion.quiz_id == QuizRow.id, _Earlier.player_id == AttemptRow.player_id, _Earlier.id < AttemptRow.id)
    .exists()
)
_FIRST_GIVEN = ~(
    select(_Earlier.id)
    .where(_Earlier.participant_id == AttemptRow.participant_id, _Earlier.id < AttemptRow.id)
    .correlate(AttemptRow)
    .exists()
)


@dataclass(frozen=True, kw_only=True, slots=True)
class BoardOf:
    """Which board: that of a featured quiz (its slug), or that of a quiz as it was given to a class or by link (its code)."""

    quiz: str = ""
    code: str = ""

    def __post_init__(self) -> None:
        if bool(self.quiz) == bool(self.code):
            raise ValueError("a board is of a featured quiz or of a quiz that was given")


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstAttempt:
    """A first attempt at a quiz with the entry it has on the board; without a name there is no entry."""

    attempt: int
    player: int
    title: str
    score: int | None
    total: int
    started_at: datetime
    finished_at: datetime | None
    settings: QuizSettings
    entry: int | None
    name: str | None
    look: str | None
    hidden: bool


_ATTEMPTS = (
    select(
        AttemptRow.id,
        AttemptRow.player_id,
        AttemptRow.title,
        AttemptRow.score,
        AttemptRow.total,
        AttemptRow.started_at,
        AttemptRow.finished_at,
    )
    .add_columns(SETTINGS, BoardEntryRow.id.label("entry"), BoardEntryRow.name, BoardEntryRow.look, BoardEntryRow.hidden_at)
    .join(QuizVersionRow, QuizVersionRow.id == AttemptRow.quiz_version_id)
    .join(QuizRow, QuizRow.id == QuizVersionRow.quiz_id)
    .outerjoin(BoardEntryRow, BoardEntryRow.attempt_id == AttemptRow.id)
)
_OF_QUIZ = _ATTEMPTS.where(QuizRow.slug == bindparam("quiz"), AttemptRow.participant_id.is_(None), _FIRST)
_OF_CODE = (
    _ATTEMPTS.join(ParticipantRow, ParticipantRow.id == AttemptRow.participant_id)
    .join(AssignmentRow, AssignmentRow.id == ParticipantRow.assignment_id)
    .where(AssignmentRow.code == bindparam("code"), _FIRST_GIVEN)
)
_ENTERED = BoardEntryRow.id.is_not(None)
_OF_ENTRY = _ATTEMPTS.where(BoardEntryRow.id == bindparam("entry"))
_GIVEN = _ATTEMPTS.where(_ENTERED, AttemptRow.participant_id.is_not(None)).order_by(BoardEntryRow.id)
_CODE = (
    select(AssignmentRow.code)
    .join(ParticipantRow, ParticipantRow.assignment_id == AssignmentRow.id)
    .join(AttemptRow, AttemptRow.participant_id == ParticipantRow.id)
    .where(AttemptRow.id == bindparam("attempt"))
)
_ADD = insert(BoardEntryRow)


def entries(connection: Connection, of: BoardOf) -> tuple[FirstAttempt, ...]:
    """Every entry of a board, hidden ones too, in the order they were made."""
    return _read(connection, _of(of).where(_ENTERED).order_by(BoardEntryRow.id), **_named(of))


def given_entries(connection: Connection) -> tuple[FirstAttempt, ...]:
    """Every entry on the boards of quizzes that teachers gave, in the order they were made."""
    return _read(connection, _GIVEN)


def first_attempt(connection: Connection, of: BoardOf, *, player: int) -> FirstAttempt | None:
    """The player's first attempt that counts on this board, with or without an entry."""
    mine = _of(of).where(AttemptRow.player_id == bindparam("player")).limit(1)
    return next(iter(_read(connection, mine, player=player, **_named(of))), None)


def code_of(connection: Connection, attempt: int) -> str:
    """The code of the quiz as it was given, in which an attempt was made; "" for any other attempt."""
    return connection.scalar(_CODE, {"attempt": attempt}) or ""


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


def _of(of: BoardOf) -> Select:  # type: ignore[type-arg]
    return _OF_QUIZ if of.quiz else _OF_CODE


def _named(of: BoardOf) -> dict[str, object]:
    return {"quiz": of.quiz} if of.quiz else {"code": of.code}


def _read(connection: Connection, wanted: Select, **values: object) -> tuple[FirstAttempt, ...]:  # type: ignore[type-arg]
    return tuple(_first(row) for row in connection.execute(wanted, values))


def _first(row: Row) -> FirstAttempt:  # type: ignore[type-arg]
    return FirstAttempt(
        attempt=row.id,
        player=row.player_id,
        title=row.title,
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
