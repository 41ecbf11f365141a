"""Bringing a database to the newest tables: created whole or not at all, migrated in one transaction, under a lock."""

import os
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, make_url, text
from sqlalchemy.exc import OperationalError

from quizapp.storage.engine import server_engine, sqlite_engine
from quizapp.storage.errors import DatabaseRefusedError
from quizapp.storage.file_lock import file_lock
from quizapp.storage.inspection import APPLICATION_ID, inspect_file

MIGRATIONS = Path(__file__).parent / "migrations"
_POSTGRES_LOCK = APPLICATION_ID


def prepare(url: str) -> None:
    """Create the database, or migrate the one that is there, to the newest tables; safe to call from two processes at once."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        _prepare_server(address)
        return
    if not address.database or address.database == ":memory:":
        raise DatabaseRefusedError(url, found="a SQLite address without a file", do="Name a file.")
    path = Path(address.database)
    path.parent.mkdir(parents=True, exist_ok=True)
    with file_lock(path.with_name(path.name + ".lock")):
        if os.path.lexists(path):
            inspect_file(path)
            _migrate_file(address)
        else:
            _refuse_lone_log(path)
            _create_file(path, address)


def newest() -> str:
    """The name of the newest migration."""
    head = ScriptDirectory(str(MIGRATIONS)).get_current_head()
    if head is None:
        raise RuntimeError(f"no migrations in {MIGRATIONS}")
    return head


def known_revisions() -> frozenset[str]:
    """The names of all migrations."""
    return frozenset(script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions())


def move(connection: Connection, target: str, *, down: bool = False) -> None:
    """Run the migrations up (or down) to `target` on this connection, within its transaction."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    if down:
        command.downgrade(config, target)
    else:
        command.upgrade(config, target)


def _create_file(path: Path, address: URL) -> None:
    fresh = path.with_name(path.name + ".new")
    _remove(fresh)
    engine = sqlite_engine(address.set(database=str(fresh)), begin="BEGIN IMMEDIATE", connections=1, foreign_keys=False)
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            move(connection, "head")
        _fold_log(engine)
    finally:
        engine.dispose()
    _sync(fresh)
    fresh.rename(path)
    _sync(path.parent)


def _migrate_file(address: URL) -> None:
    engine = sqlite_engine(address, begin="BEGIN IMMEDIATE", connections=1, foreign_keys=False)
    try:
        with engine.begin() as connection:
            if _to_newest(connection, str(address.database)):
                _refuse_strays(connection, str(address.database))
    finally:
        engine.dispose()


def _prepare_server(address: URL) -> None:
    engine = server_engine(address)
    try:
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _POSTGRES_LOCK})
            _to_newest(connection, address.render_as_string())
    except OperationalError as error:
        found = f"no answer ({str(error.orig).splitlines()[0]})"
        raise DatabaseRefusedError(address.render_as_string(), found=found, do="Start the server, or correct the address.") from error
    finally:
        engine.dispose()


def _to_newest(connection: Connection, where: str) -> bool:
    current = MigrationContext.configure(connection).get_current_revision()
    if current is not None and current not in known_revisions():
        raise DatabaseRefusedError(where, found=f"tables of a newer quizapp ({current})", do="Install that version again.")
    if current == newest():
        return False
    move(connection, "head")
    return True


def _refuse_strays(connection: Connection, where: str) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise DatabaseRefusedError(where, found=f"a row of {broken[0]} that belongs to nothing", do="Bring back a backup.")


def _refuse_lone_log(path: Path) -> None:
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        do = "Bring the database back, or move the log away."
        raise DatabaseRefusedError(str(path), found=f"no such file, but its log {log.name}", do=do)


def _fold_log(engine: Engine) -> None:
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        raw.close()


def _remove(path: Path) -> None:
    for name in (path.name, path.name + "-wal", path.name + "-shm", path.name + "-journal"):
        path.with_name(name).unlink(missing_ok=True)


def _sync(path: Path) -> None:
    if os.name != "posix" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
