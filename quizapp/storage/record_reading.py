"""Reading the record: who did what when, filtered, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, select

from quizapp.storage.record import Entry
from quizapp.storage.tables.people import RecordRow

AT_ONCE = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """Which entries; "" and None stand for any, `since` is included, `until` is not."""

    actor: str = ""
    action: str = ""
    subject: str = ""
    kind: str = ""
    since: datetime | None = None
    until: datetime | None = None


def count_entries(connection: Connection, wanted: Wanted) -> int:
    """How many entries there are."""
    return int(connection.execute(select(func.count()).select_from(RecordRow).where(*_where(wanted))).scalar_one())


def read_entries(connection: Connection, wanted: Wanted, *, skip: int, limit: int) -> tuple[Entry, ...]:
    """So many entries, newest first."""
    found = select(RecordRow.__table__).where(*_where(wanted)).order_by(RecordRow.id.desc()).offset(skip).limit(limit)
    return tuple(Entry(**row) for row in connection.execute(found).mappings())


def all_entries(connection: Connection, wanted: Wanted) -> Iterator[Entry]:
    """Every entry, oldest first, a few hundred at a time."""
    last = 0
    while True:
        found = select(RecordRow.__table__).where(*_where(wanted), RecordRow.id > last).order_by(RecordRow.id).limit(AT_ONCE)
        rows = connection.execute(found).mappings().all()
        if not rows:
            return
        yield from (Entry(**row) for row in rows)
        last = rows[-1]["id"]


def known_words(connection: Connection) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Who stands in the record, which acts, and kinds of things."""
    columns = (RecordRow.actor, RecordRow.action, RecordRow.subject_kind)
    actors, actions, kinds = (tuple(connection.scalars(select(column).distinct().order_by(column))) for column in columns)
    return actors, actions, kinds


def _where(wanted: Wanted) -> list[ColumnElement[bool]]:
    exact = ((RecordRow.actor, wanted.actor), (RecordRow.action, wanted.action), (RecordRow.subject_kind, wanted.kind))
    clauses: list[ColumnElement[bool]] = [column == word for column, word in exact if word]
    if wanted.subject:
        clauses.append(RecordRow.subject_id == wanted.subject)
    if wanted.since:
        clauses.append(RecordRow.at >= wanted.since)
    if wanted.until:
        clauses.append(RecordRow.at < wanted.until)
    return clauses
