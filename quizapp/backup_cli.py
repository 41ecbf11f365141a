"""`quizapp backup` and `quizapp restore`: the database as one file to keep, and back."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from quizapp.services.database import DatabaseRefusedError
from quizapp.settings import Settings, SettingsError, load_settings
from quizapp.storage.backup import bring_back, copy_database

FILE = click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
PREFIX = "sqlite:///"


class _OtherServerError(ValueError):
    """The data is on a database server, which has tools of its own."""


@click.command()
@FILE
def backup(file: Path) -> None:
    """Copy the database to FILE, also while the site runs.

    The secret key is not part of it: who finds a backup can sign in as nobody. With a new key everybody signs in again.
    """
    _plainly(lambda: _backup(file))


@click.command()
@FILE
def restore(file: Path) -> None:
    """Put the backup FILE in the place of the database; the present one is kept beside it under another name."""
    _plainly(lambda: _restore(file))


def _backup(file: Path) -> None:
    copy_database(_database(load_settings(), "pg_dump --format=custom --file=FILE"), file)
    click.echo(f"Copied the database to {file}, {file.stat().st_size / 1_000_000:.1f} MB.", err=True)


def _restore(file: Path) -> None:
    database = _database(load_settings(), "pg_restore --clean --dbname=ADDRESS FILE")
    kept = bring_back(file, database, now=datetime.now(UTC))
    click.echo(f"Restored {database} from {file}." + (f" The one that was there is kept: {kept}" if kept else ""), err=True)


def _database(settings: Settings, tool: str) -> Path:
    address = settings.database()
    if not address.startswith(PREFIX):
        raise _OtherServerError(f"the data is on a database server; use its own tool: {tool}")
    return Path(address.removeprefix(PREFIX))


def _plainly(act: Callable[[], None]) -> None:
    try:
        act()
    except FileExistsError as error:
        _end(f"{error}: there is such a file already; nothing was written. Name another one.")
    except (SettingsError, DatabaseRefusedError, _OtherServerError, TimeoutError) as error:
        _end(str(error))
    except OSError as error:
        _end(f"{error.filename or 'the file'}: {error.strerror}")


def _end(words: str) -> None:
    click.echo(f"quizapp: {words}", err=True)
    sys.exit(2)
