"""Copying a SQLite database while it is used, and bringing a copy back without losing the one that is there."""

import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from quizapp.storage.errors import DatabaseRefusedError
from quizapp.storage.file_lock import file_lock
from quizapp.storage.inspection import inspect_file
from quizapp.storage.migrate import known_revisions

_COMPANIONS = ("-wal", "-shm", "-journal")
_PATIENCE_SECONDS = 5


def copy_database(source: Path, target: Path) -> None:
    """Write a whole, consistent copy of a database that others may be using; `target` appears when it is complete.

    Raises DatabaseRefusedError for a source that is not ours or is damaged, FileExistsError, OSError.
    """
    inspect_file(source)
    if os.path.lexists(target):
        raise FileExistsError(target)
    draft = target.with_name(f"{target.name}.part")
    _remove(draft)
    try:
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))  # names and digests of passwords are in it
        _copy(source, draft)
        inspect_file(draft, whole=True)
        _sync(draft)
        draft.replace(target)
    finally:
        _remove(draft)


def bring_back(backup: Path, database: Path, *, now: datetime) -> Path | None:
    """Put a backup in the place of a database; the one that was there stands beside it afterwards, under the name that is returned.

    Raises DatabaseRefusedError for a backup that is not ours, damaged or of a newer quizapp, and while a program uses the database.
    """
    inspect_file(backup, whole=True)
    _refuse_newer(backup)
    database.parent.mkdir(parents=True, exist_ok=True)
    with file_lock(database.with_name(f"{database.name}.lock")):
        draft = database.with_name(f"{database.name}.restoring")
        _remove(draft)
        _copy(backup, draft)
        _sync(draft)
        kept = _put_aside(database, now)
        draft.replace(database)
    return kept


def _copy(source: Path, target: Path) -> None:
    address = f"{source.absolute().as_uri()}?mode=rw"
    with closing(sqlite3.connect(address, uri=True, timeout=_PATIENCE_SECONDS)) as whole, closing(sqlite3.connect(target)) as copy:
        whole.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")


def _refuse_newer(backup: Path) -> None:
    with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone() or ("",)
    if revision not in known_revisions():
        raise DatabaseRefusedError(str(backup), found=f"tables of a newer quizapp ({revision})", do="Install that version.")


def _put_aside(database: Path, now: datetime) -> Path | None:
    """Keep what is there under another name, also when it is damaged; the database's own place is never empty.

    A log without its database is kept too: SQLite would play it into the one that comes.
    """
    if os.path.lexists(database):
        _refuse_used(database)
    kept = database.with_name(f"{database.name}.before-{now:%Y%m%d-%H%M%S-%f}")
    for ending in _COMPANIONS:
        companion = database.with_name(database.name + ending)
        if companion.exists():
            companion.replace(kept.with_name(kept.name + ending))
    if not os.path.lexists(database):
        return None
    try:
        os.link(database, kept)
    except OSError:  # a file system without links
        database.replace(kept)
    return kept


def _refuse_used(database: Path) -> None:
    """Leaving the write-ahead log needs the file for oneself alone; it also folds the log into the file."""
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(database, timeout=0.5, isolation_level=None)) as connection:
        try:
            (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
            mode = "wal"
        if mode == "wal":
            do = "End the server and the workers, then restore."
            raise DatabaseRefusedError(str(database), found="a running quizapp that uses this database", do=do)


def _remove(path: Path) -> None:
    for ending in ("", *_COMPANIONS):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
