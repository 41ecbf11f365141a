"""Trying one question of the library as a player meets it: the same pages, and nothing of it counts anywhere."""

from datetime import datetime
from random import Random

from quizapp.play.attempt import Mode
from quizapp.play.quiz import QuizSettings
from quizapp.services.database import Database
from quizapp.services.errors import NotFound
from quizapp.services.starting import hold_library, start
from quizapp.storage.attempts import Source

TITLE = "A try of one question"


def start_preview(db: Database, *, player: int, item: str, now: datetime, rng: Random) -> str:
    """Start an attempt at this one question, whatever its state; returns the attempt's id. Raises NotFound, NotSaved."""
    with db.writing() as connection:
        library = hold_library(db, connection, player)
        stored = next((one for one in library.bank if one.item == item), None)
        if stored is None:
            raise NotFound("There is no such question.")
        source = Source(mode=Mode.PREVIEW, title=f"{TITLE} ({stored.item[:6]}, version {stored.number})")
        return start(connection, player, source, [stored], QuizSettings(), now, rng)
