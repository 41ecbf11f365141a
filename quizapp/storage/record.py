"""The record: who did what, when, old -> new, why; written in the transaction of the act itself and never edited."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from quizapp.storage.tables.people import RecordRow


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One act; `actor` is how the record names who did it, `actor_id` the player while there is one. Holds no secrets."""

    at: datetime
    actor: str
    action: str
    subject_kind: str
    subject_id: str
    actor_id: int | None = None
    old: dict[str, object] | None = None
    new: dict[str, object] | None = None
    why: str = ""
    id: int = 0


_WRITE = insert(RecordRow)
_ENTRIES = select(RecordRow.__table__).order_by(RecordRow.id)
_OF_SUBJECT = _ENTRIES.where(RecordRow.subject_kind == bindparam("kind"), RecordRow.subject_id == bindparam("subject"))
_BY = _ENTRIES.where(RecordRow.actor_id == bindparam("player"))
_LET_GO = update(RecordRow).where(RecordRow.actor_id == bindparam("player")).values(actor_id=None)


def write_record(connection: Connection, entry: Entry) -> None:
    """Add the act to the record."""
    cells = {
        "at": entry.at,
        "actor": entry.actor,
        "actor_id": entry.actor_id,
        "action": entry.action,
        "subject_kind": entry.subject_kind,
        "subject_id": entry.subject_id,
        "old": entry.old,
        "new": entry.new,
        "why": entry.why,
    }
    connection.execute(_WRITE, cells)


def record_of(connection: Connection, *, kind: str, subject: str) -> tuple[Entry, ...]:
    """Every act on this subject, oldest first."""
    return tuple(Entry(**row) for row in connection.execute(_OF_SUBJECT, {"kind": kind, "subject": subject}).mappings())


def record_by(connection: Connection, player: int) -> tuple[Entry, ...]:
    """Every act of this player, oldest first."""
    return tuple(Entry(**row) for row in connection.execute(_BY, {"player": player}).mappings())


def let_go_of(connection: Connection, player: int) -> None:
    """Keep what a player did and forget which player it was, as deleting the row would do."""
    connection.execute(_LET_GO, {"player": player})
