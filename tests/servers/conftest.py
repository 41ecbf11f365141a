"""Databases on a real Postgres, and a real Redis: those that the run started, or else private ones."""

import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from quizapp.services.database import Database, open_database
from servers import running
from services.balloon import World
from services.cast import balloon, paul, rng, sam

__all__ = ["balloon", "paul", "rng", "sam"]

NewDatabase = Callable[[str], str]


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a Postgres."""
    if address := os.environ.get(running.POSTGRES):
        yield address
        return
    with running.postgres() as address:
        yield address


@pytest.fixture(scope="session")
def redis() -> Iterator[str]:
    """The address of a Redis, and in it of a part that no other process of this run uses."""
    if address := os.environ.get(running.REDIS):
        part = os.environ.get("PYTEST_XDIST_WORKER", "").removeprefix("gw")
        yield f"{address}?db={part or 0}"
        return
    with running.redis() as address:
        yield address


@pytest.fixture(scope="session")
def new_database(postgres: str) -> Iterator[NewDatabase]:
    """Makes a database, a copy of another one, and gives its address; all are dropped at the end."""
    engine = create_engine(postgres, isolation_level="AUTOCOMMIT")
    made: list[str] = []

    def make(template: str) -> str:
        name = f"test_{secrets.token_hex(6)}"
        with engine.connect() as connection:
            connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
        made.append(name)
        return make_url(postgres).set(database=name).render_as_string(hide_password=False)

    yield make
    with engine.connect() as connection:
        for name in made[::-1]:
            connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
    engine.dispose()


@pytest.fixture
def url(new_database: NewDatabase) -> str:
    """The address of an empty database."""
    return new_database("template1")


@pytest.fixture(scope="session")
def loaded(new_database: NewDatabase, balloon: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a database with the library in it, made once."""
    address = new_database("template1")
    db = open_database(address, tmp_path_factory.mktemp("instance"))
    balloon.load(db)
    db.close()
    return str(make_url(address).database)


@pytest.fixture
def address(new_database: NewDatabase, loaded: str) -> str:
    """The address of a copy of the loaded library."""
    return new_database(loaded)


@pytest.fixture
def db(address: str, tmp_path: Path) -> Iterator[Database]:
    """The loaded library."""
    made = open_database(address, tmp_path)
    yield made
    made.close()
