"""`quizapp work`: a job worker of one's own, beside those that `quizapp run` starts or on another machine."""

import sys

import click

from quizapp.services.database import DatabaseRefusedError
from quizapp.settings import SettingsError, load_settings


@click.command()
@click.option("--tied", is_flag=True, hidden=True, help="End when standard input ends.")
@click.option("--name", default="", hidden=True, help="Take up the work of a worker of this name that died.")
def work(tied: bool, name: str) -> None:
    """Do the work that people asked for in the background, until interrupted; start several, here or on other machines."""
    from quizapp.worker import work  # the queue is loaded only where it is needed

    try:
        work(load_settings(), name=name, tied=tied)
    except (SettingsError, DatabaseRefusedError) as error:
        click.echo(f"quizapp: {error}", err=True)
        sys.exit(2)
