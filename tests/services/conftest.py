"""A library about a balloon in a real SQLite file, and the people who use it: Paul plays, Rita reviews, Tess teaches, Sam is a stranger."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from quizapp.services.accounts import Role
from quizapp.services.database import Database, open_database
from quizapp.services.deciding import Actor
from services.accounts import School
from services.balloon import world
from services.cast import balloon, paul, rng, sam
from services.classroom import Room
from services.knowing import person
from services.own_article import teacher

__all__ = ["balloon", "paul", "rng", "sam"]


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the library in it, made once."""
    folder = tmp_path_factory.mktemp("library")
    db = open_database(f"sqlite:///{folder / 'quizapp.sqlite'}", folder)
    world().load(db)
    db.close()
    return folder / "quizapp.sqlite"


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Database]:
    """A database in which nothing was loaded yet."""
    made = open_database(f"sqlite:///{tmp_path / 'bare.sqlite'}", tmp_path)
    yield made
    made.close()


@pytest.fixture
def db(loaded: Path, tmp_path: Path) -> Iterator[Database]:
    """A copy of the loaded library."""
    shutil.copy(loaded, tmp_path / "quizapp.sqlite")
    made = open_database(f"sqlite:///{tmp_path / 'quizapp.sqlite'}", tmp_path)
    yield made
    made.close()


@pytest.fixture
def rita(db: Database) -> Actor:
    """Rita reviews."""
    return person(db, "Rita")


@pytest.fixture
def tess(db: Database) -> int:
    """Tess teaches."""
    return teacher(db, "Tess")


@pytest.fixture
def room(db: Database) -> Room:
    """Tess teaches."""
    tess = School(db=db).staff("Tess", Role.TEACHER).visit
    return Room(db=db, teacher=Actor(player=tess.player, name="Tess"))


@pytest.fixture
def other_room(db: Database, room: Room) -> Room:
    """Sven teaches too, and is not to see anything of Tess's."""
    sven = School(db=db, rng=Random(8)).staff("Sven", Role.TEACHER).visit
    return Room(db=db, teacher=Actor(player=sven.player, name="Sven"))
