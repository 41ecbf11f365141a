"""Engines with the rules of design.md section 9: what every connection is set to and how every transaction begins."""

from dataclasses import dataclass
from sqlite3 import Connection as SqliteConnection
from typing import Literal

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.pool import QueuePool

from quizapp.storage.errors import DatabaseRefusedError

BUSY_MILLISECONDS = 10_000
READERS = 16
Begin = Literal["BEGIN", "BEGIN IMMEDIATE"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Engines:
    """One engine that only reads and one that writes; on SQLite the writer has a single connection."""

    reader: Engine
    writer: Engine

    def dispose(self) -> None:
        """Close every connection."""
        self.reader.dispose()
        self.writer.dispose()


def make_engines(url: str) -> Engines:
    """Engines for SQLite in a file, or for another database that SQLAlchemy knows by this address."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        reader = sqlite_engine(address, begin="BEGIN", connections=READERS, query_only=True)
        return Engines(reader=reader, writer=sqlite_engine(address, begin="BEGIN IMMEDIATE", connections=1))
    writer = server_engine(address)
    reader = writer.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return Engines(reader=reader, writer=writer)


def server_engine(address: URL) -> Engine:
    """An engine for a database server; raises DatabaseRefusedError when the package that speaks with it is missing."""
    try:
        return create_engine(address, pool_pre_ping=True, hide_parameters=True)
    except ModuleNotFoundError as error:
        do = "Install it: pip install 'quizapp[postgres]'."
        raise DatabaseRefusedError(address.render_as_string(), found=f"no package {error.name}", do=do) from error


def sqlite_engine(url: URL, *, begin: Begin, connections: int, query_only: bool = False, foreign_keys: bool = True) -> Engine:
    """An engine whose transactions begin as told; Python's own BEGIN is switched off, as SQLAlchemy's pages on pysqlite advise."""
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=BUSY_MILLISECONDS / 1000,
        hide_parameters=True,  # what people typed stands in no log
        connect_args={"check_same_thread": False, "timeout": BUSY_MILLISECONDS / 1000},
    )

    def set_up(connection: SqliteConnection, _record: object) -> None:
        connection.isolation_level = None
        for pragma in _pragmas(query_only=query_only, foreign_keys=foreign_keys):
            connection.execute(f"PRAGMA {pragma}").close()

    def begin_transaction(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", begin_transaction)
    return engine


def _pragmas(*, query_only: bool, foreign_keys: bool) -> tuple[str, ...]:
    return (
        f"busy_timeout = {BUSY_MILLISECONDS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "secure_delete = ON",  # a name that was deleted stands in no free page, nor in a backup; the default depends on who built SQLite
        f"foreign_keys = {'ON' if foreign_keys else 'OFF'}",
        f"query_only = {'ON' if query_only else 'OFF'}",
    )
