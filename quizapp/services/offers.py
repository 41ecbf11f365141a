"""What a player may play next beside the quizzes; only what has something to offer."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from quizapp.play.attempt import Mode
from quizapp.services.database import Database
from quizapp.services.days import day_of
from quizapp.services.known import known
from quizapp.services.modes import daily_title
from quizapp.services.recalling import to_practise
from quizapp.services.starting import is_of
from quizapp.storage import attempts, history


@dataclass(frozen=True, kw_only=True, slots=True)
class Offers:
    """What waits: the day's ten, articles to choose from, so many questions missed and due, one's own attempts.

    `repeats`: every question was seen before; `played` is the attempt of today's ten that is finished, "" for none.
    """

    daily: bool = False
    choose: bool = False
    missed: int = 0
    due: int = 0
    history: bool = False
    repeats: bool = False
    played: str = ""

    @property
    def any(self) -> bool:
        """Whether there is anything to offer."""
        return bool(self.played) or self.daily or self.choose or self.history or self.missed > 0 or self.due > 0


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleChoice:
    """An article to take questions from; `questions` of it are in the bank, `unseen` of those this player has not answered yet."""

    slug: str
    title: str
    questions: int
    unseen: int


def offers(db: Database, *, player: int | None, now: datetime, zone: tzinfo | None) -> Offers:
    """What this player, or a visitor who has not played yet, may play next."""
    with db.reading() as connection:
        library = known(db, connection)
        if library is None or not library.playable:
            return Offers()
        choose = len({one.article for item in library.playable.values() for one in item.value.evidence}) > 1
        if player is None:
            return Offers(daily=True, choose=choose)
        today = daily_title(day_of(now, zone))
        found = to_practise(connection, library, player=player, now=now, zone=zone)
        seen = attempts.seen_items(connection, player=player)
        begun = history.attempt_titled(connection, player=player, mode=Mode.DAILY, title=today)
        todays = attempts.load_attempt(connection, player=player, public=begun) if begun else None
    return Offers(
        daily=begun is None,
        choose=choose,
        missed=len(found.missed) if {one.item for one in found.missed} - {one.item for one in found.due} else 0,
        due=len(found.due),
        history=bool(seen),
        repeats=all(item in seen for item in library.playable),
        played=begun if begun and todays and todays.value.finished else "",
    )


def article_choices(db: Database, *, player: int | None) -> tuple[ArticleChoice, ...]:
    """The articles that questions rest on, by title."""
    with db.reading() as connection:
        library = known(db, connection)
        seen = attempts.seen_items(connection, player=player) if player is not None else {}
    if library is None:
        return ()
    made = []
    for article in library.scope.articles.values():
        items = [one.item for one in library.playable.values() if is_of(library, one, (article.slug,))]
        if items:
            unseen = sum(item not in seen for item in items)
            made.append(ArticleChoice(slug=article.slug, title=article.title, questions=len(items), unseen=unseen))
    return tuple(sorted(made, key=lambda one: one.title.strip("[]“").casefold()))
