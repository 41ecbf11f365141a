"""Proof, explanation and key obey the feedback policy everywhere."""

from dataclasses import asdict

import pytest

from quizapp.play.disclosure import Feedback
from quizapp.services import articles, play
from quizapp.services.database import Database
from quizapp.services.errors import AlreadyAnswered, AttemptFinished, Conflict, NotFound, NotTold
from services.balloon import NOW
from services.playing import Game, begin, key_of
from services.rules import after, play_by

HOUR = 3600
MORNING = "the-gannet-rises-over-brack"


def answer_all(game: Game, *, wrongly: int = 0) -> None:
    total = game.current().progress.total
    for place in range(total):
        _ = game.answer_wrong(game.current()) if place < wrongly else game.answer_right(game.current())


def test_at_the_end_an_answer_is_kept_and_nothing_told_before(db: Database, paul: int) -> None:
    game = play_by(db, paul, feedback=Feedback.END)
    view = game.current()
    wrong = game.answer_wrong(view)
    with pytest.raises(NotTold):
        game.feedback("1")
    kept = play.kept(db, player=paul, attempt=game.attempt, question="1", now=NOW)
    assert (kept.chosen, kept.options, kept.finished) == (wrong, tuple(one.text for one in view.options), False)
    assert set(asdict(kept)) == {"progress", "question", "stem", "options", "chosen", "finished", "late", "closes_at"}


def test_at_the_end_how_many_are_right_is_not_told_before(db: Database, paul: int) -> None:
    game = play_by(db, paul, feedback=Feedback.END)
    game.answer_right(game.current())
    assert game.current().progress.right == 0
    assert play.progress(db, player=paul, attempt=game.attempt, now=NOW).right == 0
    assert play.unfinished(db, player=paul, now=NOW)[0].right == 0
    assert play.unfinished(db, player=paul, now=NOW)[0].answered == 1


def test_at_the_end_everything_is_told_when_it_is_finished(db: Database, paul: int) -> None:
    game = play_by(db, paul, feedback=Feedback.END)
    answer_all(game, wrongly=1)
    assert game.feedback("2").right
    assert play.results(db, player=paul, attempt=game.attempt, now=NOW).progress.right == game.feedback("1").progress.total - 1
    with pytest.raises(AlreadyAnswered):
        play.kept(db, player=paul, attempt=game.attempt, question="1", now=NOW)
    with pytest.raises(AttemptFinished):
        play.waiting(db, player=paul, attempt=game.attempt, now=NOW)


def test_after_closing_results_wait_for_the_closing_time(db: Database, paul: int) -> None:
    game = play_by(db, paul, feedback=Feedback.CLOSING, closes_at=after(HOUR))
    answer_all(game)
    for moment in (NOW, after(HOUR - 1)):
        with pytest.raises(NotTold):
            play.results(db, player=paul, attempt=game.attempt, now=moment)
        with pytest.raises(NotTold):
            play.feedback(db, player=paul, attempt=game.attempt, question="1", now=moment)
    waiting = play.waiting(db, player=paul, attempt=game.attempt, now=NOW)
    assert (waiting.closes_at, waiting.progress.right) == (after(HOUR), 0)
    told = play.results(db, player=paul, attempt=game.attempt, now=after(HOUR))
    assert told.progress.right == told.progress.total
    assert play.feedback(db, player=paul, attempt=game.attempt, question="1", now=after(HOUR)).right


def test_a_score_that_waits_stands_in_no_other_results(db: Database, paul: int) -> None:
    waits = play_by(db, paul, feedback=Feedback.CLOSING, closes_at=after(HOUR))
    answer_all(waits)
    other = play_by(db, paul, seed=8)
    answer_all(other)
    assert len(play.results(db, player=paul, attempt=other.attempt, now=NOW).recent) == 1
    assert len(play.results(db, player=paul, attempt=other.attempt, now=after(HOUR)).recent) == 2


@pytest.mark.parametrize("policy", [Feedback.END, Feedback.CLOSING])
def test_marks_of_answered_questions_stay_hidden_while_they_may_not_be_told(db: Database, paul: int, sam: int, policy: Feedback) -> None:
    game = play_by(db, paul, feedback=policy, closes_at=after(HOUR))
    game.answer_right(game.ask("How much gas"))
    shown = articles.article(db, slug=MORNING, player=paul, now=NOW)
    assert shown.hidden
    assert not [run for block in shown.blocks for run in block.runs if run.mark or run.anchors]
    assert not articles.article(db, slug=MORNING, player=sam, now=NOW).hidden


def test_marks_come_back_when_they_may_be_told(db: Database, paul: int) -> None:
    game = play_by(db, paul, feedback=Feedback.CLOSING, closes_at=after(HOUR))
    play.finish(db, player=paul, attempt=game.attempt, now=NOW)
    assert articles.article(db, slug=MORNING, player=paul, now=NOW).hidden
    assert articles.disagreements(db, player=paul, now=NOW) != articles.disagreements(db, now=NOW)
    assert not articles.article(db, slug=MORNING, player=paul, now=after(HOUR)).hidden
    assert articles.disagreements(db, player=paul, now=after(HOUR)) == articles.disagreements(db, now=NOW)


def test_after_each_answer_is_how_it_goes_unless_a_quiz_says_otherwise(db: Database, paul: int) -> None:
    game = begin(db, paul)
    game.answer_right(game.current())
    assert game.feedback("1").right
    with pytest.raises(AlreadyAnswered):
        play.kept(db, player=paul, attempt=game.attempt, question="1", now=NOW)


def test_what_is_kept_belongs_to_its_player(db: Database, paul: int, sam: int) -> None:
    game = play_by(db, paul, feedback=Feedback.END)
    view = game.current()
    with pytest.raises(NotFound):
        play.kept(db, player=paul, attempt=game.attempt, question="1", now=NOW)
    with pytest.raises(Conflict):
        play.waiting(db, player=paul, attempt=game.attempt, now=NOW)
    game.answer(view, key_of(view))
    for look in (lambda: play.kept(db, player=sam, attempt=game.attempt, question="1", now=NOW),):
        with pytest.raises(NotFound):
            look()
    with pytest.raises(NotFound):
        play.waiting(db, player=sam, attempt=game.attempt, now=NOW)


def test_an_answer_after_the_quiz_has_closed_is_late(db: Database, paul: int) -> None:
    game = play_by(db, paul, feedback=Feedback.CLOSING, closes_at=after(HOUR))
    view = game.current()
    game.answer(view, key_of(view), now=after(HOUR + 3))
    told = play.feedback(db, player=paul, attempt=game.attempt, question="1", now=after(HOUR + 3))
    assert (told.late, told.right, told.finished) == (True, False, True)
