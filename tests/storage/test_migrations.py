"""The migrations lead to exactly the tables of the code, up and down, with data, from two processes, through crashes."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, inspect, make_url, text

from quizapp.storage import migrate
from quizapp.storage.engine import Engines, sqlite_engine
from quizapp.storage.errors import DatabaseRefusedError
from quizapp.storage.migrate import MIGRATIONS, move, newest, prepare
from quizapp.storage.tables import Base

START = "import sys; from quizapp.storage.migrate import prepare; prepare(sys.argv[1])"


def shape(engine: Engine) -> dict[str, object]:
    """Everything the database knows of its tables."""
    look = inspect(engine)
    return {
        table: {
            "columns": [(one["name"], str(one["type"]), one["nullable"]) for one in look.get_columns(table)],
            "checks": sorted((one["name"] or "", one["sqltext"]) for one in look.get_check_constraints(table)),
            "uniques": sorted((one["name"] or "", tuple(one["column_names"])) for one in look.get_unique_constraints(table)),
            "indexes": sorted((one["name"] or "", tuple(one["column_names"]), one["unique"]) for one in look.get_indexes(table)),
            "keys": sorted((one["name"] or "", one["referred_table"], str(one["options"])) for one in look.get_foreign_keys(table)),
        }
        for table in look.get_table_names()
        if table != "alembic_version"
    }


def steps() -> list[str]:
    return [one.revision for one in ScriptDirectory(str(MIGRATIONS)).walk_revisions()][::-1]


def test_alembic_finds_no_difference_between_the_migrations_and_the_tables(engines: Engines) -> None:
    with engines.writer.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_checks_uniques_indexes_and_keys_are_the_same_too(engines: Engines, tmp_path: Path) -> None:
    made = create_engine(f"sqlite:///{tmp_path / 'made.sqlite'}")
    Base.metadata.create_all(made)
    assert shape(engines.reader) == shape(made)
    made.dispose()


def test_every_constraint_and_index_has_a_name(engines: Engines) -> None:
    with engines.reader.connect() as connection:
        statements = connection.execute(text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name != 'alembic_version'")).scalars()
        for statement in statements:
            lines = [line.strip() for line in statement.splitlines()]
            assert not [line for line in lines if line.startswith(("CHECK", "UNIQUE", "FOREIGN", "PRIMARY"))], statement


def test_the_tables_go_down_and_up_again_and_keep_the_rows_of_those_that_stay(url: str) -> None:
    prepare(url)
    engine = sqlite_engine(make_url(url), begin="BEGIN IMMEDIATE", connections=1, foreign_keys=False)
    whole = shape(engine)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO player (id, kind, created_at) VALUES (7, 'guest', '2026-01-01 00:00:00.000000')"))
        connection.execute(text("INSERT INTO scope (id, kind, generation) VALUES (1, 'library', 3)"))
        connection.execute(text("INSERT INTO item (id, scope_id, item, kind, fact) VALUES (1, 1, 'i', 'who', 'f')"))
    for target in [*steps()[:-1][::-1], *steps()[1:]]:
        with engine.begin() as connection:
            current = MigrationContext.configure(connection).get_current_revision() or ""
            move(connection, target, down=target < current)
            assert connection.scalar(text("SELECT generation FROM scope WHERE id = 1")) == 3
    assert shape(engine) == whole
    with engine.begin() as connection:
        assert connection.scalar(text("SELECT id FROM player")) == 7
        move(connection, "base", down=True)
        move(connection, "head")
    assert shape(engine) == whole
    engine.dispose()


def test_an_older_database_with_data_is_brought_up(file: Path, url: str) -> None:
    prepare(url)
    engine = sqlite_engine(make_url(url), begin="BEGIN IMMEDIATE", connections=1, foreign_keys=False)
    with engine.begin() as connection:
        move(connection, steps()[0], down=True)
        connection.execute(text("INSERT INTO player (id, kind, created_at) VALUES (7, 'guest', '2026-01-01 00:00:00.000000')"))
    engine.dispose()
    prepare(url)
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (newest(),)
        assert connection.execute("SELECT id FROM player").fetchall() == [(7,)]


def test_a_migration_that_leaves_rows_without_an_owner_is_taken_back(url: str, file: Path) -> None:
    prepare(url)
    engine = sqlite_engine(make_url(url), begin="BEGIN IMMEDIATE", connections=1, foreign_keys=False)
    with engine.begin() as connection:
        move(connection, steps()[-2], down=True)
        connection.execute(
            text("INSERT INTO visit (player_id, token_hash, created_at) VALUES (99, :hash, '2026-01-01')"), {"hash": "a" * 64}
        )
    engine.dispose()
    with pytest.raises(DatabaseRefusedError, match="a row of visit that belongs to nothing"):
        prepare(url)
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (steps()[-2],)


def test_processes_that_start_at_once_all_come_up(url: str, file: Path) -> None:
    started = [subprocess.Popen([sys.executable, "-c", START, url], stderr=subprocess.PIPE) for _ in range(4)]
    errors = [one.communicate(timeout=60)[1] for one in started]
    assert [one.returncode for one in started] == [0, 0, 0, 0], errors
    assert sorted(one.name for one in file.parent.iterdir()) == [file.name, file.name + ".lock"]


def test_a_crash_while_the_first_tables_are_made_leaves_nothing_in_the_way(url: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(_path: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(migrate, "_sync", crash)
        with pytest.raises(KeyboardInterrupt):
            prepare(url)
    assert not file.exists()
    assert file.with_name(file.name + ".new").exists()
    prepare(url)
    assert sorted(one.name for one in file.parent.iterdir()) == [file.name, file.name + ".lock"]


def test_a_crash_in_the_middle_of_a_migration_leaves_the_old_tables_whole(url: str, file: Path) -> None:
    prepare(url)
    engine = sqlite_engine(make_url(url), begin="BEGIN IMMEDIATE", connections=1, foreign_keys=False)
    with engine.begin() as connection:
        move(connection, steps()[0], down=True)
    engine.dispose()
    killed = (
        "import os, signal, sys\nfrom alembic.operations import Operations\nfrom quizapp.storage.migrate import prepare\n"
        "make, made = Operations.create_table, []\n"
        "def count(self, *args, **more):\n"
        "    made.append(args[0])\n    len(made) == 3 and os.kill(os.getpid(), signal.SIGKILL)\n    return make(self, *args, **more)\n"
        "Operations.create_table = count\n"
        "import alembic.op as op\nop.create_table = lambda *args, **more: count(op._proxy, *args, **more)\nprepare(sys.argv[1])\n"
    )
    result = subprocess.run([sys.executable, "-c", killed, url], timeout=60)
    assert result.returncode == -9
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (steps()[0],)
        assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'item'").fetchone() == (0,)
    prepare(url)
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (newest(),)
