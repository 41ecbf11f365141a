"""Questions that were made of a ruling which was taken back since: nothing is left to decide on them."""

from dataclasses import replace

from sqlalchemy import Connection

from quizapp.services.rulings import KIND
from quizapp.storage.knowledge_values import ruling_digest
from quizapp.storage.record import record_of
from quizapp.storage.rulings import StoredRuling, read_stored


def ruled_away(connection: Connection, scope: int) -> frozenset[str]:
    """The ids of the questions that rulings gave which do not stand any more, and which nobody made again."""
    rulings = read_stored(connection, scope)
    standing = {_what(one) for one in rulings if one.stands}
    gone = [one for one in rulings if not one.stands and not one.with_files and _what(one) not in standing]
    return frozenset(item for one in gone for item in _given_by(connection, one))


def _what(ruling: StoredRuling) -> str:
    return ruling_digest(replace(ruling.value, reason="-"))


def _given_by(connection: Connection, ruling: StoredRuling) -> tuple[str, ...]:
    acts = record_of(connection, kind=KIND, subject=str(ruling.row))
    given = [(act.new or {}).get("new") for act in acts if act.action == "ruling made"]
    return tuple(str(item) for items in given if isinstance(items, list) for item in items)
