"""The handle on the database that every use case takes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection


class Database:
    """Reading and writing transactions on one database."""

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state and cannot write."""
        raise NotImplementedError
        yield

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is stored whole when the block ends, or not at all; raises NotSaved when the database cannot take it."""
        raise NotImplementedError
        yield

    def close(self) -> None:
        """Let go of every connection."""
        raise NotImplementedError


def open_database(url: str, instance: Path) -> Database:
    """Create or migrate the database and open it; raises DatabaseRefused naming a file that is not ours or is damaged."""
    raise NotImplementedError
