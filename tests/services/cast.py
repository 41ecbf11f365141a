"""What the library of the tests is, chance, and who uses it: fixtures shared by the tests on SQLite and on Postgres."""

from random import Random

import pytest

from quizapp.services.database import Database
from quizapp.services.players import begin_visit
from services.balloon import NOW, World, world


@pytest.fixture(scope="session")
def balloon() -> World:
    """The world whose library is loaded."""
    return world()


@pytest.fixture
def rng() -> Random:
    """Chance that repeats itself."""
    return Random(20260302)


@pytest.fixture
def paul(db: Database, rng: Random) -> int:
    """Paul plays."""
    return begin_visit(db, now=NOW, rng=rng).visit.player


@pytest.fixture
def sam(db: Database, rng: Random) -> int:
    """Sam is a stranger."""
    return begin_visit(db, now=NOW, rng=rng).visit.player
