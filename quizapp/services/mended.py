"""Telling players of scores that changed because a question was mended."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from quizapp.play.scoring import Tally
from quizapp.services.database import Database
from quizapp.services.views import MendedView
from quizapp.storage import mending
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.mending import StoredChange


@dataclass(frozen=True, kw_only=True, slots=True)
class ScoreNews:
    """A score of the player's that changed: of which attempt, because of which question, from what to what, and why."""

    attempt: str
    title: str
    stem: str
    why: str
    before: Tally
    after: Tally


def score_news(db: Database, *, player: int, now: datetime) -> tuple[ScoreNews, ...]:
    """The player's changed scores, until the player has put them away; those that may not be told yet wait."""
    with db.reading() as connection:
        found = _to_tell(connection, player, now)
    return tuple(
        ScoreNews(attempt=one.attempt, title=one.title, stem=one.stem, why=one.why, before=one.before, after=one.after) for one in found
    )


def read_score_news(db: Database, *, player: int, now: datetime) -> None:
    """The player has read the news. Raises NotSaved."""
    with db.writing() as connection:
        mending.mark_told(connection, _to_tell(connection, player, now), now=now)


def mended_views(connection: Connection, attempt: int, items: Iterable[StoredItem]) -> Mapping[int, MendedView]:
    """What the pages of an attempt say of those of its questions that were mended, by the rows of their versions."""
    by_row = {one.row: one for one in items}
    found = mending.mendings_in(connection, attempt, by_row)
    return {
        row: MendedView(right=tuple(by_row[row].value.options[place] for place in sorted(one.places)), why=one.why)
        for row, one in found.items()
    }


def _to_tell(connection: Connection, player: int, now: datetime) -> list[StoredChange]:
    waiting = mending.changes_to_tell(connection, player=player)
    return [one for one in waiting if one.settings.tells(answered=True, finished=True, now=now)]
