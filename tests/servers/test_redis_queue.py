"""With Redis set, workers are told of work through it; what stands in it is no code."""

import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from redis import Redis

from quizapp.services import jobs
from quizapp.services.database import Database
from quizapp.services.job_queue import FILE, JobQueue, let_ring
from quizapp.settings import Settings, SettingsError
from quizapp.storage.tables.jobs import JobState
from services.balloon import NOW

ROOT = Path(__file__).resolve().parents[2]
SLOW = ROOT / "tests" / "cli" / "slow_worker.py"


@pytest.fixture
def settings(redis: str, address: str, tmp_path: Path) -> Settings:
    """Data on Postgres, the queue in Redis."""
    Redis.from_url(redis).flushdb()
    return Settings(instance=tmp_path, redis_url=redis, database_url=address)


def test_a_job_told_through_redis_is_done_by_a_worker_elsewhere(settings: Settings, db: Database, paul: int, tmp_path: Path) -> None:
    let_ring(db, settings)
    made = jobs.submit(db, kind="slow", owner=paul, subject={"log": str(tmp_path / "log")}, now=datetime.now(UTC))
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "QUIZAPP_DATABASE_URL": settings.database_url}
    command = [sys.executable, str(SLOW), str(tmp_path), "anna", settings.redis_url]
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=environ) as worker:
        end = time.monotonic() + 40
        while jobs.job(db, job=made, owner=paul).state is not JobState.DONE and time.monotonic() < end:
            time.sleep(0.05)
        worker.kill()
    assert jobs.job(db, job=made, owner=paul).result == {"steps": 10}
    assert not (tmp_path / FILE).exists()


def test_a_message_in_redis_holds_no_pickle(settings: Settings) -> None:
    queue = JobQueue(settings)
    queue.ring()
    (message,) = Redis.from_url(settings.redis_url).lrange(queue.huey.storage.queue_key, 0, -1)
    assert message.startswith(b"[")
    assert not queue.is_silent()


def test_a_redis_that_is_away_keeps_nobody_from_asking_for_work(db: Database, paul: int, tmp_path: Path) -> None:
    let_ring(db, Settings(instance=tmp_path, redis_url=f"unix://{tmp_path}/nobody.sock"))
    made = jobs.submit(db, kind="slow", owner=paul, subject={}, now=NOW)
    assert jobs.job(db, job=made, owner=paul).state is JobState.QUEUED


def test_an_address_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="expected an address like redis://"):
        JobQueue(Settings(instance=tmp_path, redis_url="localhost:6379"))
