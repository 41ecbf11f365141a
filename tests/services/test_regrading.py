"""A mended question: everybody who answered it is graded anew, the old score stays in the record, players are told."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import text

from quizapp.play.scoring import Tally
from quizapp.services import history, mended, play, regrading
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import Invalid, NotFound
from quizapp.services.views import ResultView
from quizapp.storage.account_export import read_attempts
from quizapp.storage.attempts import load_attempt
from quizapp.storage.record import record_of
from services.balloon import NOW
from services.playing import Game, begin, count, key_of

LATER = NOW + timedelta(days=1)
STEM = "Who rode out"
KEY, OTHER = "Piet Maas", "Hugo Brandt"


def play_all(db: Database, player: int, *, chosen: str, minutes: int = 0) -> Game:
    """A whole attempt, everything right but for the one question, which is answered so."""
    game = begin(db, player, minutes=minutes)
    while (view := play.current_question(db, player=player, attempt=game.attempt, now=NOW)) is not None:
        game.answer(view, chosen if view.stem.startswith(STEM) else key_of(view))
    return game


def version_of(game: Game) -> tuple[int, tuple[str, ...]]:
    """The row of the mended question's version, and its options."""
    with game.db.reading() as connection:
        row = connection.execute(text("SELECT id, options FROM item_version WHERE stem LIKE :stem"), {"stem": f"{STEM}%"}).one()
        mine = load_attempt(connection, player=game.player, public=game.attempt)
    assert mine is not None
    assert row.id in {one.version for one in mine.value.questions}
    return row.id, tuple(json.loads(row.options))


def mend(game: Game, rita: Actor, *right: str, why: str = "Both rode out.") -> int:
    version, options = version_of(game)
    places = frozenset(options.index(one) for one in right)
    with game.db.writing() as connection:
        return regrading.mend(connection, item_version=version, right=places, actor=rita, why=why, now=LATER)


def result(game: Game) -> ResultView:
    return play.results(game.db, player=game.player, attempt=game.attempt, now=NOW)


def score(game: Game) -> tuple[int, int]:
    progress = result(game).progress
    with game.db.reading() as connection:
        stored = connection.execute(text("SELECT score, total FROM attempt WHERE public = :one"), {"one": game.attempt}).one()
    assert (progress.right, progress.counting) == tuple(stored)
    return progress.right, progress.counting


def test_a_question_with_two_right_answers_counts_both(db: Database, paul: int, sam: int, rita: Actor) -> None:
    one, other = play_all(db, paul, chosen=KEY), play_all(db, sam, chosen=OTHER)
    best = score(one)
    assert score(other) == (best[0] - 1, best[1])
    assert mend(one, rita, KEY, OTHER) == 1
    assert score(one) == score(other) == best


def test_a_corrected_key_takes_the_point_from_those_who_chose_the_wrong_one(db: Database, paul: int, sam: int, rita: Actor) -> None:
    one, other = play_all(db, paul, chosen=KEY), play_all(db, sam, chosen=OTHER)
    best = score(one)
    assert mend(one, rita, OTHER, why="It was Hugo.") == 2
    assert (score(one), score(other)) == ((best[0] - 1, best[1]), best)
    line = next(line for line in result(one).lines if line.stem.startswith(STEM))
    assert (line.right, line.answer, line.mended and line.mended.right) == (False, OTHER, (OTHER,))


def test_a_withdrawn_question_counts_for_nobody(db: Database, paul: int, sam: int, rita: Actor) -> None:
    one, other = play_all(db, paul, chosen=KEY), play_all(db, sam, chosen=OTHER)
    right, total = score(one)
    assert mend(one, rita, why="Nobody can know.") == 2
    assert score(one) == score(other) == (right - 1, total - 1)
    line = next(line for line in result(one).lines if line.stem.startswith(STEM))
    assert (line.counts, line.right) == (False, False)


def test_when_nothing_counts_any_more_pages_still_open(db: Database, paul: int, rita: Actor) -> None:
    game = play_all(db, paul, chosen=KEY)
    with db.reading() as connection:
        mine = load_attempt(connection, player=paul, public=game.attempt)
    assert mine is not None
    for asked in mine.value.questions:
        with db.writing() as connection:
            regrading.mend(connection, item_version=asked.version, right=frozenset(), actor=rita, why="Gone.", now=LATER)
    assert score(game) == (0, 0)
    assert history.my_history(db, player=paul, now=LATER, zone=None).best == ()


def test_a_late_answer_stays_not_right(db: Database, paul: int, rita: Actor) -> None:
    game = play_all(db, paul, chosen=OTHER)
    before = score(game)
    with db.writing() as connection:
        connection.execute(text("UPDATE response SET late = 1 WHERE id IN (SELECT id FROM response)"))
    mend(game, rita, KEY, OTHER)
    assert result(game).progress.right == 0
    assert before[1] == result(game).progress.counting


def test_an_attempt_that_goes_on_is_graded_by_the_mending(db: Database, paul: int, rita: Actor) -> None:
    game = begin(db, paul)
    game.answer(game.ask(STEM), OTHER)
    assert mend(game, rita, KEY, OTHER) == 0
    while (view := play.current_question(db, player=paul, attempt=game.attempt, now=NOW)) is not None:
        game.answer_right(view)
    right, total = score(game)
    assert right == total
    assert mended.score_news(db, player=paul, now=LATER) == ()


def test_an_unfinished_attempt_with_a_withdrawn_question_ends_with_fewer_that_count(db: Database, paul: int, rita: Actor) -> None:
    game = begin(db, paul)
    total = game.current().progress.total
    mend(game, rita, why="Nobody can know.")
    play.finish(db, player=paul, attempt=game.attempt, now=LATER)
    assert score(game) == (0, total - 1)


def test_the_old_score_stays_and_the_player_is_told_once(db: Database, paul: int, sam: int, rita: Actor) -> None:
    one, other = play_all(db, paul, chosen=KEY), play_all(db, sam, chosen=OTHER)
    right, total = score(other)
    mend(one, rita, KEY, OTHER)
    assert mended.score_news(db, player=paul, now=LATER) == ()
    told = mended.score_news(db, player=sam, now=LATER)
    assert [(news.attempt, news.before, news.after, news.why) for news in told] == [
        (other.attempt, Tally(score=right, total=total), Tally(score=right + 1, total=total), "Both rode out.")
    ]
    assert [line.first for line in history.my_history(db, player=sam, now=LATER, zone=None).lines] == [Tally(score=right, total=total)]
    mended.read_score_news(db, player=sam, now=LATER)
    assert mended.score_news(db, player=sam, now=LATER) == ()


def test_the_first_score_is_remembered_through_several_mendings(db: Database, sam: int, rita: Actor) -> None:
    game = play_all(db, sam, chosen=OTHER)
    first = score(game)
    mend(game, rita, KEY, OTHER)
    mend(game, rita, why="It is not worth asking.")
    assert score(game) == (first[0], first[1] - 1)
    assert [line.first for line in history.my_history(db, player=sam, now=LATER, zone=None).lines] == [
        Tally(score=first[0], total=first[1])
    ]
    assert count(db, "score_change") == 2


def test_each_mending_is_one_line_of_the_record_and_the_same_again_none(db: Database, sam: int, rita: Actor) -> None:
    game = play_all(db, sam, chosen=OTHER)
    mend(game, rita, KEY, OTHER)
    before = count(db, "record")
    assert mend(game, rita, OTHER, KEY) == 0
    assert count(db, "record") == before
    with db.reading() as connection:
        item = connection.scalar(
            text("SELECT i.item FROM item i JOIN item_version v ON v.item_id = i.id WHERE v.stem LIKE 'Who rode out%'")
        )
        entries = record_of(connection, kind="item", subject=str(item))
    assert [(one.actor, one.action, one.old, one.why) for one in entries] == [("Rita", "mend scores", {"right": [KEY]}, "Both rode out.")]


def test_a_mending_without_reason_or_with_an_answer_that_is_not_there_changes_nothing(db: Database, sam: int, rita: Actor) -> None:
    game = play_all(db, sam, chosen=OTHER)
    version, options = version_of(game)
    with pytest.raises(Invalid, match="reason"):
        mend(game, rita, OTHER, why="  ")
    with pytest.raises(Invalid, match="4 answers"), db.writing() as connection:
        regrading.mend(connection, item_version=version, right=frozenset({len(options)}), actor=rita, why="Why.", now=LATER)
    with pytest.raises(NotFound), db.writing() as connection:
        regrading.mend(connection, item_version=999_999, right=frozenset({0}), actor=rita, why="Why.", now=LATER)
    assert (count(db, "mending"), count(db, "score_change")) == (0, 0)


def test_feedback_says_both_answers_and_marks_each_as_right(db: Database, sam: int, rita: Actor) -> None:
    game = begin(db, sam)
    view = game.ask(STEM)
    game.answer(view, OTHER)
    mend(game, rita, KEY, OTHER)
    told = game.feedback(view.question)
    assert told.right
    assert told.elsewhere is None
    assert {one.text for one in told.options if one.right} == {KEY, OTHER}
    assert told.mended is not None
    assert set(told.mended.right) == {KEY, OTHER}


def test_a_withdrawn_question_is_neither_right_nor_missed_in_the_players_progress(db: Database, sam: int, rita: Actor) -> None:
    game = play_all(db, sam, chosen=OTHER)
    before = sum(one.missed for one in history.my_history(db, player=sam, now=LATER, zone=None).kinds)
    mend(game, rita, why="Nobody can know.")
    assert sum(one.missed for one in history.my_history(db, player=sam, now=LATER, zone=None).kinds) == before - 1


def test_a_player_takes_along_what_mending_did_to_a_score(db: Database, sam: int, rita: Actor) -> None:
    game = play_all(db, sam, chosen=OTHER)
    mend(game, rita, KEY, OTHER)
    with db.reading() as connection:
        attempts = read_attempts(connection, sam)
    assert [(one["why"], one["new_score"] - one["score"]) for one in attempts[0]["score_changes"]] == [("Both rode out.", 1)]
