"""The handle on the database that every use case takes."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError, TimeoutError

from quizapp.services.errors import NotSaved
from quizapp.storage.engine import BUSY_MILLISECONDS, Engines, make_engines
from quizapp.storage.errors import DatabaseRefusedError
from quizapp.storage.migrate import prepare

__all__ = ["Database", "DatabaseRefusedError", "open_database"]

_NOT_SAVED: Final = "This could not be saved just now. Nothing was lost; please try again."


class Database:
    """Reading and writing transactions on one database; within a process one writes at a time."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines
        self._one_writer = threading.Lock()
        self.remembered: dict[int, object] = {}
        self.ring: Callable[[], None] = _nobody_listens
        """Tells the workers that work was asked for; who is not told finds it a little later."""

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state and cannot write."""
        with self._engines.reader.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is stored whole when the block ends, or not at all; raises NotSaved when the database cannot take it."""
        if not self._one_writer.acquire(timeout=BUSY_MILLISECONDS / 1000):
            raise NotSaved(_NOT_SAVED)
        try:
            with self._engines.writer.begin() as connection:
                yield connection
        except (OperationalError, TimeoutError) as error:
            raise NotSaved(_NOT_SAVED) from error
        finally:
            self._one_writer.release()

    def close(self) -> None:
        """Let go of every connection."""
        self._engines.dispose()


def _nobody_listens() -> None:
    return


def open_database(url: str, instance: Path) -> Database:
    """Create or migrate the database and open it; raises DatabaseRefusedError naming a file that is not ours or is damaged."""
    instance.mkdir(parents=True, exist_ok=True)
    prepare(url)
    return Database(make_engines(url))
