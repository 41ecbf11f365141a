"""What a running application has at hand: its database, the time and a source of chance."""

from datetime import UTC, datetime
from random import Random
from secrets import SystemRandom

from flask import current_app

from quizapp.services.database import Database
from quizapp.services.passwords import Passwords

_CHANCE = SystemRandom()
SERVER_ZONE = None
"""The zone whose days count: that of the machine, with its summer time; TZ sets it."""


def database() -> Database:
    """The application's database."""
    found: Database = current_app.extensions["database"]
    return found


def passwords() -> Passwords:
    """How the application hashes passwords."""
    found: Passwords = current_app.extensions["passwords"]
    return found


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def chance() -> Random:
    """Random numbers that nobody can foretell."""
    return _CHANCE
