"""Starting an attempt: what every way to play has in common."""

from base64 import urlsafe_b64encode
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import Connection

from quizapp.play.choosing import Choice
from quizapp.play.drawing import Asked, draw
from quizapp.play.quiz import ItemVersionId, QuizSettings
from quizapp.services.database import Database
from quizapp.services.errors import NotFound
from quizapp.services.known import Known, known
from quizapp.storage import attempts, visits
from quizapp.storage.attempts import Source
from quizapp.storage.bank_values import StoredItem

DOUBLE_CLICK = timedelta(seconds=10)
NO_SUCH_QUIZ = "There is no such quiz."


def hold_library(db: Database, connection: Connection, player: int) -> Known:
    """The library, nothing else being started for this player meanwhile; raises NotFound when there is no library or no such player."""
    library = known(db, connection)
    if library is None or not visits.hold_player(connection, player):
        raise NotFound(NO_SUCH_QUIZ)
    return library


def start(
    connection: Connection,
    player: int,
    source: Source,
    items: Sequence[StoredItem],
    settings: QuizSettings,
    now: datetime,
    rng: Random,
) -> str:
    """Draw and store an attempt over these items, or find the one that a double click started just now; returns its id."""
    again = just_started(connection, player, source, now)
    if again is not None:
        return again
    questions = draw([_asked(one) for one in items], settings=settings, rng=rng)
    public = urlsafe_b64encode(rng.randbytes(16)).rstrip(b"=").decode("ascii")
    attempts.add_attempt(connection, player=player, public=public, source=source, questions=questions, now=now)
    return public


def just_started(connection: Connection, player: int, source: Source, now: datetime) -> str | None:
    """The attempt that a first click on the same thing started, still untouched."""
    return attempts.untouched(connection, player=player, source=source, since=now - DOUBLE_CLICK)


def choices(items: Iterable[StoredItem]) -> list[Choice]:
    """Items of the bank as what choosing needs to know of them."""
    return [_choice(one) for one in items]


def is_of(library: Known, item: StoredItem, slugs: Collection[str]) -> bool:
    """Whether an item rests on one of these articles; on any, when none is named."""
    return not slugs or any(library.article(one.article).slug in slugs for one in item.value.evidence)


def _asked(item: StoredItem) -> Asked:
    return Asked(version=ItemVersionId(item.row), options=len(item.value.options), ordered=item.value.ordered)


def _choice(item: StoredItem) -> Choice:
    value = item.value
    return Choice(
        version=ItemVersionId(item.row),
        item=item.item,
        fact=value.fact,
        stem=value.stem,
        answer=value.answer,
        difficulty=value.difficulty,
    )
