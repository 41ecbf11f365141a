"""Articles from a shell: read into the library for review, kept when the shipped files change, or given to a teacher."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizapp.resources import resource_folder
from quizapp.services.check import check_bank
from quizapp.services.database import open_database
from quizapp.services.known import known
from quizapp.services.startup import load_seeds

ROOT = Path(__file__).resolve().parents[2]
LAMP = """A lamp for Skerry

The lighthouse on Skerry was lit on 4 May 1911. Nora Lind kept the lighthouse for 31 years. The tower is 22 metres high.
"""


def call(*arguments: str, instance: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    environ = {"PATH": os.environ["PATH"], "QUIZAPP_INSTANCE": str(instance)}
    command = [sys.executable, "-m", "quizapp", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=120, input=given)


@pytest.fixture
def lamp(tmp_path: Path) -> Path:
    """An article with its sidecar."""
    (tmp_path / "lamp.txt").write_text(LAMP, encoding="utf-8")
    (tmp_path / "lamp.toml").write_text('title = "A lamp for Skerry"\ndate = 2011-05-04\nsource = "Skerry Post"', encoding="utf-8")
    return tmp_path / "lamp.txt"


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    """An instance folder to be."""
    return tmp_path / "instance"


def rows(instance: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(instance / "quizapp.sqlite")) as connection:
        return connection.execute(statement).fetchall()


def test_an_article_is_read_into_the_library_once_and_its_questions_wait_for_review(lamp: Path, instance: Path) -> None:
    done = call("articles", "add", str(lamp), instance=instance)
    assert done.returncode == 0, done.stderr
    assert "lamp.txt: added." in done.stderr
    assert rows(instance, "SELECT title, source, made_here FROM article WHERE name = 'lamp.txt'") == [
        ("A lamp for Skerry", "Skerry Post", 1)
    ]
    assert rows(instance, "SELECT actor, action FROM record WHERE subject_kind = 'article'") == [("operator", "article added")]
    db = open_database(f"sqlite:///{instance / 'quizapp.sqlite'}", instance)
    with db.reading() as connection:
        library = known(db, connection)
    assert library
    mine = [one for one in library.bank if any(evidence.article == "lamp.txt" for evidence in one.value.evidence)]
    assert mine
    assert {one.state for one in mine} == {"candidate"}
    assert check_bank(db) == ()
    load_seeds(db, folder=resource_folder("seeds"), now=datetime.now(UTC))
    db.close()
    again = call("articles", "add", str(lamp), instance=instance)
    assert "lamp.txt: the library has this text already." in again.stderr


def test_it_stays_when_the_shipped_files_change(lamp: Path, instance: Path) -> None:
    assert call("articles", "add", str(lamp), instance=instance).returncode == 0
    before = rows(instance, "SELECT count(*) FROM claim")
    with closing(sqlite3.connect(instance / "quizapp.sqlite")) as connection, connection:
        connection.execute("UPDATE scope SET digest = 'of older files' WHERE kind = 'library'")
    db = open_database(f"sqlite:///{instance / 'quizapp.sqlite'}", instance)
    load_seeds(db, folder=resource_folder("seeds"), now=datetime.now(UTC))
    assert check_bank(db) == ()
    db.close()
    assert rows(instance, "SELECT withdrawn_at FROM article WHERE name = 'lamp.txt'") == [(None,)]
    assert rows(instance, "SELECT count(*) FROM claim") == before


def test_another_text_of_a_name_that_the_library_has_is_refused(lamp: Path, instance: Path) -> None:
    assert call("articles", "add", str(lamp), instance=instance).returncode == 0
    lamp.write_text(LAMP + "The lamp was put out in 1974.\n", encoding="utf-8")
    done = call("articles", "add", str(lamp), instance=instance)
    assert done.returncode == 2
    assert "lamp.txt: the library has another text of this name" in done.stderr


def test_an_article_given_to_a_teacher_waits_for_a_worker_and_is_hers_alone(lamp: Path, instance: Path) -> None:
    call("accounts", "create", "Tess", "--role", "teacher", "--password-stdin", instance=instance, given="blue kettle rain\n")
    done = call("articles", "add", str(lamp), "--to", "tess", "--rights", "own work", instance=instance)
    assert done.returncode == 0, done.stderr
    assert rows(instance, "SELECT state FROM job") == [("queued",)]
    assert rows(instance, "SELECT s.kind FROM article a JOIN scope s ON s.id = a.scope_id WHERE a.title = 'A lamp for Skerry'") == [
        ("teacher",)
    ]


def test_files_of_several_formats_are_added_at_once_and_a_bad_one_is_named(lamp: Path, instance: Path) -> None:
    call("accounts", "create", "Tess", "--role", "teacher", "--password-stdin", instance=instance, given="blue kettle rain\n")
    page = lamp.with_name("mill.html")
    page.write_text("<html><body><article><p>Tom Ray opened the mill at Orrin on 3 May 2019.</p></article></body></html>", encoding="utf-8")
    bad = lamp.with_name("bad.pdf")
    bad.write_bytes(b"%PDF-1.4 broken")
    paths = [str(lamp), str(page), str(bad)]
    done = call("articles", "add", *paths, "--to", "tess", "--rights", "own work", instance=instance)
    assert done.returncode == 1, done.stderr
    assert "2 articles added to tess's own" in done.stderr
    assert "Left out: bad.pdf: " in done.stderr
    assert done.stdout == ""
    assert "\x1b" not in done.stderr
    assert rows(instance, "SELECT form FROM own_article ORDER BY form") == [("html",), ("txt",)]


def test_an_operator_gives_a_teacher_more_than_she_has_read_at_a_time(lamp: Path, instance: Path) -> None:
    call("accounts", "create", "Tess", "--role", "teacher", "--password-stdin", instance=instance, given="blue kettle rain\n")
    folder = lamp.with_name("many")
    folder.mkdir()
    for number in range(7):
        (folder / f"{number}.txt").write_text(f"{LAMP}It is lamp {number}.\n", encoding="utf-8")
    done = call("articles", "add", str(folder), "--to", "tess", "--rights", "own work", instance=instance)
    assert done.returncode == 0, done.stderr
    assert rows(instance, "SELECT count(*) FROM job WHERE state = 'queued'") == [(7,)]


@pytest.mark.parametrize("arguments", [("--to", "Tess"), ("--to", "Nobody", "--rights", "own work"), ("no-such-file.txt",)])
def test_wrong_use_is_told_without_a_traceback(lamp: Path, instance: Path, arguments: tuple[str, ...]) -> None:
    done = call("articles", "add", str(lamp), *arguments, instance=instance)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
