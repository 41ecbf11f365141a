"""The queue that tells workers to look at the jobs' table: in a SQLite file of its own, or in Redis for several machines.

It holds nothing but "there is work": its file may be thrown away at any time and stands in no backup, and its locks never keep a
player's answer waiting.
"""

import json
import logging
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from huey import Huey
from huey.registry import Message

from quizapp.services.database import Database
from quizapp.settings import Settings, SettingsError

NAME: Final = "quizapp"
FILE: Final = "queue.sqlite"
PATIENCE_SECONDS: Final = 2.0

log = logging.getLogger("quizapp.jobs")


class PlainMessages:
    """Messages as JSON: unlike the usual pickles they can make nobody run anything, whoever writes into the queue."""

    def serialize(self, message: Any) -> bytes:
        """A message's fields as bytes."""
        return json.dumps(list(message)).encode("ascii")

    def deserialize(self, data: bytes) -> Any:
        """The message again; raises ValueError for anything else."""
        return Message(*json.loads(bytes(data)))


class JobQueue:
    """Tells that there is work, and hears it: `look` is what a worker does when it is told."""

    def __init__(self, settings: Settings, look: Callable[[], None] | None = None) -> None:
        self.huey: Any = _open(settings)
        self._look = look

        def look_for_work() -> None:
            if self._look:
                self._look()

        self._task = self.huey.task()(look_for_work)

    def ring(self) -> None:
        """Tell one worker to look; a queue that is away is no harm, as workers look by themselves too."""
        try:
            self._task()
        except Exception:
            log.warning("the queue could not be told of work; a worker finds it by itself", exc_info=True)

    def is_silent(self) -> bool:
        """Whether nobody is told of work at the moment."""
        return int(self.huey.pending_count()) == 0

    def close(self) -> None:
        """Let go of the queue."""
        self.huey.storage.close()


def let_ring(db: Database, settings: Settings) -> None:
    """From now on every job submitted to this database is told to the workers; the queue is opened with the first one."""
    opened: list[JobQueue] = []

    def ring() -> None:
        try:
            if not opened:
                opened.append(JobQueue(settings))
        except (OSError, sqlite3.Error, SettingsError):
            log.warning("the queue could not be opened; a worker finds the work by itself", exc_info=True)
        else:
            opened[0].ring()

    db.ring = ring


def _open(settings: Settings) -> Any:
    if settings.redis_url:
        return _on_redis(settings.redis_url)
    settings.instance.mkdir(parents=True, exist_ok=True)
    file = settings.instance / FILE
    try:
        return _in_file(file)
    except sqlite3.DatabaseError:  # damaged: nothing in it is worth keeping
        for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
            file.with_name(name).unlink(missing_ok=True)
        return _in_file(file)


def _in_file(file: Path) -> Any:
    from huey.storage import SqliteStorage

    return Huey(NAME, storage_class=SqliteStorage, filename=str(file), results=False, serializer=PlainMessages())


def _on_redis(url: str) -> Any:
    try:
        from redis import ConnectionPool
    except ImportError as error:
        raise SettingsError("QUIZAPP_REDIS_URL is set, but Redis's package is missing: pip install 'quizapp[redis]'") from error
    from huey.storage import RedisStorage

    try:
        pool = ConnectionPool.from_url(url, socket_connect_timeout=PATIENCE_SECONDS, socket_timeout=PATIENCE_SECONDS)
    except ValueError as error:
        raise SettingsError(f"QUIZAPP_REDIS_URL: {error}; expected an address like redis://host:6379/0") from error
    return Huey(NAME, storage_class=RedisStorage, connection_pool=pool, results=False, serializer=PlainMessages())
