"""Leaky buckets of tries, one row each, so that every process counts the same."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from quizapp.storage.digests import digest
from quizapp.storage.tables.accounts import ThrottleRow


def held_bucket(connection: Connection, name: str, *, now: datetime) -> datetime:
    """When the bucket will be empty; nobody else can change it until the transaction ends."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    connection.execute(insert(ThrottleRow).values(bucket=digest(name), empty_at=now).on_conflict_do_nothing())
    mine = select(ThrottleRow.empty_at).where(ThrottleRow.bucket == digest(name)).with_for_update()
    return connection.execute(mine).scalar_one()


def fill_bucket(connection: Connection, name: str, empty_at: datetime) -> None:
    """Keep when the bucket will be empty."""
    connection.execute(update(ThrottleRow).where(ThrottleRow.bucket == digest(name)).values(empty_at=empty_at))


def empty_bucket(connection: Connection, name: str) -> None:
    """Forget the tries in a bucket."""
    connection.execute(delete(ThrottleRow).where(ThrottleRow.bucket == digest(name)))


def drop_empty(connection: Connection, *, now: datetime, kept: timedelta) -> None:
    """Forget buckets that have been empty for this long, so that the table stays small."""
    connection.execute(delete(ThrottleRow).where(ThrottleRow.empty_at < now - kept))
