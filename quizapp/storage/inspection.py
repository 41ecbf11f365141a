"""Looking at a SQLite file before it is used: a damaged, empty or foreign one is refused by name and left as it is."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from quizapp.storage.errors import DatabaseRefusedError

APPLICATION_ID = 0x7175697A
"""Written into the header of every database of ours ("quiz")."""
HEADER = b"SQLite format 3\x00"
WHOLE_CHECK_BYTES = 256_000_000
"""Up to this size every page is checked at start; a larger file would make the start slow."""
_MOVE_AWAY = "Bring back a backup, or move the file away to begin with a new one."


def inspect_file(path: Path, *, whole: bool = False) -> None:
    """Raise DatabaseRefusedError unless the file is a database made by quizapp, undamaged; `whole`: every page of a large one too."""
    if not path.is_file():
        raise _refused(path, "something that is no file", "Name a file.")
    size = path.stat().st_size
    if size == 0:
        raise _refused(path, "an empty file", _MOVE_AWAY)
    if _first_bytes(path) != HEADER:
        raise _refused(path, "a file that is no SQLite database", "Name another file.")
    with _translated(path), closing(_connect(path)) as connection:
        _inspect_content(path, connection, whole=whole or size <= WHOLE_CHECK_BYTES)


def _inspect_content(path: Path, connection: sqlite3.Connection, *, whole: bool) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise _refused(path, "a SQLite database of another program", "Name another file.")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if whole:
        (result,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if result != "ok":
            raise _refused(path, f"damage ({result})", _MOVE_AWAY)


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise _refused(path, f"a file that cannot be opened ({error})", "Look at the rights of the file and its folder.") from error
    except sqlite3.DatabaseError as error:
        raise _refused(path, f"damage ({error})", _MOVE_AWAY) from error


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=10, isolation_level=None)
    connection.execute("PRAGMA busy_timeout = 10000")
    return connection


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(HEADER))
    except OSError as error:
        raise _refused(path, f"a file that cannot be read ({error.strerror})", "Look at its rights.") from error


def _refused(path: Path, found: str, do: str) -> DatabaseRefusedError:
    return DatabaseRefusedError(str(path), found=found, do=do)
