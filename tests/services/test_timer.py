"""Timers: the server's clock decides, and leaving gives no time back."""

from dataclasses import asdict

import pytest

from quizapp.play.timing import Per, Stretch
from quizapp.services import play
from quizapp.services.database import Database
from quizapp.services.errors import AttemptFinished, Invalid, NotFound
from quizapp.services.showing import choose_time
from services.balloon import NOW
from services.playing import begin, count, key_of
from services.rules import after, left, play_by, show, timer


def test_without_a_timer_there_is_no_clock_and_nothing_is_written(db: Database, paul: int) -> None:
    game = begin(db, paul)
    assert show(game).clock is None
    assert count(db, "attempt_question WHERE shown_at IS NOT NULL") == 0


def test_a_questions_clock_starts_when_it_is_first_shown_and_runs_on(db: Database, paul: int) -> None:
    game = play_by(db, paul, timer=timer(20))
    assert left(game, at=100) == 20
    assert left(game, at=107.5) == 13
    assert left(game, "2", at=115) == 20
    assert left(game, at=119) == 1
    assert left(game, at=300) == 0


def test_skipping_and_coming_back_keeps_the_true_remaining_time(db: Database, paul: int) -> None:
    game = play_by(db, paul, timer=timer(20))
    left(game)
    play.skip(db, player=paul, attempt=game.attempt, question="1")
    assert left(game, "2", at=5) == 20
    assert left(game, "1", at=12) == 8


def test_an_answer_within_the_grace_counts_and_one_after_it_is_late_and_not_right(db: Database, paul: int) -> None:
    game = play_by(db, paul, timer=timer(20))
    for question, seconds, late in (("1", 22, False), ("2", 22.1, True)):
        shown = show(game, question).view
        game.answer(shown, key_of(shown), now=after(seconds))
        told = game.feedback(question)
        assert (told.late, told.right, told.chosen) == (late, not late, key_of(shown))
    assert game.current().progress.right == 1


def test_a_late_answer_counts_as_not_right_in_the_score(db: Database, paul: int) -> None:
    game = play_by(db, paul, timer=timer(20))
    for number in range(1, game.current().progress.total + 1):
        shown = show(game, str(number)).view
        game.answer(shown, key_of(shown), now=after(60 if number == 1 else 1))
    result = play.results(db, player=paul, attempt=game.attempt, now=NOW)
    assert [line.late for line in result.lines][:2] == [True, False]
    assert result.progress.right == result.progress.total - 1 == result.recent[-1][1]


def test_the_first_answer_stands_even_when_it_was_late(db: Database, paul: int) -> None:
    game = play_by(db, paul, timer=timer(20))
    shown = show(game).view
    game.answer(shown, key_of(shown), now=after(60))
    assert game.answer(shown, key_of(shown), now=after(1)) is play.Outcome.AGAIN
    assert game.feedback("1").late


def test_the_quizs_clock_runs_from_its_start(db: Database, paul: int) -> None:
    game = play_by(db, paul, timer=timer(60, per=Per.QUIZ))
    assert left(game, at=10) == 50
    assert left(game, "2", at=30) == 30
    assert left(game, at=61) == 0


def test_a_quiz_whose_time_is_over_is_finished_when_it_is_opened(db: Database, paul: int) -> None:
    game = play_by(db, paul, timer=timer(60, per=Per.QUIZ))
    shown = show(game, at=1).view
    game.answer(shown, key_of(shown), now=after(2))
    with pytest.raises(AttemptFinished):
        show(game, "2", at=63)
    result = play.results(db, player=paul, attempt=game.attempt, now=NOW)
    assert result.progress.right == 1
    with pytest.raises(AttemptFinished):
        show(game, "3", at=64)


def test_the_answer_that_comes_after_a_quizs_end_is_kept_late_and_ends_it(db: Database, paul: int) -> None:
    game = play_by(db, paul, timer=timer(60, per=Per.QUIZ))
    shown = show(game, at=1).view
    game.answer(shown, key_of(shown), now=after(63))
    told = game.feedback("1")
    assert (told.late, told.right, told.finished) == (True, False, True)


@pytest.mark.parametrize(("stretch", "seconds"), [(125, 25), (150, 30), (200, 40), (100, 20), (0, None)])
def test_a_player_can_take_more_time_or_turn_the_timer_off(db: Database, paul: int, stretch: int, seconds: int | None) -> None:
    game = play_by(db, paul, timer=timer(20))
    left(game)
    choose_time(db, player=paul, attempt=game.attempt, stretch=Stretch(stretch), now=after(0))
    assert left(game) == seconds


def test_an_untimed_player_is_never_late(db: Database, paul: int) -> None:
    game = play_by(db, paul, timer=timer(20))
    shown = show(game).view
    choose_time(db, player=paul, attempt=game.attempt, stretch=Stretch.UNTIMED, now=after(1))
    game.answer(shown, key_of(shown), now=after(9999))
    assert game.feedback("1").right


def test_time_given_to_all_holds_for_every_player(db: Database, paul: int, sam: int) -> None:
    assert left(play_by(db, paul, timer=timer(20, stretch=Stretch.HALF_MORE))) == 30
    assert left(begin(db, sam, seed=8)) == 30


def test_where_the_teacher_sets_the_time_a_player_cannot_change_it(db: Database, paul: int) -> None:
    game = play_by(db, paul, timer=timer(20, players_choice=False))
    clock = show(game).clock
    assert clock
    assert not clock.may_change
    with pytest.raises(Invalid):
        choose_time(db, player=paul, attempt=game.attempt, stretch=Stretch.UNTIMED, now=after(0))
    assert left(game) == 20


def test_a_stranger_cannot_change_pauls_time(db: Database, paul: int, sam: int) -> None:
    game = play_by(db, paul, timer=timer(20))
    with pytest.raises(NotFound):
        choose_time(db, player=sam, attempt=game.attempt, stretch=Stretch.UNTIMED, now=after(0))


def test_time_that_is_over_cannot_be_bought_back(db: Database, paul: int) -> None:
    game = play_by(db, paul, timer=timer(60, per=Per.QUIZ))
    choose_time(db, player=paul, attempt=game.attempt, stretch=Stretch.TWICE, now=after(100))
    with pytest.raises(AttemptFinished):
        show(game, at=101)


def test_a_timed_question_tells_no_more_than_any_other(db: Database, paul: int) -> None:
    shown = show(play_by(db, paul, timer=timer(20)))
    assert set(asdict(shown.view)) == {"progress", "question", "stem", "options", "can_skip"}
    assert shown.clock
    assert set(asdict(shown.clock)) == {"left", "per", "stretch", "may_change"}


def test_quick_right_answers_earn_a_bonus_below_one_point(db: Database, paul: int) -> None:
    game = play_by(db, paul, timer=timer(20), speed_bonus=True)
    for number in range(1, game.current().progress.total + 1):
        shown = show(game, str(number)).view
        game.answer(shown, key_of(shown), now=after(10))
    bonus = play.results(db, player=paul, attempt=game.attempt, now=NOW).bonus
    assert bonus is not None
    assert 490 <= bonus <= 500


def test_no_bonus_where_the_quiz_gives_none(db: Database, paul: int) -> None:
    game = play_by(db, paul, timer=timer(20))
    play.finish(db, player=paul, attempt=game.attempt, now=after(1))
    assert play.results(db, player=paul, attempt=game.attempt, now=NOW).bonus is None


def test_right_answers_in_a_row_are_counted_in_the_order_they_were_given(db: Database, paul: int) -> None:
    game = begin(db, paul)
    order = ["2", "1", "3", "5"]
    for turn, question in enumerate(order):
        shown = show(game, question).view
        game.answer(shown, key_of(shown), now=after(turn))
    assert [game.feedback(question).streak for question in order] == [0, 0, 3, 4]
    game.answer_wrong(show(game, "4").view)
    assert game.feedback("4").streak == 0
