"""`quizapp accounts`: making accounts from a shell, for instance the first admin's or a teacher's."""

import sys
from datetime import UTC, datetime

import click

from quizapp.services.database import DatabaseRefusedError, open_database
from quizapp.services.errors import ServiceError
from quizapp.settings import SettingsError, load_settings
from quizapp.storage.tables.accounts import Role


@click.group()
def accounts() -> None:
    """People and what they may do."""


@accounts.command()
@click.argument("name")
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True, help="What the account may do.")
@click.option("--password-stdin", is_flag=True, required=True, help="Read the password from standard input, its first line.")
def create(name: str, role: str, password_stdin: bool) -> None:  # noqa: ARG001 - the password never stands in a command line
    """Make an account with this NAME."""
    password = sys.stdin.readline().rstrip("\r\n")
    try:
        _create(name, password, Role(role))
    except (SettingsError, DatabaseRefusedError, ServiceError) as error:
        click.echo(f"quizapp: {error}", err=True)
        sys.exit(2)
    click.echo(f"Made the account of {name}, {role}.", err=True)


def _create(name: str, password: str, role: Role) -> None:
    from quizapp.services.accounts import create_account  # loads what hashing and checking names needs
    from quizapp.services.passwords import Passwords

    settings = load_settings()
    db = open_database(settings.database(), settings.instance)
    try:
        create_account(db, name=name, password=password, role=role, passwords=Passwords(), now=datetime.now(UTC))
    finally:
        db.close()
