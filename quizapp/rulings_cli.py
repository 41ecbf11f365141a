"""`quizapp rulings`: what people decided on facts and names, to be taken to another machine."""

import sys
from typing import BinaryIO

import click

from quizapp.knowledge.rulings_format import write_rulings
from quizapp.services.database import DatabaseRefusedError, open_database
from quizapp.services.ruling_views import standing_rulings
from quizapp.settings import SettingsError, load_settings


@click.group()
def rulings() -> None:
    """What people decided on facts and names."""


@rulings.command()
@click.argument("file", type=click.File("wb"), default="-")
def export(file: BinaryIO) -> None:
    """Write the library's rulings as the file rulings.toml of a pack (default: standard output)."""
    try:
        written, count = _rulings()
    except (SettingsError, DatabaseRefusedError) as error:
        click.echo(f"quizapp: {error}", err=True)
        sys.exit(2)
    file.write(written)
    click.echo(f"{count} rulings.", err=True)


def _rulings() -> tuple[bytes, int]:
    settings = load_settings()
    db = open_database(settings.database(), settings.instance)
    try:
        found = standing_rulings(db)
    finally:
        db.close()
    return write_rulings(found).encode("utf-8"), len(found)
