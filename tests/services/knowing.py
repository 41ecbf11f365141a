"""What the library holds and what the record says, as tests look at it; people with a row of their own."""

from sqlalchemy import text

from quizapp.questions.item import State
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.known import Known, known


def person(db: Database, name: str) -> Actor:
    """Somebody with a row of their own, of whom nothing stands in the record."""
    with db.writing() as connection:
        connection.execute(text("INSERT INTO player (kind, name, created_at) VALUES ('account', :name, '2024-01-01')"), {"name": name})
        return Actor(player=int(connection.scalar(text("SELECT max(id) FROM player")) or 0), name=name)


def library(db: Database) -> Known:
    """What everybody knows now."""
    with db.reading() as connection:
        found = known(db, connection)
    assert found is not None
    return found


def states(db: Database) -> dict[str, State]:
    """Where every question of the library stands, by its id."""
    return {one.item: one.state for one in library(db).bank}


def record_on(db: Database, kind: str) -> list[tuple[str, str, str]]:
    """Who did what to things of a kind, and why, in order."""
    with db.reading() as connection:
        found = connection.execute(text("SELECT actor, action, why FROM record WHERE subject_kind = :kind ORDER BY id"), {"kind": kind})
        return [(row.actor, row.action, row.why) for row in found]
