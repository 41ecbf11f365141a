"""What an admin does with leaderboards: hide a name, show it again; each act on the record."""

from dataclasses import dataclass
from datetime import datetime

from quizapp.services.account_acts import actor_name
from quizapp.services.database import Database
from quizapp.services.errors import NotFound
from quizapp.services.people import admin_account
from quizapp.storage import boards
from quizapp.storage.boards import BoardOf
from quizapp.storage.quizzes import read_quizzes
from quizapp.storage.record import Entry, write_record
from quizapp.storage.scopes import library

KIND = "board_entry"


@dataclass(frozen=True, kw_only=True, slots=True)
class NameOnBoard:
    """A name that a player put on the leaderboard of a quiz."""

    entry: int
    name: str
    quiz: str
    hidden: bool


def names_on_boards(db: Database, *, by: int) -> tuple[NameOnBoard, ...]:
    """Every name on a leaderboard, by quiz and in the order they came. Raises Forbidden unless `by` is an admin."""
    with db.reading() as connection:
        admin_account(connection, by)
        found = library(connection)
        quizzes = read_quizzes(connection, found.id) if found else ()
        return tuple(
            NameOnBoard(entry=one.entry, name=one.name or "", quiz=quiz.value.title, hidden=one.hidden)
            for quiz in quizzes
            for one in boards.entries(connection, BoardOf(quiz=quiz.value.slug))
            if one.entry is not None
        ) + tuple(
            NameOnBoard(entry=one.entry, name=one.name or "", quiz=f"{one.title} (given by a teacher)", hidden=one.hidden)
            for one in boards.given_entries(connection)
            if one.entry is not None
        )


def hide_entry(db: Database, *, entry: int, by: int, why: str, now: datetime) -> None:
    """Hide an entry from its board; one hidden already stays so. Raises Forbidden unless `by` is an admin, NotFound, NotSaved."""
    _set(db, entry=entry, by=by, why=why, now=now, hidden=True)


def show_entry(db: Database, *, entry: int, by: int, why: str, now: datetime) -> None:
    """Show a hidden entry again. Raises Forbidden unless `by` is an admin, NotFound, NotSaved."""
    _set(db, entry=entry, by=by, why=why, now=now, hidden=False)


def _set(db: Database, *, entry: int, by: int, why: str, now: datetime, hidden: bool) -> None:
    with db.writing() as connection:
        admin = admin_account(connection, by)
        found = boards.entry_by_id(connection, entry)
        if found is None:
            raise NotFound("There is no such entry.")
        if found.hidden is hidden:
            return
        boards.set_hidden(connection, entry, now if hidden else None)
        act = Entry(
            at=now,
            actor=actor_name(admin),
            actor_id=admin.player,
            action="entry_hidden" if hidden else "entry_shown",
            subject_kind=KIND,
            subject_id=str(entry),
            old={"hidden": found.hidden},
            new={"hidden": hidden},
            why=why,
        )
        write_record(connection, act)
