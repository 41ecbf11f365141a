"""A school to look at: whole at its first start, beside one's own data, and the same at the next start."""

import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from quizapp.services import assignments, reports
from quizapp.services.check import check_bank
from quizapp.services.database import Database, open_database
from quizapp.services.demo import ABSENT, PEOPLE, PUPILS
from quizapp.services.own_articles import mine
from quizapp.services.teachers import teacher_named

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def demo(instance: Path) -> Iterator[tuple[list[str], str]]:
    """`quizapp demo` in a process of its own: what it said, and its address."""
    environ = {"PATH": os.environ["PATH"], "QUIZAPP_INSTANCE": str(instance)}
    command = [sys.executable, "-m", "quizapp", "demo", "--port", "0"]
    with ExitStack() as stack:
        server = stack.enter_context(subprocess.Popen(command, cwd=ROOT, env=environ, stderr=subprocess.PIPE, text=True))
        stack.callback(server.terminate)
        assert server.stderr
        said: list[str] = []
        while not said or "http://" not in said[-1]:
            said.append(server.stderr.readline())
            assert said[-1], said
        yield said, said[-1].split()[-1]


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance folder beside whose data a demo was made."""
    folder = tmp_path_factory.mktemp("instance")
    with demo(folder) as (said, address):
        assert all(any(f"Sign in as {name}" in line for line in said) for name in PEOPLE)
        assert urllib.request.urlopen(address).status == 200  # noqa: S310
    return folder


@pytest.fixture(scope="module")
def db(instance: Path) -> Iterator[Database]:
    """The demo's database."""
    made = open_database(f"sqlite:///{instance / 'demo' / 'quizapp.sqlite'}", instance / "demo")
    yield made
    made.close()


def test_ones_own_data_are_not_touched(instance: Path) -> None:
    assert [path.name for path in instance.iterdir()] == ["demo"]


def test_a_class_has_played_a_quiz_on_the_teachers_own_article(db: Database) -> None:
    tess = teacher_named(db, name="Tess")
    (article,) = mine(db, owner=tess)
    assert article.was_read
    ((given, _),) = assignments.my_assignments(db, owner=tess, now=article.added_at)
    people = assignments.show_assignment(db, owner=tess, row=given.row, now=article.added_at).people
    assert len(people) == len(PUPILS) + len(ABSENT)
    assert sum(one.finished for one in people) == len(PUPILS) - 1
    assert sum(one.started for one in people) == len(PUPILS)


def test_a_reviewer_has_something_to_do_and_every_question_stands_by_its_proof(db: Database) -> None:
    assert len(reports.open_reports(db)) == 1
    assert check_bank(db) == ()


def test_the_next_start_serves_the_same_school(instance: Path, db: Database) -> None:
    before = teacher_named(db, name="Tess")
    with demo(instance) as (said, address):
        assert not [line for line in said if "Making" in line]
        assert urllib.request.urlopen(f"{address}/healthz").status == 200  # noqa: S310
    assert teacher_named(db, name="Tess") == before
