"""On Postgres the migrations lead to the tables of the code, up and down, from processes at once; the seeds prove themselves."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from quizapp.resources import resource_folder
from quizapp.services.check import check_bank
from quizapp.services.database import DatabaseRefusedError, open_database
from quizapp.services.startup import load_seeds
from quizapp.storage.migrate import MIGRATIONS, move, newest, prepare
from quizapp.storage.tables import Base

START = "import sys; from quizapp.storage.migrate import prepare; prepare(sys.argv[1])"


def test_the_tables_are_those_of_the_code_also_after_going_down_and_up(url: str) -> None:
    prepare(url)
    engine = create_engine(url)
    steps = [one.revision for one in ScriptDirectory(str(MIGRATIONS)).walk_revisions()]
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO player (id, kind, created_at) VALUES (7, 'guest', now())"))
        for target in steps[1:]:
            move(connection, target, down=True)
        for target in steps[-2::-1]:
            move(connection, target)
        assert connection.scalar(text("SELECT id FROM player")) == 7
        move(connection, "base", down=True)
        move(connection, "head")
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    engine.dispose()


def test_processes_that_start_at_once_all_come_up(url: str) -> None:
    started = [subprocess.Popen([sys.executable, "-c", START, url], stderr=subprocess.PIPE) for _ in range(3)]
    errors = [one.communicate(timeout=60)[1] for one in started]
    assert [one.returncode for one in started] == [0, 0, 0], errors
    engine = create_engine(url)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == newest()
    engine.dispose()


def test_the_seeds_load_once_and_every_question_stands_by_its_proof(url: str, tmp_path: Path) -> None:
    db = open_database(url, tmp_path)
    first = load_seeds(db, folder=resource_folder("seeds"), now=datetime.now(UTC))
    again = load_seeds(db, folder=resource_folder("seeds"), now=datetime.now(UTC))
    assert first.items > 100
    assert again.items == 0
    assert check_bank(db) == ()
    db.close()


def test_a_server_that_does_not_answer_is_named_without_its_password(tmp_path: Path) -> None:
    with pytest.raises(DatabaseRefusedError, match="no answer") as caught:
        open_database(f"postgresql+psycopg://school:blue-kettle@/quiz?host={tmp_path}", tmp_path)
    assert "blue-kettle" not in str(caught.value)
