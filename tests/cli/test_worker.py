"""Workers as real processes: killed in the middle, started again, ended with the site, never left behind."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from quizapp.services import jobs
from quizapp.services.database import Database, open_database
from quizapp.services.job_queue import FILE, JobQueue, let_ring
from quizapp.services.players import begin_visit
from quizapp.settings import Settings
from quizapp.storage.tables.jobs import JobState

ROOT = Path(__file__).resolve().parents[2]
SLOW = Path(__file__).with_name("slow_worker.py")
PATIENCE = 40.0


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """A database whose submitted jobs are told to the queue."""
    settings = Settings(instance=tmp_path)
    made = open_database(settings.database(), tmp_path)
    let_ring(made, settings)
    yield made
    made.close()


@pytest.fixture
def tess(db: Database) -> int:
    """Tess teaches."""
    return begin_visit(db, now=datetime.now(UTC), rng=Random(1)).visit.player


@contextmanager
def slow_worker(instance: Path, name: str) -> Iterator[subprocess.Popen[bytes]]:
    """A worker in a process of its own; it ends with the block."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen([sys.executable, str(SLOW), str(instance), name], stdin=subprocess.PIPE, env=environ)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def submit(db: Database, owner: int, log: Path) -> int:
    return jobs.submit(db, kind="slow", owner=owner, subject={"log": str(log)}, now=datetime.now(UTC))


def until(holds: Callable[[], object], *, seconds: float = PATIENCE) -> None:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def test_a_worker_forgets_at_its_start_what_ended_long_ago(db: Database, tess: int, tmp_path: Path) -> None:
    long_ago = datetime.now(UTC) - timedelta(days=31)
    old, recent = (submit(db, tess, tmp_path / "log") for _ in range(2))
    jobs.cancel(db, job=old, owner=tess, now=long_ago)
    jobs.cancel(db, job=recent, owner=tess, now=datetime.now(UTC))
    with slow_worker(tmp_path, "anna"):
        until(lambda: [one.id for one in jobs.jobs(db, owner=tess)] == [recent])


def test_a_worker_killed_in_the_middle_loses_nothing(db: Database, tess: int, tmp_path: Path) -> None:
    log = tmp_path / "log"
    made = submit(db, tess, log)
    with slow_worker(tmp_path, "anna") as worker:
        until(lambda: jobs.job(db, job=made, owner=tess).done >= 1)
        os.kill(worker.pid, signal.SIGKILL)
        worker.wait()
    assert jobs.job(db, job=made, owner=tess).state is JobState.RUNNING
    with slow_worker(tmp_path, "anna"):
        until(lambda: jobs.job(db, job=made, owner=tess).state is JobState.DONE)
    assert jobs.job(db, job=made, owner=tess).result == {"steps": 10}
    assert log.read_text(encoding="utf-8").split() == ["begun", str(made)] * 2 + ["done", str(made)]


def test_a_worker_that_is_told_to_end_hands_its_job_to_the_next_one(db: Database, tess: int, tmp_path: Path) -> None:
    made = submit(db, tess, tmp_path / "log")
    with slow_worker(tmp_path, "anna") as worker:
        until(lambda: jobs.job(db, job=made, owner=tess).done >= 1)
        assert worker.stdin
        worker.stdin.close()
        assert worker.wait(PATIENCE) == 0
        worker.stdin = None
    assert jobs.job(db, job=made, owner=tess).state is JobState.QUEUED
    with slow_worker(tmp_path, "bert"):
        until(lambda: jobs.job(db, job=made, owner=tess).state is JobState.DONE)


def test_workers_side_by_side_do_every_job_once(db: Database, tess: int, tmp_path: Path) -> None:
    log = tmp_path / "log"
    made = [submit(db, tess, log) for _ in range(4)]
    with slow_worker(tmp_path, "anna"), slow_worker(tmp_path, "bert"):
        until(lambda: all(jobs.job(db, job=one, owner=tess).state is JobState.DONE for one in made))
    lines = log.read_text(encoding="utf-8").splitlines()
    assert sorted(lines) == sorted([f"begun {one}" for one in made] + [f"done {one}" for one in made])


def test_work_of_which_no_queue_told_is_found_and_a_damaged_queue_is_made_anew(db: Database, tess: int, tmp_path: Path) -> None:
    made = submit(db, tess, tmp_path / "log")
    for path in tmp_path.glob(f"{FILE}*"):
        path.unlink()
    (tmp_path / FILE).write_bytes(b"this is no database" * 100)
    with slow_worker(tmp_path, "anna"):
        until(lambda: jobs.job(db, job=made, owner=tess).state is JobState.DONE)


def test_the_queue_tells_and_hears(tmp_path: Path) -> None:
    heard: list[bool] = []
    queue = JobQueue(Settings(instance=tmp_path), lambda: heard.append(True))
    assert queue.is_silent()
    queue.ring()
    assert not queue.is_silent()
    queue.huey.execute(queue.huey.dequeue())
    assert heard == [True]
    queue.close()


@contextmanager
def site(instance: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`quizapp run` in a process of its own, with the address it told."""
    environ = {"PATH": os.environ["PATH"], "QUIZAPP_INSTANCE": str(instance)}
    command = [sys.executable, "-m", "quizapp", "run", "--port", "0"]
    with ExitStack() as stack:
        server = stack.enter_context(subprocess.Popen(command, cwd=ROOT, env=environ, stderr=subprocess.PIPE, text=True))
        stack.callback(server.kill)
        assert server.stderr
        yield server, next(line for line in server.stderr if "http://" in line).split()[-1]


def children(process: subprocess.Popen[str]) -> list[int]:
    """The processes that a process started."""
    return [int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()] + [
        int(pid)
        for task in Path(f"/proc/{process.pid}/task").iterdir()
        if task.name != str(process.pid)
        for pid in (task / "children").read_text(encoding="ascii").split()
    ]


def lives(pid: int) -> bool:
    """Whether a process is there and no corpse."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_the_site_has_one_worker_that_never_outlives_it(tmp_path: Path, end: signal.Signals) -> None:
    with site(tmp_path) as (server, address):
        until(lambda: len(children(server)) == 1)
        (worker,) = children(server)
        assert urllib.request.urlopen(f"{address}/healthz").status == 200  # noqa: S310
        server.send_signal(end)
        server.wait(PATIENCE)
        until(lambda: not lives(worker))


def test_a_worker_that_dies_is_replaced_while_the_site_goes_on(tmp_path: Path) -> None:
    with site(tmp_path) as (server, address):
        until(lambda: len(children(server)) == 1)
        (first,) = children(server)
        os.kill(first, signal.SIGKILL)
        until(lambda: [pid for pid in children(server) if pid != first and lives(pid)])
        assert urllib.request.urlopen(f"{address}/healthz").status == 200  # noqa: S310
