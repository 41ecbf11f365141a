"""Ways to play beside featured quizzes and the quick ten: the day's ten, what was missed, what is due, one article."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, tzinfo
from random import Random

from sqlalchemy import Connection

from quizapp.play.attempt import Mode
from quizapp.play.choosing import Choice, choose
from quizapp.play.daily import draw_day
from quizapp.play.quiz import QuizSettings
from quizapp.play.scoring import is_right
from quizapp.questions.item import State
from quizapp.services.database import Database
from quizapp.services.days import day_of
from quizapp.services.errors import Conflict, NotFound
from quizapp.services.known import Known
from quizapp.services.recalling import TEN, to_practise
from quizapp.services.running import is_told, load
from quizapp.services.starting import choices, hold_library, is_of, start
from quizapp.storage import attempts, daily, history
from quizapp.storage.attempts import Source
from quizapp.storage.bank import read_versions
from quizapp.storage.bank_values import StoredItem

MISSED = Source(mode=Mode.MISSED, title="What you missed")
DUE = Source(mode=Mode.DUE, title="Due today")
_LONGEST_TITLE = 200
_GONE = frozenset({State.RETIRED, State.REJECTED})


def daily_title(day: date) -> str:
    """What the ten of a day are called."""
    return f"Daily ten, {day.day} {day:%B} {day.year}"


def daily_ten(db: Database, *, player: int, now: datetime, zone: tzinfo | None, rng: Random) -> str:
    """Start the ten of today, or find the player's attempt at them: a day has one. Raises Conflict without questions, NotSaved."""
    with db.writing() as connection:
        library = hold_library(db, connection, player)
        day = day_of(now, zone)
        source = Source(mode=Mode.DAILY, title=daily_title(day))
        begun = history.attempt_titled(connection, player=player, mode=Mode.DAILY, title=source.title)
        if begun is not None:
            return begun
        items = _of_day(connection, library, day)
        return _start(connection, player, source, items, QuizSettings(shuffle_questions=False), now, rng)


def practise(db: Database, *, player: int, now: datetime, zone: tzinfo | None, rng: Random, attempt: str | None = None) -> str:
    """Start at most ten questions answered wrongly the last time, or all that were not right in one finished attempt.

    Raises NotFound, Conflict when there are none, or while that attempt goes on or keeps its answers to itself, NotSaved.
    """
    with db.writing() as connection:
        library = hold_library(db, connection, player)
        if attempt is None:
            chosen = _versions(library, to_practise(connection, library, player=player, now=now, zone=zone).missed)
        else:
            chosen = _not_right(connection, library, player, attempt, now)
        return _start(connection, player, MISSED, chosen, QuizSettings(), now, rng)


def due_today(db: Database, *, player: int, now: datetime, zone: tzinfo | None, rng: Random) -> str:
    """Start at most ten of the questions that the scheduler brings back today. Raises Conflict when there are none, NotSaved."""
    with db.writing() as connection:
        library = hold_library(db, connection, player)
        due = to_practise(connection, library, player=player, now=now, zone=zone).due
        return _start(connection, player, DUE, _versions(library, due), QuizSettings(), now, rng)


def by_article(db: Database, *, player: int, article: str, now: datetime, rng: Random) -> str:
    """Start at most ten questions of the article with this slug, new ones first. Raises NotFound, Conflict without questions, NotSaved."""
    with db.writing() as connection:
        library = hold_library(db, connection, player)
        found = next((one for one in library.scope.articles.values() if one.slug == article), None)
        if found is None:
            raise NotFound("There is no such article.")
        bank = choices(one for one in library.playable.values() if is_of(library, one, (article,)))
        chosen = choose(bank, seen=attempts.seen_items(connection, player=player), count=TEN, rng=rng)
        source = Source(mode=Mode.ARTICLE, title=found.title[:_LONGEST_TITLE])
        return _start(connection, player, source, _versions(library, chosen), QuizSettings(), now, rng)


def _start(
    connection: Connection,
    player: int,
    source: Source,
    items: Sequence[StoredItem],
    settings: QuizSettings,
    now: datetime,
    rng: Random,
) -> str:
    if not items:
        raise Conflict("There is nothing to ask here now.")
    return start(connection, player, source, items, settings, now, rng)


def _of_day(connection: Connection, library: Known, day: date) -> list[StoredItem]:
    """The day's questions as they were drawn; one that was taken out of the bank since is left out, and no other takes its place."""
    scope = library.head.id
    daily.hold_days(connection, scope)
    versions = daily.read_day(connection, scope, day)
    if not versions:
        versions = tuple(one.version for one in draw_day(choices(library.playable.values()), day))
        if versions:
            daily.store_day(connection, scope, day, versions)
    gone = {one.item for one in library.bank if one.state in _GONE}
    stored = read_versions(connection, scope, versions) if versions else {}
    return [stored[version] for version in versions if stored[version].item not in gone]


def _not_right(connection: Connection, library: Known, player: int, attempt: str, now: datetime) -> list[StoredItem]:
    mine = load(connection, player, attempt)
    if not mine.value.finished or not all(is_told(mine, one, now) for one in mine.value.questions):
        raise Conflict("This quiz does not tell yet what was right.")
    versions = [one.version for one in mine.value.questions if not is_right(one.counts, mine.right[one.number])]
    items = {one.row: one.item for one in read_versions(connection, library.head.id, versions).values()} if versions else {}
    return [library.playable[items[version]] for version in versions if items[version] in library.playable]


def _versions(library: Known, chosen: Iterable[Choice]) -> list[StoredItem]:
    return [library.versions[one.version] for one in chosen]
