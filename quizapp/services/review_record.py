"""The record as admins read it: filtered, a page at a time, or whole for keeping elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.services.database import Database
from quizapp.services.record_names import RecordNames, names_now
from quizapp.storage.record import Entry
from quizapp.storage.record_reading import Wanted, all_entries, count_entries, known_words, read_entries

__all__ = ["Entry", "RecordView", "Wanted", "export_record", "read_record"]
PER_PAGE = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordView:
    """A page of the record, newest first, what it can be filtered by, and what things are called."""

    entries: tuple[Entry, ...]
    total: int
    number: int
    pages: int
    actors: tuple[str, ...]
    actions: tuple[str, ...]
    kinds: tuple[str, ...]
    names: RecordNames


def read_record(db: Database, *, wanted: Wanted, number: int) -> RecordView:
    """The page `number` of the record, from 1; the last one when there are fewer."""
    with db.reading() as connection:
        total = count_entries(connection, wanted)
        pages = max(1, -(-total // PER_PAGE))
        shown = min(max(number, 1), pages)
        entries = read_entries(connection, wanted, skip=(shown - 1) * PER_PAGE, limit=PER_PAGE)
        actors, actions, kinds = known_words(connection)
        names = names_now(db, connection)
    return RecordView(entries=entries, total=total, number=shown, pages=pages, actors=actors, actions=actions, kinds=kinds, names=names)


def export_record(db: Database, *, wanted: Wanted) -> Iterator[Entry]:
    """Every entry wanted, oldest first, read while it is written out."""
    with db.reading() as connection:
        yield from all_entries(connection, wanted)
