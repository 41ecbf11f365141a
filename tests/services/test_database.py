"""Transactions are whole or not at all, one writer at a time, and what cannot be saved says so."""

import sqlite3
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from quizapp.services.database import Database, DatabaseRefusedError, open_database
from quizapp.services.errors import NotFound, NotSaved
from quizapp.services.players import begin_visit, find_visit
from quizapp.storage import engine
from services.balloon import NOW
from services.playing import count

ADD = text("INSERT INTO player (kind, created_at) VALUES ('guest', '2026-01-01')")


def _write_and_fail(db: Database) -> None:
    with db.writing() as connection:
        connection.execute(ADD)
        raise NotFound("nothing of the kind")


def test_a_use_case_that_refuses_leaves_nothing(bare: Database) -> None:
    with pytest.raises(NotFound):
        _write_and_fail(bare)
    assert count(bare, "player") == 0


def test_reading_cannot_write(bare: Database) -> None:
    with pytest.raises(OperationalError, match="readonly"), bare.reading() as connection:
        connection.execute(ADD)


def test_threads_that_write_at_once_all_succeed(bare: Database) -> None:
    def work() -> None:
        for _ in range(10):
            begin_visit(bare, now=NOW, rng=Random())

    threads = [threading.Thread(target=work) for _ in range(12)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert count(bare, "player") == count(bare, "visit") == 120


def test_a_database_that_stays_locked_gives_not_saved_and_recovers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_MILLISECONDS", 100)
    db = open_database(f"sqlite:///{tmp_path / 'quizapp.sqlite'}", tmp_path)
    with closing(sqlite3.connect(tmp_path / "quizapp.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotSaved, match="try again"):
            begin_visit(db, now=NOW, rng=Random(1))
        assert find_visit(db, "nobody") is None
    begun = begin_visit(db, now=NOW + timedelta(seconds=1), rng=Random(1))
    assert find_visit(db, begun.token) == begun.visit
    assert count(db, "player") == 1
    db.close()


def test_a_damaged_file_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "quizapp.sqlite").write_bytes(b"")
    with pytest.raises(DatabaseRefusedError, match=r"quizapp\.sqlite"):
        open_database(f"sqlite:///{tmp_path / 'quizapp.sqlite'}", tmp_path)
    assert (tmp_path / "quizapp.sqlite").read_bytes() == b""


def test_the_instance_folder_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "instance"
    open_database(f"sqlite:///{folder / 'quizapp.sqlite'}", folder).close()
    assert (folder / "quizapp.sqlite").stat().st_size > 0
