"""Tess's own article for tests, which speaks of the balloon too and disagrees, and how she adds it."""

from datetime import datetime
from random import Random

from quizapp.services import job_runs
from quizapp.services.accounts import Role
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.own_articles import Given, add_article
from services.accounts import School
from services.balloon import NOW

TEXT = """The mill at Orrin turns again

Tom Ray opened the mill at Orrin on 3 May 2019. The repairs lasted seven months and cost 40,000 pounds.

Mira Holt built the new wheel. She was born in Tolva in 1961. About 250 people watched the opening.

The balloon Gannet left Brack on 9 June 2024, a visitor said.
"""


def given(text: str = TEXT, **other: str) -> Given:
    """What Tess sends with her article."""
    said = {
        "title": "The mill at Orrin turns again",
        "date": "2019-05-04",
        "source": "",
        "link": "",
        "rights": "own work",
        "rights_note": "",
    }
    return Given(**{**said, **other}, text=text)  # type: ignore[arg-type]


def teacher(db: Database, name: str) -> int:
    """A teacher's player."""
    return staff(db, name, Role.TEACHER)


def staff(db: Database, name: str, role: Role) -> int:
    """The player of somebody with a role."""
    return School(db=db, rng=Random(name)).staff(name, role).visit.player


def acting(player: int) -> Actor:
    """Tess as the record names her."""
    return Actor(player=player, name="Tess")


def add(db: Database, owner: int, *, now: datetime = NOW, **other: str) -> str:
    """Add the article; its address."""
    return add_article(db, owner=owner, given=given(**other), now=now)


def add_and_read(db: Database, owner: int, **other: str) -> str:
    """Add the article and let a worker read it."""
    slug = add(db, owner, **other)
    job_runs.work_off(db, clock=lambda: NOW)
    return slug
