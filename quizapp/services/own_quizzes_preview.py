"""Trying a quiz as a player: the same pages, and nothing of it counts anywhere."""

from datetime import datetime
from random import Random

from quizapp.play.attempt import Mode
from quizapp.services.database import Database
from quizapp.services.errors import Conflict
from quizapp.services.own_quizzes import quiz_of
from quizapp.services.own_quizzes_pool import pool_of, to_play
from quizapp.services.starting import start
from quizapp.storage import own_quizzes, visits
from quizapp.storage.attempts import Source


def start_preview(db: Database, *, owner: int, quiz: str, now: datetime, rng: Random) -> str:
    """Start the newest version of a quiz, draft or not; an earlier try of it is forgotten. Returns the attempt's id.

    Raises NotFound, Conflict when it has no question that may be played, NotSaved.
    """
    with db.writing() as connection:
        found = quiz_of(connection, quiz, owner)
        visits.hold_player(connection, owner)
        items = to_play(connection, pool_of(db, connection, owner=owner), found.items)
        if not items:
            raise Conflict("There is nothing to try yet: add a question first.")
        own_quizzes.forget_previews(connection, found.quiz, player=owner)
        source = Source(mode=Mode.PREVIEW, title=found.title, quiz_version=found.row)
        return start(connection, owner, source, items, found.settings, now, rng)
