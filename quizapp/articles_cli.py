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
    from quizapp.services.bringing import Brought
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
    """Add files (.txt, .md, .html, .docx, .pdf, .epub), with the sidecars beside them, or folders of them.

    A file that cannot be read is named and left out; the exit code is then 1.
    """
    if whose != LIBRARY and rights is None:
        raise click.UsageError("say with --rights why the teacher may use the texts")
    try:
        settings = load_settings()
        db = open_database(settings.database(), settings.instance)
        try:
            brought = _bring(paths)
            told = (
                _to_library(db, brought, paths) if rights is None or whose == LIBRARY else _to_teacher(db, brought, whose, (rights, note))
            )
        finally:
            db.close()
    except _WRONG as error:
        click.echo(f"quizapp: {error}", err=True)
        sys.exit(2)
    for line in (*told, *brought.warnings, *(f"Left out: {one}" for one in brought.refused)):
        click.echo(line, err=True)
    sys.exit(1 if brought.refused else 0)


def _bring(paths: tuple[Path, ...]) -> "Brought":
    from quizapp.progress_line import ProgressLine
    from quizapp.services.bringing import bring  # loads the readers of every format

    with ProgressLine("Reading file") as line:
        return bring(paths, tell=line.tell)


def _to_library(db: Database, brought: "Brought", paths: tuple[Path, ...]) -> list[str]:
    from quizapp.services.material import Material, read_pack_files  # loads what reading and checking needs
    from quizapp.services.startup import load_seeds
    from quizapp.services.taking_in import take_in

    if not brought.articles:
        return []
    click.echo(f"Looking for facts and questions in {_count(len(brought.articles), 'article')} …", err=True)
    load_seeds(db, folder=resource_folder("seeds"), now=_now())
    return _said(take_in(db, Material(articles=brought.articles, files=read_pack_files(paths)), now=_now()))


def _said(taken: "TakenIn") -> list[str]:
    lines = [f"{name}: the library has this text already." for name in taken.there]
    lines += [f"{name}: added." for name in taken.added]
    lines += [f"Taken out of play, as its checks fail now: {stem}" for stem in taken.left_play]
    if taken.added:
        lines.append(f"{_count(taken.claims, 'claim')}; {_count(taken.questions, 'question')} wait for review.")
    return lines


def _to_teacher(db: Database, brought: "Brought", name: str, rights: tuple[str, str]) -> list[str]:
    from quizapp.services.own_articles import Form, Given, add_article
    from quizapp.services.teachers import teacher_named

    owner = teacher_named(db, name=name)
    for file, article in brought.articles.items():
        date = article.date.isoformat() if article.date else ""
        given = Given(
            title=article.title,
            date=date,
            source=article.source or "",
            link="",
            rights=rights[0],
            rights_note=rights[1],
            text=article.text,
            form=Form(brought.formats[file].value),
        )
        add_article(db, owner=owner, given=given, now=_now(), in_bulk=True)
    return [f"{_count(len(brought.articles), 'article')} added to {name}'s own; a worker reads them in the background."]


def _count(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}"


def _now() -> datetime:
    return datetime.now(UTC)
