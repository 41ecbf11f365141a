"""My attempts: only mine, only what may be told, days of the server's zone."""

from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from sqlalchemy import text

from quizapp.play.attempt import Mode
from quizapp.play.day_streak import DayStreak
from quizapp.services import play, quizzes
from quizapp.services.database import Database
from quizapp.services.history import HistoryView, my_history
from quizapp.services.offers import Offers, offers
from quizapp.services.players import begin_visit
from services.balloon import NOW, World, world
from services.playing import QUIZ, Game, begin

DAY = timedelta(days=1)


def history(db: Database, player: int, *, now: datetime = NOW) -> HistoryView:
    return my_history(db, player=player, now=now, zone=UTC)


def finish(game: Game, *, right: int, now: datetime = NOW) -> None:
    """Answer so many rightly, the rest wrongly."""
    while (view := play.current_question(game.db, player=game.player, attempt=game.attempt, now=NOW)) is not None:
        answer = next(one.token for one in view.options if (one.text == _key(view.stem)) is (right > 0))
        play.answer(game.db, player=game.player, attempt=game.attempt, question=view.question, token=answer, now=now)
        right -= 1


def _key(stem: str) -> str:
    return next(one.item.answer for one in world().candidates if one.item.stem == stem)


def test_a_new_player_has_no_history(db: Database, paul: int, sam: int) -> None:
    finish(begin(db, sam), right=3)
    empty = history(db, paul)
    assert (empty.lines, empty.attempts, empty.streak, empty.best, empty.articles, empty.kinds) == ((), 0, DayStreak(), (), (), ())


def test_attempts_are_listed_newest_first_with_their_scores(db: Database, paul: int, sam: int) -> None:
    finish(begin(db, sam, seed=1), right=2)
    finish(begin(db, paul, seed=2), right=3)
    begin(db, paul, seed=3, minutes=10)
    lines = history(db, paul).lines
    assert [(one.mode, one.finished, one.score, one.day) for one in lines] == [
        (Mode.QUIZ, False, None, NOW.date()),
        (Mode.QUIZ, True, 3, NOW.date()),
    ]


def test_the_best_score_stands_on_the_page_and_on_the_quizs_card(db: Database, paul: int, sam: int) -> None:
    for seed, right in ((1, 2), (2, 5), (3, 4)):
        finish(begin(db, paul, seed=seed, minutes=seed), right=right)
    finish(begin(db, sam, seed=4), right=6)
    total = history(db, paul).lines[0].total
    assert [(one.slug, one.score, one.total) for one in history(db, paul).best] == [(QUIZ, 5, total)]
    assert [card.best for card in quizzes.featured(db, player=paul, now=NOW)] == [(5, total)]
    assert [card.best for card in quizzes.featured(db, now=NOW)] == [None]


def test_progress_follows_the_last_answer_to_each_question(db: Database, paul: int) -> None:
    finish(begin(db, paul, seed=1), right=0)
    asked = history(db, paul).lines[0].total
    assert sum(one.missed for one in history(db, paul).kinds) == asked
    finish(begin(db, paul, seed=2, minutes=5), right=asked, now=NOW + timedelta(minutes=6))
    after = history(db, paul)
    assert sum(one.right for one in after.kinds) == asked
    assert sum(one.missed for one in after.kinds) == 0
    assert {one.name for one in after.articles} == {"The Gannet rises over Brack", "Home again: a balloon crosses the strait",
                                                    "Four hundred people and a balloon"}  # fmt: skip
    assert all(one.right and not one.missed for one in after.articles)


def test_days_in_a_row_are_days_of_the_servers_zone(db: Database, paul: int) -> None:
    for seed, hours in ((1, 0), (2, 15), (3, 40)):
        at = NOW + timedelta(hours=hours)
        game = begin(db, paul, seed=seed, minutes=60 * hours)
        game.answer(game.current(), _key(game.current().stem), now=at)
    now = NOW + timedelta(hours=41)
    assert my_history(db, player=paul, now=now, zone=UTC).streak == DayStreak(now=1, longest=1)
    assert my_history(db, player=paul, now=now, zone=ZoneInfo("Asia/Tokyo")).streak == DayStreak(now=3, longest=3)


def test_a_quiz_that_tells_nothing_yet_tells_nothing_here(bare: Database, balloon: World, rng: Random) -> None:
    balloon.load(bare)
    paul = begin_visit(bare, now=NOW, rng=rng).visit.player
    closes = NOW + 2 * DAY
    with bare.writing() as connection:
        settings = f'{{"feedback": "closing", "closes_at": "{closes.isoformat()}"}}'
        connection.execute(text("UPDATE quiz_version SET settings = :settings"), {"settings": settings})
    finish(begin(bare, paul), right=3)
    before = history(bare, paul, now=NOW + DAY)
    assert [one.score for one in before.lines] == [None]
    assert (before.best, before.articles, before.kinds) == ((), (), ())
    assert offers(bare, player=paul, now=NOW + DAY, zone=UTC) == Offers(daily=True, choose=True, history=True)
    after = history(bare, paul, now=closes)
    assert [one.score for one in after.lines] == [3]
    assert after.best
    assert after.kinds
    assert offers(bare, player=paul, now=closes, zone=UTC).due > 0
