"""`quizapp demo`: a populated school to look at, in a folder of its own."""

import shutil
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import SystemRandom

import click

from quizapp.knowledge.errors import MaterialError
from quizapp.resources import resource_folder
from quizapp.services.database import DatabaseRefusedError, open_database
from quizapp.services.errors import ServiceError
from quizapp.settings import Settings, SettingsError, load_settings

FOLDER = "demo"


@click.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="The port; 0 takes a free one.")
def demo(port: int) -> None:
    """Make a school with a teacher, a reviewer and a class, beside your own data, and serve it on this machine alone."""
    from quizapp.services.demo import PASSWORD, PEOPLE  # loads what making a school needs
    from quizapp.serving import serve

    try:
        own = load_settings()
        settings = replace(own, instance=own.instance / FOLDER, database_url="", redis_url="", trusted_proxies=0)
        if not settings.instance.exists():
            _make(settings)
        for name, role in PEOPLE.items():
            click.echo(f"Sign in as {name} ({role}) with the password: {PASSWORD}", err=True)
        click.echo(f"It lives in {settings.instance}; remove that folder to begin anew.", err=True)
        serve(settings, host="127.0.0.1", port=port, workers=1, tell=lambda line: click.echo(line, err=True))
    except (MaterialError, SettingsError, DatabaseRefusedError, ServiceError) as error:
        click.echo(f"quizapp: {error}", err=True)
        sys.exit(2)


def _make(settings: Settings) -> None:
    """Made under another name, so that a school stands there whole or not at all."""
    from quizapp.services.demo import make_demo
    from quizapp.services.startup import load_seeds

    click.echo("Making a school to look at; this takes some seconds …", err=True)
    draft = settings.instance.with_name(f"{FOLDER}.part")
    shutil.rmtree(draft, ignore_errors=True)
    db = open_database(replace(settings, instance=draft).database(), draft)
    try:
        load_seeds(db, folder=resource_folder("seeds"), now=datetime.now(UTC))
        make_demo(db, now=datetime.now(UTC), rng=SystemRandom())
    finally:
        db.close()
    Path(draft).rename(settings.instance)
