"""What an admin does with leaderboards: hide a name, show it again; each act on the record."""

from datetime import datetime

from quizapp.services.account_acts import actor_name
from quizapp.services.database import Database
from quizapp.services.errors import Forbidden, NotFound
from quizapp.storage import accounts, boards
from quizapp.storage.record import Entry, write_record
from quizapp.storage.tables.accounts import Role

KIND = "board_entry"


def hide_entry(db: Database, *, entry: int, by: int, why: str, now: datetime) -> None:
    """Hide an entry from its board; one hidden already stays so. Raises Forbidden unless `by` is an admin, NotFound, NotSaved."""
    _set(db, entry=entry, by=by, why=why, now=now, hidden=True)


def show_entry(db: Database, *, entry: int, by: int, why: str, now: datetime) -> None:
    """Show a hidden entry again. Raises Forbidden unless `by` is an admin, NotFound, NotSaved."""
    _set(db, entry=entry, by=by, why=why, now=now, hidden=False)


def _set(db: Database, *, entry: int, by: int, why: str, now: datetime, hidden: bool) -> None:
    with db.writing() as connection:
        admin = accounts.account_by_player(connection, by)
        if admin is None or admin.role is not Role.ADMIN or admin.locked:
            raise Forbidden("Only an admin may do this.")
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
