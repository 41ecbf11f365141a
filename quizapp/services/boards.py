"""Leaderboards of featured quizzes and of those that teachers gave: first attempts alone, and nobody's name without their wish."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from quizapp.play.player_names import NameRefusedError, clean_name, is_reserved, name_key, name_look
from quizapp.play.ranking import Run, rank
from quizapp.services.database import Database
from quizapp.services.errors import Conflict, FieldRefused, NotFound
from quizapp.services.known import known
from quizapp.storage import accounts, boards, visits
from quizapp.storage.assignments import assignment_by_code
from quizapp.storage.boards import BoardOf, FirstAttempt
from quizapp.storage.quizzes import read_quizzes

__all__ = ["BoardLine", "BoardOf", "BoardView", "Mine", "board", "enter", "leave"]

MOST_SHOWN = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class BoardLine:
    """One place on a board; `time` is from the start of the attempt to its end."""

    rank: int
    name: str
    score: int
    total: int
    time: timedelta
    mine: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Mine:
    """A player's first attempt: its name on the board if it has one, whether it may get one, whether an admin hid it."""

    score: int
    total: int
    name: str | None
    hidden: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class BoardView:
    """The board of a quiz: its best places, and this player's own wherever it is; `mine` is None before a first attempt is finished.

    `plays` is False for a teacher who looks at the board of what she gave.
    """

    of: BoardOf
    title: str
    lines: tuple[BoardLine, ...]
    entries: int
    mine: Mine | None
    plays: bool = True


def board(db: Database, *, of: BoardOf, player: int | None, now: datetime) -> BoardView:
    """A board: that of a featured quiz for everybody, that of a given one for who takes part and for its teacher; raises NotFound."""
    with db.reading() as connection:
        title = _title(db, connection, of, player)
        shown = [one for one in boards.entries(connection, of) if not one.hidden and _counts(one, now)]
        first = boards.first_attempt(connection, of, player=player) if player is not None else None
    lines = tuple(_lines(shown, player))
    return BoardView(
        of=of,
        title=title,
        lines=tuple(one for place, one in enumerate(lines) if place < MOST_SHOWN or one.mine),
        entries=len(lines),
        mine=_mine(first) if first is not None and _counts(first, now) else None,
        plays=bool(of.quiz) or first is not None,
    )


def enter(db: Database, *, of: BoardOf, player: int, name: str, now: datetime) -> None:
    """Put the player's first attempt on the board under this name, or give it another name.

    Raises FieldRefused for a name that cannot be used, Conflict without a finished first attempt or when it is hidden, NotFound, NotSaved.
    """
    with db.writing() as connection:
        _title(db, connection, of, player)
        visits.hold_player(connection, player)
        first = boards.first_attempt(connection, of, player=player)
        if first is None or not _counts(first, now):
            raise Conflict("Only a finished first attempt stands on the board.")
        if first.hidden:
            raise Conflict("An admin took this entry off the board.")
        shown, look = _usable(connection, of, player, name)
        if first.entry is not None:
            boards.remove_entry(connection, first.entry)
        boards.add_entry(connection, first.attempt, name=shown, look=look, now=now)


def leave(db: Database, *, of: BoardOf, player: int) -> None:
    """Take the player's name off the board; a hidden entry stays as it is. Raises NotFound, NotSaved."""
    with db.writing() as connection:
        _title(db, connection, of, player)
        first = boards.first_attempt(connection, of, player=player)
        if first is not None and first.entry is not None and not first.hidden:
            boards.remove_entry(connection, first.entry)


def _usable(connection: Connection, of: BoardOf, player: int, name: str) -> tuple[str, str]:
    try:
        shown = clean_name(name)
    except NameRefusedError as error:
        raise FieldRefused("name", str(error)) from error
    look, own = name_look(shown), accounts.account_by_player(connection, player)
    if own is not None and name_look(own.name) == look:
        return shown, look
    others = {one.look for one in boards.entries(connection, of) if one.player != player}
    if is_reserved(shown) or look in others or accounts.is_taken(connection, key=name_key(shown), look=look):
        raise FieldRefused("name", "Somebody has this name, or one that looks like it. Choose another one.")
    return shown, look


def _title(db: Database, connection: Connection, of: BoardOf, player: int | None) -> str:
    """The title of the quiz, where this player may see its board."""
    if of.code:
        return _given_title(connection, of, player)
    library = known(db, connection)
    quizzes = read_quizzes(connection, library.head.id) if library else ()
    found = next((one for one in quizzes if one.value.slug == of.quiz), None)
    if found is None:
        raise NotFound("There is no such quiz.")
    return found.value.title


def _given_title(connection: Connection, of: BoardOf, player: int | None) -> str:
    given = assignment_by_code(connection, of.code)
    takes_part = player is not None and boards.first_attempt(connection, of, player=player) is not None
    if given is None or not (takes_part or given.owner == player):
        raise NotFound("There is no such board, or it is not yours to see.")
    return given.title


def _counts(one: FirstAttempt, now: datetime) -> bool:
    return one.score is not None and one.total > 0 and one.settings.tells(answered=True, finished=True, now=now)


def _lines(shown: list[FirstAttempt], player: int | None) -> list[BoardLine]:
    mine = {one.attempt for one in shown if one.player == player}
    return [
        BoardLine(rank=place, name=run.name, score=run.score, total=run.total, time=run.time, mine=run.key in mine)
        for place, run in rank(_run(one) for one in shown)
    ]


def _run(one: FirstAttempt) -> Run:
    time = (one.finished_at or one.started_at) - one.started_at
    return Run(key=one.attempt, name=one.name or "", score=one.score or 0, total=one.total, time=time)


def _mine(first: FirstAttempt) -> Mine:
    return Mine(score=first.score or 0, total=first.total, name=first.name, hidden=first.hidden)
