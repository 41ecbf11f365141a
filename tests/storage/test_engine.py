"""Every connection keeps the rules of section 9, however it was opened."""

import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Engine, insert, select, text
from sqlalchemy.exc import IntegrityError, OperationalError

from quizapp.storage.base import Moment
from quizapp.storage.engine import READERS, Engines
from quizapp.storage.tables.people import PlayerRow, VisitRow

PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1, "busy_timeout": 10_000}


def pragmas(engine: Engine, count: int) -> list[dict[str, object]]:
    connections = [engine.connect() for _ in range(count)]
    found = [{name: one.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PRAGMAS} for one in connections]
    for one in connections:
        one.close()
    return found


def test_the_pragmas_hold_on_every_connection(engines: Engines) -> None:
    assert pragmas(engines.reader, READERS) == [PRAGMAS] * READERS
    assert pragmas(engines.writer, 1) == [PRAGMAS]


def test_they_hold_on_connections_made_anew(engines: Engines) -> None:
    with engines.reader.connect() as one:
        one.invalidate()
    assert pragmas(engines.reader, 2) == [PRAGMAS] * 2


def test_a_reader_cannot_write(engines: Engines) -> None:
    with engines.reader.connect() as one, pytest.raises(OperationalError, match="readonly"):
        one.execute(text("DELETE FROM player"))


def test_a_writing_transaction_begins_immediately(engines: Engines) -> None:
    """A second writer finds the database locked at BEGIN, not in the middle of its work."""
    with engines.writer.begin(), closing(sqlite3.connect(str(engines.writer.url.database), timeout=0, isolation_level=None)) as other:
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.execute("BEGIN")
        assert other.execute("SELECT count(*) FROM player").fetchone() == (0,)


def test_a_reader_sees_one_state_while_others_write(engines: Engines) -> None:
    count = text("SELECT count(*) FROM player")
    with engines.reader.connect() as reading, reading.begin():
        assert reading.scalar(count) == 0
        writing = threading.Thread(target=_add_player, args=(engines,))
        writing.start()
        writing.join()
        assert reading.scalar(count) == 0
    with engines.reader.connect() as reading:
        assert reading.scalar(count) == 1


def _add_player(engines: Engines) -> None:
    with engines.writer.begin() as connection:
        connection.execute(text("INSERT INTO player (kind, created_at) VALUES ('guest', '2026-01-01')"))


def test_a_transaction_that_fails_leaves_nothing(engines: Engines) -> None:
    with pytest.raises(RuntimeError, match="power cut"):
        _write_and_fail(engines, "INSERT INTO player (kind, created_at) VALUES ('guest', '2026-01-01')")
    with engines.reader.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM player")) == 0


def test_tables_are_rolled_back_too(engines: Engines) -> None:
    """Python's sqlite3 used to commit before CREATE TABLE; a migration that breaks must leave nothing."""
    with pytest.raises(RuntimeError, match="power cut"):
        _write_and_fail(engines, "CREATE TABLE half (id INTEGER)")
    with engines.reader.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM sqlite_master WHERE name = 'half'")) == 0


def _write_and_fail(engines: Engines, statement: str) -> None:
    with engines.writer.begin() as connection:
        connection.execute(text(statement))
        raise RuntimeError("power cut")


def test_constraints_live_in_the_database(engines: Engines) -> None:
    with pytest.raises(IntegrityError, match="ck_player_kind_known"), engines.writer.begin() as connection:
        connection.execute(text("INSERT INTO player (kind, name, created_at) VALUES ('ghost', 'Boo', '2026-01-01')"))
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), engines.writer.begin() as connection:
        connection.execute(
            text("INSERT INTO visit (player_id, token_hash, created_at) VALUES (9, :hash, '2026-01-01')"), {"hash": "0" * 64}
        )


def test_moments_come_back_in_utc_and_one_without_a_zone_is_refused(engines: Engines) -> None:
    summer = datetime(2026, 7, 1, 12, 0, tzinfo=timezone(timedelta(hours=2)))
    with engines.writer.begin() as connection:
        connection.execute(insert(PlayerRow).values(kind="guest", created_at=summer))
    with engines.reader.connect() as connection:
        assert connection.scalar(select(PlayerRow.created_at)) == datetime(2026, 7, 1, 10, 0, tzinfo=UTC)
        assert connection.scalar(select(VisitRow.ended_at)) is None
    with pytest.raises(ValueError, match="without a zone"):
        Moment().process_bind_param(datetime(2026, 7, 1), engines.writer.dialect)  # noqa: DTZ001
