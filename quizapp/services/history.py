"""My attempts: what a player has played, and how far that has brought them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from quizapp.play.attempt import Mode
from quizapp.play.day_streak import DayStreak, day_streak
from quizapp.play.progress import Share, shares
from quizapp.play.scoring import Tally
from quizapp.services.database import Database
from quizapp.services.days import day_of
from quizapp.services.known import Known, known
from quizapp.storage import history
from quizapp.storage.history import PlayedAttempt
from quizapp.storage.mending import first_scores

MOST_LISTED = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class AttemptLine:
    """An attempt in the list; `score` is None while it goes on, and while its quiz does not tell yet.

    `first` is the old score of one that was mended.
    """

    attempt: str
    title: str
    mode: Mode
    day: date
    finished: bool
    score: int | None
    total: int
    first: Tally | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class BestScore:
    """The best finished attempt at a featured quiz, under the title it was played under last."""

    slug: str
    title: str
    score: int
    total: int


@dataclass(frozen=True, kw_only=True, slots=True)
class HistoryView:
    """A player's attempts, newest first, of which `attempts` in all; progress by article and by kind, where there is any."""

    lines: tuple[AttemptLine, ...]
    attempts: int
    streak: DayStreak
    best: tuple[BestScore, ...]
    articles: tuple[Share, ...]
    kinds: tuple[Share, ...]


def my_history(db: Database, *, player: int, now: datetime, zone: tzinfo | None) -> HistoryView:
    """Everything the player has played, as far as it may be told; days are those of the zone."""
    with db.reading() as connection:
        library = known(db, connection)
        played, firsts = history.played(connection, player=player), first_scores(connection, player=player)
        answers = history.answers(connection, player=player, now=now)
        best = history.best_scores(connection, player=player, now=now)
    last = {one.item: one.right for one in answers if one.told and one.counts}
    return HistoryView(
        lines=tuple(_line(one, firsts, now, zone) for one in played[:MOST_LISTED]),
        attempts=len(played),
        streak=day_streak((day_of(one.at, zone) for one in answers), today=day_of(now, zone)),
        best=_best(played, best),
        articles=_by_article(library, last) if library else (),
        kinds=_by_kind(library, last) if library else (),
    )


def _line(one: PlayedAttempt, firsts: Mapping[str, Tally], now: datetime, zone: tzinfo | None) -> AttemptLine:
    finished = one.finished_at is not None
    told = finished and one.settings.tells(answered=True, finished=True, now=now)
    return AttemptLine(
        attempt=one.public,
        title=one.title,
        mode=one.mode,
        day=day_of(one.finished_at or one.started_at, zone),
        finished=finished,
        score=one.score if told else None,
        total=one.total,
        first=firsts.get(one.public) if told else None,
    )


def _best(played: tuple[PlayedAttempt, ...], best: dict[str, tuple[int, int]]) -> tuple[BestScore, ...]:
    titles = {one.quiz_slug: one.title for one in reversed(played) if one.quiz_slug}
    made = (BestScore(slug=slug, title=titles[slug], score=score, total=total) for slug, (score, total) in best.items())
    return tuple(sorted(made, key=lambda one: one.title.casefold()))


def _by_article(library: Known, last: dict[str, bool]) -> tuple[Share, ...]:
    rows = ((item, {library.article(one.article).title for one in found.value.evidence}) for item, found in library.playable.items())
    made = shares(((item, sorted(titles)) for item, titles in rows), last)
    return tuple(sorted((one for one in made if one.right or one.missed), key=lambda one: one.name.strip("[]“").casefold()))


def _by_kind(library: Known, last: dict[str, bool]) -> tuple[Share, ...]:
    made = shares(((item, (found.value.kind.value,)) for item, found in library.playable.items()), last)
    return tuple(sorted((one for one in made if one.right or one.missed), key=lambda one: (-one.total, one.name)))
