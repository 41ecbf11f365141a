"""`quizapp articles`: bringing articles from a shell, into the library or to a teacher's own."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from quizapp.knowledge.errors import MaterialError
from quizapp.resources import resource_folder
from quizapp.services.database import Database, DatabaseRefusedError, open_database
from quizapp.services.errors import ServiceError
from quizapp.settings import SettingsError, load_settings
from quizapp.storage.tables.own_articles import Rights

if TYPE_CHECKING:
    from quizapp.services.taking_in import TakenIn

LIBRARY: Final = "library"
_WRONG = (MaterialError, SettingsError, DatabaseRefusedError, ServiceError)


@click.group()
def articles() -> None:
    """Texts that questions grow out of."""


@articles.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--to", "whose", default=LIBRARY, show_default=True, help="The library, or the NAME of a teacher's account.")
@click.option("--rights", type=click.Choice([one.value for one in Rights]), help="Why the teacher may use the texts; needed with a NAME.")
@click.option("--note", default="", help="More on the rights, such as the licence: CC BY 4.0.")
def add(paths: tuple[Path, ...], whose: str, rights: str | None, note: str) -> None:
    """Add .txt files, with the sidecars beside them, or folders of them."""
    if whose != LIBRARY and rights is None:
        raise click.UsageError("say with --rights why the teacher may use the texts")
    try:
        settings = load_settings()
        db = open_database(settings.database(), settings.instance)
        try:
            told = _to_library(db, paths) if rights is None or whose == LIBRARY else _to_teacher(db, paths, whose, (rights, note))
        finally:
            db.close()
    except _WRONG as error:
        click.echo(f"quizapp: {error}", err=True)
        sys.exit(2)
    for line in told:
        click.echo(line, err=True)


def _to_library(db: Database, paths: tuple[Path, ...]) -> list[str]:
    from quizapp.services.material import read_material  # loads what reading and checking needs
    from quizapp.services.startup import load_seeds
    from quizapp.services.taking_in import take_in

    material = read_material(paths)
    click.echo(f"Reading {_count(len(material.articles), 'article')} …", err=True)
    load_seeds(db, folder=resource_folder("seeds"), now=_now())
    return _said(take_in(db, material, now=_now()))


def _said(taken: "TakenIn") -> list[str]:
    lines = [f"{name}: the library has this text already." for name in taken.there]
    lines += [f"{name}: added." for name in taken.added]
    lines += [f"Taken out of play, as its checks fail now: {stem}" for stem in taken.left_play]
    if taken.added:
        lines.append(f"{_count(taken.claims, 'claim')}; {_count(taken.questions, 'question')} wait for review.")
    return lines


def _to_teacher(db: Database, paths: tuple[Path, ...], name: str, rights: tuple[str, str]) -> list[str]:
    from quizapp.services.material import read_articles
    from quizapp.services.own_articles import Form, Given, add_article
    from quizapp.services.teachers import teacher_named

    owner, brought = teacher_named(db, name=name), read_articles(paths)
    for article in brought.values():
        date = article.date.isoformat() if article.date else ""
        given = Given(
            title=article.title,
            date=date,
            source=article.source or "",
            link="",
            rights=rights[0],
            rights_note=rights[1],
            text=article.text,
            form=Form.TXT,
        )
        add_article(db, owner=owner, given=given, now=_now())
    return [f"{_count(len(brought), 'article')} added to {name}'s own; a worker reads them in the background."]


def _count(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}"


def _now() -> datetime:
    return datetime.now(UTC)
