"""Trying one question of the library as a player meets it: the same pages, and nothing of it counts anywhere."""

from datetime import datetime
from random import Random

from quizapp.play.attempt import Mode
from quizapp.play.quiz import QuizSettings
from quizapp.services.database import Database
from quizapp.services.errors import NotFound
from quizapp.services.known import known
from quizapp.services.running import load
from quizapp.services.starting import hold_library, start
from quizapp.storage.attempts import Source
from quizapp.storage.bank import items_of_versions

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


def tried_question(db: Database, *, player: int, attempt: str) -> str:
    """The question (its id) of the library that this player tries in an attempt. Raises NotFound for any other attempt."""
    with db.reading() as connection:
        mine, library = load(connection, player, attempt), known(db, connection)
        asked = [one.version for one in mine.value.questions]
        found = items_of_versions(connection, asked) if mine.mode is Mode.PREVIEW and mine.own_quiz is None else ()
    item = next((one for one in found if library and any(one == other.item for other in library.bank)), None)
    if item is None:
        raise NotFound("There is no such try.")
    return item
