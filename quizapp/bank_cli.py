"""`quizapp export` and `quizapp import`: the library's questions as a file for another quizapp or for a learning platform, and back."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from quizapp.knowledge.errors import MaterialError
from quizapp.resources import resource_folder
from quizapp.services.database import Database, DatabaseRefusedError, open_database
from quizapp.services.errors import ServiceError
from quizapp.settings import SettingsError, load_settings

if TYPE_CHECKING:
    from quizapp.exchange.bank_json import Bank
    from quizapp.services.bank_import import Imported

_WRONG = (MaterialError, SettingsError, DatabaseRefusedError, ServiceError, OSError)
FORMATS = ("json", "gift", "moodle")


@click.command("export")
@click.option("--format", "wanted", type=click.Choice(FORMATS), default="json", show_default=True, help="json: nothing is lost on the way.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
def export_bank(wanted: str, file: Path) -> None:
    """Write the library's approved questions to FILE; - writes them to standard output."""
    from quizapp.services.bank_export import library_bank  # loads what reading the bank needs

    with _told():
        with _database() as db:
            bank = library_bank(db)
        lines = list(_writer(wanted)(bank))
        with _opened(file) as out:
            out.writelines(lines)
        click.echo(f"Wrote {len(bank.questions)} questions.", err=True)


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def import_bank(file: Path) -> None:
    """Bring the questions of FILE, written by quizapp export, into the library; each is checked anew."""
    from quizapp.exchange.bank_json import read_bank  # loads what checking needs
    from quizapp.services import bank_import
    from quizapp.services.startup import load_seeds

    with _told():
        with file.open("rb") as lines:
            bank = read_bank(file.name, lines)
        with _database() as db:
            load_seeds(db, folder=resource_folder("seeds"), now=datetime.now(UTC))
            done = bank_import.import_bank(db, bank, now=datetime.now(UTC))
    _say(done)
    sys.exit(1 if done.waiting or done.left else 0)


def _say(done: "Imported") -> None:
    for line in done.waiting:
        click.echo(f"Waits for review: {line}", err=True)
    for line in done.left:
        click.echo(f"Left out: {line}", err=True)
    click.echo(f"{done.articles} articles added; {done.approved} questions approved, {done.there} were there already.", err=True)


def _writer(wanted: str) -> "Callable[[Bank], Iterator[bytes]]":
    from quizapp.exchange.bank_json import write_bank
    from quizapp.exchange.gift import write_gift
    from quizapp.exchange.moodle_xml import write_moodle

    name = load_settings().site_name
    return {
        "json": write_bank,
        "gift": lambda bank: write_gift(bank, category=name),
        "moodle": lambda bank: write_moodle(bank, category=name),
    }[wanted]


@contextmanager
def _database() -> Iterator[Database]:
    settings = load_settings()
    db = open_database(settings.database(), settings.instance)
    try:
        yield db
    finally:
        db.close()


@contextmanager
def _opened(file: Path) -> Iterator[BinaryIO]:
    """Standard output, or a file that must be new."""
    if str(file) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with file.open("xb") as out:
        yield out


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except FileExistsError as error:
        click.echo(f"quizapp: {error.filename}: there is such a file already; nothing was written. Name another one.", err=True)
        sys.exit(2)
    except _WRONG as error:
        click.echo(f"quizapp: {error}", err=True)
        sys.exit(2)
