"""Playing: nothing is lost, nothing counts twice, nothing is told before the answer."""

import threading
from dataclasses import asdict
from pathlib import Path

import pytest

from quizapp.services import play
from quizapp.services.database import Database, open_database
from quizapp.services.errors import AlreadyAnswered, AnswerConflict, AttemptFinished, Conflict, Invalid, NotFound
from services.balloon import LATER, NOW, World
from services.playing import Game, begin, count, key_of


def test_the_first_question_is_shown_with_its_options_and_no_answer(db: Database, paul: int) -> None:
    view = begin(db, paul).current()
    assert view.question == "1"
    assert (view.progress.number, view.progress.answered, view.progress.right) == (1, 0, 0)
    assert len({option.token for option in view.options}) == len(view.options) >= 3
    assert view.can_skip


def test_no_view_before_the_answer_tells_key_explanation_or_passage(db: Database, paul: int, balloon: World) -> None:
    game = begin(db, paul)
    secrets = {one.item.stem: one for one in balloon.candidates}
    for number in range(1, game.current().progress.total + 1):
        view = play.question(db, player=paul, attempt=game.attempt, question=str(number), now=NOW)
        item = secrets[view.stem].item
        told = repr(asdict(view))
        assert item.explanation not in told
        assert not [evidence for evidence in item.evidence if evidence.quote in told]
        assert set(asdict(view)) == {"progress", "question", "stem", "options", "can_skip"}
        assert set(asdict(view.options[0])) == {"token", "text"}
        with pytest.raises(NotFound):
            game.feedback(view.question)
        with pytest.raises(Conflict):
            play.results(db, player=paul, attempt=game.attempt, now=NOW)


def test_a_reload_shows_the_same_question_in_the_same_order(db: Database, paul: int) -> None:
    game = begin(db, paul)
    assert game.current() == game.current()


def test_options_that_ascend_stay_in_order(db: Database, paul: int, balloon: World) -> None:
    view = begin(db, paul).ask("How much gas")
    assert [option.text for option in view.options] == ["350 litres", "420 litres", "490 litres", "560 litres"]


def test_the_same_answer_again_is_no_second_response(db: Database, paul: int) -> None:
    game = begin(db, paul)
    view = game.current()
    assert game.answer(view, key_of(view)) is play.Outcome.STORED
    assert game.answer(view, key_of(view), now=LATER) is play.Outcome.AGAIN
    assert count(db, "response") == 1


def test_another_answer_is_told_what_stands_and_the_first_one_stays(db: Database, paul: int) -> None:
    game = begin(db, paul)
    view = game.current()
    wrong = game.answer_wrong(view)
    with pytest.raises(AnswerConflict) as told:
        game.answer_right(view)
    assert (told.value.stands, told.value.question) == (wrong, view.question)
    assert wrong in str(told.value)
    assert game.feedback(view.question).chosen == wrong
    assert count(db, "response") == 1


def test_tabs_that_answer_at_once_leave_one_response(db: Database, paul: int) -> None:
    game = begin(db, paul)
    view = game.current()
    told: list[object] = []

    def work(text: str) -> None:
        try:
            told.append(game.answer(view, text))
        except AnswerConflict as conflict:
            told.append(conflict.stands)

    threads = [threading.Thread(target=work, args=(option.text,)) for option in view.options for _ in range(3)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    chosen = game.feedback(view.question).chosen
    assert told.count(play.Outcome.STORED) == 1
    assert told.count(play.Outcome.AGAIN) == 2
    assert told.count(chosen) == len(threads) - 3
    assert count(db, "response") == 1


@pytest.mark.parametrize("token", ["", "0", "key", "x" * 5000])
def test_a_token_that_was_not_shown_is_invalid(db: Database, paul: int, token: str) -> None:
    game = begin(db, paul)
    with pytest.raises(Invalid):
        play.answer(db, player=paul, attempt=game.attempt, question="1", token=token, now=NOW)
    assert count(db, "response") == 0


def test_a_token_of_another_question_is_invalid(db: Database, paul: int) -> None:
    game = begin(db, paul)
    other = play.question(db, player=paul, attempt=game.attempt, question="2", now=NOW).options[0].token
    with pytest.raises(Invalid):
        play.answer(db, player=paul, attempt=game.attempt, question="1", token=other, now=NOW)


def test_sam_finds_nothing_of_pauls(db: Database, paul: int, sam: int) -> None:
    game = begin(db, paul)
    token = game.current().options[0].token
    for question in ("1", "2"):
        with pytest.raises(NotFound):
            play.question(db, player=sam, attempt=game.attempt, question=question, now=NOW)
        with pytest.raises(NotFound):
            play.feedback(db, player=sam, attempt=game.attempt, question=question, now=NOW)
        with pytest.raises(NotFound):
            play.answer(db, player=sam, attempt=game.attempt, question=question, token=token, now=NOW)
        with pytest.raises(NotFound):
            play.skip(db, player=sam, attempt=game.attempt, question=question)
    for look in (play.current_question, play.results, play.progress):
        with pytest.raises(NotFound):
            look(db, player=sam, attempt=game.attempt, now=NOW)
    with pytest.raises(NotFound):
        play.finish(db, player=sam, attempt=game.attempt, now=NOW)
    assert play.unfinished(db, player=sam, now=NOW) == ()
    assert count(db, "response") == 0


@pytest.mark.parametrize("attempt", ["", "x", "9" * 30, "a" * 22, "x" * 100_000, "\x00", "é" * 22])
def test_an_unknown_attempt_is_not_found(db: Database, paul: int, attempt: str) -> None:
    with pytest.raises(NotFound):
        play.current_question(db, player=paul, attempt=attempt, now=NOW)


@pytest.mark.parametrize("question", ["", "0", "-1", "01", "+1", "1.0", "²", "١", "99", "9" * 30, " 1", "one"])
def test_an_unknown_question_is_not_found(db: Database, paul: int, question: str) -> None:
    game = begin(db, paul)
    with pytest.raises(NotFound):
        play.question(db, player=paul, attempt=game.attempt, question=question, now=NOW)


def test_skipped_questions_come_back_at_the_end(db: Database, paul: int) -> None:
    game = begin(db, paul)
    total = game.current().progress.total
    play.skip(db, player=paul, attempt=game.attempt, question="2")
    play.skip(db, player=paul, attempt=game.attempt, question="1")
    met = []
    for _ in range(total):
        view = game.current()
        met.append(view.question)
        game.answer_right(view)
    assert met == [*map(str, range(3, total + 1)), "2", "1"]


def test_the_last_open_question_cannot_be_put_off(db: Database, paul: int) -> None:
    game = begin(db, paul)
    for _ in range(game.current().progress.total - 1):
        assert game.current().can_skip
        game.answer_right(game.current())
    assert not game.current().can_skip


def test_an_answered_question_sends_to_its_feedback_and_is_not_skipped(db: Database, paul: int) -> None:
    game = begin(db, paul)
    game.answer_right(game.current())
    with pytest.raises(AlreadyAnswered) as told:
        play.question(db, player=paul, attempt=game.attempt, question="1", now=NOW)
    assert told.value.question == "1"
    play.skip(db, player=paul, attempt=game.attempt, question="1")
    assert game.current().question == "2"


def test_the_last_answer_finishes_the_attempt_and_stores_the_score(db: Database, paul: int) -> None:
    game = begin(db, paul)
    total = game.current().progress.total
    for place in range(total):
        view = game.current()
        _ = game.answer_wrong(view) if place < 2 else game.answer_right(view)
        assert game.feedback(view.question).finished is (place == total - 1)
    assert play.current_question(db, player=paul, attempt=game.attempt, now=NOW) is None
    result = play.results(db, player=paul, attempt=game.attempt, now=NOW)
    assert (result.progress.right, result.progress.total) == (total - 2, total)
    assert result.recent == (("2 Mar", total - 2, total),)
    assert play.unfinished(db, player=paul, now=NOW) == ()


def test_what_is_not_answered_when_the_attempt_is_finished_counts_as_not_right(db: Database, paul: int) -> None:
    game = begin(db, paul)
    game.answer_right(game.current())
    play.finish(db, player=paul, attempt=game.attempt, now=LATER)
    play.finish(db, player=paul, attempt=game.attempt, now=LATER)
    result = play.results(db, player=paul, attempt=game.attempt, now=NOW)
    assert result.progress.right == 1
    assert [line.right for line in result.lines] == [True] + [False] * (result.progress.total - 1)
    assert result.lines[1].chosen is None
    assert result.recent[-1][1:] == (1, result.progress.total)


def test_nothing_is_taken_after_the_attempt_is_finished(db: Database, paul: int) -> None:
    game = begin(db, paul)
    first, token = game.current(), play.question(db, player=paul, attempt=game.attempt, question="2", now=NOW).options[0].token
    game.answer_right(first)
    play.finish(db, player=paul, attempt=game.attempt, now=LATER)
    with pytest.raises(AttemptFinished):
        play.answer(db, player=paul, attempt=game.attempt, question="2", token=token, now=LATER)
    with pytest.raises(AttemptFinished):
        play.skip(db, player=paul, attempt=game.attempt, question="2")
    with pytest.raises(AttemptFinished):
        play.question(db, player=paul, attempt=game.attempt, question="2", now=NOW)
    assert game.answer(first, key_of(first)) is play.Outcome.AGAIN
    assert count(db, "response") == 1


def test_unfinished_attempts_are_offered_newest_first(db: Database, paul: int) -> None:
    games = [begin(db, paul, seed=seed, minutes=seed) for seed in range(5)]
    games[2].answer_right(games[2].current())
    offered = play.unfinished(db, player=paul, now=NOW)
    assert [one.attempt for one in offered] == [games[4].attempt, games[3].attempt, games[2].attempt]
    assert (offered[2].answered, offered[2].number) == (1, 2)


def test_another_process_goes_on_where_this_one_stopped(db: Database, paul: int, tmp_path: Path) -> None:
    game = begin(db, paul)
    game.answer_right(game.current())
    again = open_database(f"sqlite:///{tmp_path / 'quizapp.sqlite'}", tmp_path)
    assert Game(db=again, player=paul, attempt=game.attempt).current() == game.current()
    again.close()


def test_two_players_see_orders_of_their_own(db: Database, paul: int, sam: int) -> None:
    orders = []
    for player, seed in ((paul, 11), (sam, 12)):
        game = begin(db, player, seed=seed)
        total = game.current().progress.total
        orders.append([play.question(db, player=player, attempt=game.attempt, question=str(n), now=NOW).stem for n in range(1, total + 1)])
    assert sorted(orders[0]) == sorted(orders[1])
    assert orders[0] != orders[1]
