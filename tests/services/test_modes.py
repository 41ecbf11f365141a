"""Ways to play: the day's ten, what was missed, what is due, one article; rows of other players and of other days stay out."""

from datetime import UTC, datetime, timedelta, tzinfo
from random import Random
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text

from quizapp.questions.decisions import Action
from quizapp.services import modes, play, quizzes
from quizapp.services.database import Database
from quizapp.services.errors import Conflict, NotFound
from quizapp.services.offers import Offers, article_choices, offers
from quizapp.services.views import QuestionView
from services.balloon import NOW, World
from services.playing import Game, begin, count, key_of

DAY = timedelta(days=1)
EDIT_ALL = (
    "UPDATE scope SET generation = generation + 1",
    "INSERT INTO item_version (item_id, number, stem, options, key, explanation, ordered, source, difficulty, confidence, content,"
    " checks, made_at) SELECT item_id, 2, 'Edited: ' || stem, options, key, explanation, ordered, source, difficulty, confidence,"
    " 'another', checks, made_at FROM item_version",
    'INSERT INTO item_evidence (item_version_id, place, revision_id, start, "end", quote, passage_start, passage_end)'
    ' SELECT new.id, place, revision_id, start, "end", quote, passage_start, passage_end FROM item_evidence'
    " JOIN item_version old ON old.id = item_version_id JOIN item_version new ON new.item_id = old.item_id AND new.number = 2",
)
"""A second version of every question, which nobody has approved yet."""
CHANCE = Random(20260302)
"""One source for all attempts: two of them must not draw the same id."""


def stems(db: Database, player: int, attempt: str) -> list[str]:
    return [view.stem for view in views(db, player, attempt)]


def views(db: Database, player: int, attempt: str) -> list[QuestionView]:
    total = play.progress(db, player=player, attempt=attempt, now=NOW).total
    return [play.question(db, player=player, attempt=attempt, question=str(number), now=NOW) for number in range(1, total + 1)]


def daily(db: Database, player: int, *, now: datetime = NOW, zone: tzinfo = UTC) -> str:
    return modes.daily_ten(db, player=player, now=now, zone=zone, rng=CHANCE)


def practise(db: Database, player: int, *, now: datetime = NOW + DAY, attempt: str | None = None) -> str:
    return modes.practise(db, player=player, now=now, zone=UTC, rng=CHANCE, attempt=attempt)


def due(db: Database, player: int, *, now: datetime) -> str:
    return modes.due_today(db, player=player, now=now, zone=UTC, rng=CHANCE)


def play_all(game: Game, *, wrong: int) -> list[str]:
    """Answer everything, the first ones wrongly; the stems missed."""
    missed = []
    while (view := play.current_question(game.db, player=game.player, attempt=game.attempt, now=NOW)) is not None:
        if len(missed) < wrong:
            game.answer_wrong(view)
            missed.append(view.stem)
        else:
            game.answer_right(view)
    return missed


def test_the_days_ten_are_the_same_for_everybody_in_the_same_order_with_options_drawn_for_each(db: Database, paul: int, sam: int) -> None:
    of_paul, of_sam = daily(db, paul), daily(db, sam)
    assert of_paul != of_sam
    assert stems(db, paul, of_paul) == stems(db, sam, of_sam)
    shown = [[one.options for one in views(db, player, own)] for player, own in ((paul, of_paul), (sam, of_sam))]
    orders = [[[option.text for option in options] for options in questions] for questions in shown]
    assert orders[0] != orders[1]
    assert play.progress(db, player=paul, attempt=of_paul, now=NOW).quiz_title == "Daily ten, 2 March 2026"


def test_a_day_has_one_attempt_and_the_next_day_has_other_questions(db: Database, paul: int) -> None:
    first = daily(db, paul)
    assert daily(db, paul, now=NOW + timedelta(hours=9)) == first
    later = daily(db, paul, now=NOW + DAY)
    assert later != first
    assert stems(db, paul, later) != stems(db, paul, first)


def test_the_day_is_that_of_the_servers_zone(db: Database, paul: int) -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    before, after = datetime(2026, 3, 2, 14, 59, tzinfo=UTC), datetime(2026, 3, 2, 15, 1, tzinfo=UTC)
    titles = [play.progress(db, player=paul, attempt=daily(db, paul, now=at, zone=tokyo), now=at).quiz_title for at in (before, after)]
    assert titles == ["Daily ten, 2 March 2026", "Daily ten, 3 March 2026"]


def test_a_bank_that_changes_later_does_not_change_the_day(db: Database, paul: int, sam: int) -> None:
    asked = stems(db, paul, daily(db, paul))
    with db.writing() as connection:
        for statement in EDIT_ALL:
            connection.execute(text(statement))
    assert stems(db, sam, daily(db, sam)) == asked
    with pytest.raises(Conflict):
        daily(db, sam, now=NOW + DAY)


def test_a_question_taken_out_of_the_bank_is_left_out_and_not_replaced(db: Database, paul: int, sam: int) -> None:
    asked = stems(db, paul, daily(db, paul))
    with db.writing() as connection:
        connection.execute(text("UPDATE scope SET generation = generation + 1"))
        connection.execute(
            text(
                "INSERT INTO decision (item_version_id, scope_id, actor, action, state, content, reason, at, with_files)"
                " SELECT id, 1, 'Rita', :retire, 'retired', content, 'it is no longer so', made_at, 0 FROM item_version WHERE stem = :stem"
            ),
            {"stem": asked[0], "retire": Action.RETIRE.value},
        )
    assert stems(db, sam, daily(db, sam)) == asked[1:]


def test_what_was_missed_is_practised_until_it_is_right_and_nobody_elses_misses_are(db: Database, paul: int, sam: int) -> None:
    missed = play_all(begin(db, paul), wrong=2)
    play_all(begin(db, sam, seed=9), wrong=5)
    attempt = practise(db, paul)
    assert sorted(stems(db, paul, attempt)) == sorted(missed)
    play_all(Game(db=db, player=paul, attempt=attempt), wrong=1)
    again = practise(db, paul, now=NOW + 2 * DAY)
    assert len(stems(db, paul, again)) == 1
    play_all(Game(db=db, player=paul, attempt=again), wrong=0)
    with pytest.raises(Conflict):
        practise(db, paul, now=NOW + 3 * DAY)


def test_one_attempts_questions_that_were_not_right_are_practised_from_its_results(db: Database, paul: int, sam: int) -> None:
    game = begin(db, paul)
    with pytest.raises(Conflict):
        practise(db, paul, attempt=game.attempt)
    missed = game.current().stem
    game.answer_wrong(game.current())
    open_ones = {play.question(db, player=paul, attempt=game.attempt, question=one, now=NOW).stem for one in _open(game)}
    play.finish(db, player=paul, attempt=game.attempt, now=NOW)
    assert set(stems(db, paul, practise(db, paul, attempt=game.attempt))) == {missed} | open_ones
    with pytest.raises(NotFound):
        practise(db, sam, attempt=game.attempt)


def _open(game: Game) -> list[str]:
    total = game.current().progress.total
    first = game.current().question
    return [str(number) for number in range(int(first), total + 1)]


def test_a_missed_question_is_due_the_next_day_and_later_each_time_it_is_known(db: Database, paul: int) -> None:
    missed = play_all(begin(db, paul), wrong=1)
    with pytest.raises(Conflict):
        due(db, paul, now=NOW + timedelta(hours=1))
    for days in (1, 2):
        attempt = due(db, paul, now=NOW + days * DAY)
        assert stems(db, paul, attempt) == missed
        play.finish(db, player=paul, attempt=attempt, now=NOW)
    attempt = due(db, paul, now=NOW + 3 * DAY)
    view = views(db, paul, attempt)[0]
    Game(db=db, player=paul, attempt=attempt).answer(view, key_of(view), now=NOW + 3 * DAY)
    with pytest.raises(Conflict):
        due(db, paul, now=NOW + 3 * DAY)
    assert stems(db, paul, due(db, paul, now=NOW + 60 * DAY)) == missed


def test_the_schedule_follows_from_the_answers_and_their_times_alone(db: Database, paul: int, sam: int) -> None:
    for player in (paul, sam):
        game = begin(db, player)
        game.answer_wrong(game.ask("How much gas"))
    with db.reading() as connection:
        rows = connection.execute(text('SELECT stability, difficulty, due, last_at, "right" FROM recall')).all()
    assert len(rows) == 2
    assert rows[0] == rows[1]


def test_a_right_answer_to_what_was_never_missed_schedules_nothing(db: Database, paul: int) -> None:
    play_all(begin(db, paul), wrong=0)
    assert count(db, "recall") == 0


def test_an_articles_questions_rest_on_it(db: Database, paul: int, balloon: World) -> None:
    article = balloon.articles["late.txt"]
    attempt = modes.by_article(db, player=paul, article=article.slug, now=NOW, rng=CHANCE)
    of_it = {one.item.stem for one in balloon.candidates if any(proof.article == "late.txt" for proof in one.item.evidence)}
    assert set(stems(db, paul, attempt)) <= of_it
    assert play.progress(db, player=paul, attempt=attempt, now=NOW).quiz_title == article.title
    with pytest.raises(NotFound):
        modes.by_article(db, player=paul, article="nowhere", now=NOW, rng=CHANCE)


def test_when_all_was_seen_the_longest_ago_comes_first_and_the_title_says_so(db: Database, paul: int) -> None:
    for days in range(30):
        now = NOW + days * DAY
        attempt = quizzes.quick_ten(db, player=paul, now=now, rng=CHANCE)
        title = play.progress(db, player=paul, attempt=attempt, now=NOW).quiz_title
        if title != "Quick ten":
            break
        play_all(Game(db=db, player=paul, attempt=attempt), wrong=0)
    assert title == "Quick ten, some seen before: longest ago first"
    assert quizzes.quick_ten(db, player=paul, now=now, rng=CHANCE) == attempt


def test_only_what_can_be_played_is_offered(db: Database, bare: Database, paul: int, sam: int) -> None:
    assert offers(bare, player=None, now=NOW, zone=UTC) == Offers()
    assert offers(db, player=None, now=NOW, zone=UTC) == Offers(daily=True, choose=True)
    assert offers(db, player=sam, now=NOW, zone=UTC) == Offers(daily=True, choose=True)
    play_all(begin(db, paul), wrong=2)
    assert offers(db, player=paul, now=NOW, zone=UTC) == Offers(daily=True, choose=True, missed=2, history=True)
    daily(db, paul)
    assert offers(db, player=paul, now=NOW + timedelta(hours=1), zone=UTC) == Offers(choose=True, missed=2, history=True)
    assert offers(db, player=paul, now=NOW + DAY, zone=UTC) == Offers(daily=True, choose=True, due=2, history=True)
    assert offers(db, player=sam, now=NOW + DAY, zone=UTC) == Offers(daily=True, choose=True)


def test_articles_to_choose_from_say_how_many_of_their_questions_are_new(db: Database, paul: int, sam: int) -> None:
    before = article_choices(db, player=None)
    play_all(begin(db, paul), wrong=0)
    assert all(one.unseen == one.questions > 0 for one in before)
    assert article_choices(db, player=sam) == before
    assert sum(one.unseen for one in article_choices(db, player=paul)) < sum(one.unseen for one in before)


def test_an_unknown_player_starts_nothing(db: Database) -> None:
    for start in (daily, practise):
        with pytest.raises(NotFound):
            start(db, 10**6)
    assert count(db, "attempt") == count(db, "daily_question") == 0
