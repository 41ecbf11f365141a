"""A backup is whole while others write; restoring loses nothing, refuses what is not ours and a database that is used."""

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from quizapp.services.database import open_database
from quizapp.services.players import begin_visit

ROOT = Path(__file__).resolve().parents[2]


def call(*arguments: str, instance: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    given = {"PATH": os.environ["PATH"], "QUIZAPP_INSTANCE": str(instance), **environ}
    return subprocess.run([sys.executable, "-m", "quizapp", *arguments], cwd=ROOT, env=given, capture_output=True, text=True, timeout=60)


def add_players(instance: Path, count: int, *, stop: threading.Event | None = None) -> None:
    """Let so many guests come, or guests until it is enough."""
    db = open_database(f"sqlite:///{instance / 'quizapp.sqlite'}", instance)
    rng = Random(count)
    while count > 0 or (stop and not stop.is_set()):
        begin_visit(db, now=datetime.now(UTC), rng=rng)
        count -= 1
    db.close()


def players(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        found: int = connection.execute("SELECT count(*) FROM player").fetchone()[0]
        return found


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    """An instance folder with three guests in its database."""
    add_players(tmp_path / "instance", 3)
    return tmp_path / "instance"


def test_a_backup_made_while_others_write_is_whole_and_comes_back(instance: Path, tmp_path: Path) -> None:
    stop = threading.Event()
    writing = threading.Thread(target=add_players, args=(instance, 0), kwargs={"stop": stop})
    writing.start()
    done = call("backup", str(tmp_path / "kept.sqlite"), instance=instance)
    stop.set()
    writing.join()
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["instance", "kept.sqlite"]
    kept, now = players(tmp_path / "kept.sqlite"), players(instance / "quizapp.sqlite")
    assert 3 <= kept <= now
    back = call("restore", str(tmp_path / "kept.sqlite"), instance=instance)
    assert back.returncode == 0, back.stderr
    assert players(instance / "quizapp.sqlite") == kept
    (before,) = instance.glob("quizapp.sqlite.before-*")
    assert str(before) in back.stderr
    assert players(before) == now


def test_a_backup_is_restored_where_there_is_nothing_yet(instance: Path, tmp_path: Path) -> None:
    call("backup", str(tmp_path / "kept.sqlite"), instance=instance)
    assert call("restore", str(tmp_path / "kept.sqlite"), instance=tmp_path / "new").returncode == 0
    assert players(tmp_path / "new" / "quizapp.sqlite") == 3
    assert not list((tmp_path / "new").glob("*.before-*"))


def test_a_backup_never_replaces_a_file(instance: Path, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("a diary", encoding="utf-8")
    done = call("backup", str(tmp_path / "there"), instance=instance)
    assert done.returncode == 2
    assert "there is such a file already" in done.stderr
    assert (tmp_path / "there").read_text(encoding="utf-8") == "a diary"


def test_what_is_no_whole_database_of_ours_is_refused_and_the_present_one_stays(instance: Path, tmp_path: Path) -> None:
    call("backup", str(tmp_path / "kept.sqlite"), instance=instance)
    whole = (tmp_path / "kept.sqlite").read_bytes()
    page = 4096
    (tmp_path / "damaged").write_bytes(whole[: page * 3] + b"\xff" * page * 4 + whole[page * 7 :])
    (tmp_path / "cut").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "letter").write_text("Dear Tess," * 1000, encoding="utf-8")
    with closing(sqlite3.connect(tmp_path / "foreign")) as connection:
        connection.execute("CREATE TABLE bread (kind)")
    for name in ("damaged", "cut", "empty", "letter", "foreign", "nowhere"):
        done = call("restore", str(tmp_path / name), instance=instance)
        assert done.returncode == 2, name
        assert name in done.stderr
        assert "Traceback" not in done.stderr
    assert players(instance / "quizapp.sqlite") == 3
    assert not list(instance.glob("*.before-*"))


def test_a_backup_of_a_newer_program_is_refused(instance: Path, tmp_path: Path) -> None:
    call("backup", str(tmp_path / "kept.sqlite"), instance=instance)
    with closing(sqlite3.connect(tmp_path / "kept.sqlite")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    done = call("restore", str(tmp_path / "kept.sqlite"), instance=instance)
    assert done.returncode == 2
    assert "newer quizapp (9999)" in done.stderr


def test_nothing_is_restored_under_a_running_program(instance: Path, tmp_path: Path) -> None:
    call("backup", str(tmp_path / "kept.sqlite"), instance=instance)
    db = open_database(f"sqlite:///{instance / 'quizapp.sqlite'}", instance)
    begin_visit(db, now=datetime.now(UTC), rng=Random(9))
    done = call("restore", str(tmp_path / "kept.sqlite"), instance=instance)
    assert done.returncode == 2
    assert "a running quizapp" in done.stderr
    begin_visit(db, now=datetime.now(UTC), rng=Random(10))
    db.close()
    assert players(instance / "quizapp.sqlite") == 5


def test_a_damaged_database_is_replaced_and_kept_too(instance: Path, tmp_path: Path) -> None:
    call("backup", str(tmp_path / "kept.sqlite"), instance=instance)
    (instance / "quizapp.sqlite").write_bytes(b"rust" * 5000)
    done = call("restore", str(tmp_path / "kept.sqlite"), instance=instance)
    assert done.returncode == 0, done.stderr
    assert players(instance / "quizapp.sqlite") == 3
    (before,) = instance.glob("quizapp.sqlite.before-*")
    assert before.read_bytes() == b"rust" * 5000


def test_a_log_whose_database_is_gone_is_never_played_into_the_backup(instance: Path, tmp_path: Path) -> None:
    call("backup", str(tmp_path / "kept.sqlite"), instance=instance)
    log = instance / "quizapp.sqlite-wal"
    with closing(sqlite3.connect(instance / "quizapp.sqlite")) as connection, connection:
        connection.execute("DELETE FROM player")
        connection.commit()
        frames = log.read_bytes()
    (instance / "quizapp.sqlite").unlink()
    log.write_bytes(frames)
    done = call("restore", str(tmp_path / "kept.sqlite"), instance=instance)
    assert done.returncode == 0, done.stderr
    assert players(instance / "quizapp.sqlite") == 3
    (kept,) = instance.glob("quizapp.sqlite.before-*-wal")
    assert kept.read_bytes() == frames


@pytest.mark.parametrize(("command", "tool"), [("backup", "pg_dump"), ("restore", "pg_restore")])
def test_for_a_database_server_its_own_tool_is_named(command: str, tool: str, tmp_path: Path) -> None:
    done = call(command, str(tmp_path / "kept"), instance=tmp_path, QUIZAPP_DATABASE_URL="postgresql://db/quiz")
    assert done.returncode == 2
    assert tool in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="file modes are posix's")
def test_a_backup_is_its_owner_s_alone_to_read(instance: Path, tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        assert call("backup", str(tmp_path / "kept.sqlite"), instance=instance).returncode == 0
    finally:
        os.umask(before)
    assert (tmp_path / "kept.sqlite").stat().st_mode & 0o077 == 0
