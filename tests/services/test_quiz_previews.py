"""A teacher tries her quiz as a player: Tess teaches."""

from datetime import timedelta
from random import Random

import pytest

from quizapp.play.attempt import Mode
from quizapp.play.disclosure import Feedback
from quizapp.play.quiz import QuizSettings
from quizapp.services import own_quizzes_editing as editing
from quizapp.services import play
from quizapp.services.accounts import Role
from quizapp.services.articles import article
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import Conflict, NotFound
from quizapp.services.history import my_history
from quizapp.services.own_quizzes_preview import start_preview
from quizapp.services.tried import Tried
from services.accounts import School
from services.balloon import LATER, NOW
from services.building import new_quiz, row_of
from services.playing import Game, count, key_of


@pytest.fixture
def tess(db: Database) -> Actor:
    """Tess teaches."""
    return Actor(player=School(db=db).staff("Tess", Role.TEACHER).visit.player, name="Tess")


def test_a_preview_is_played_like_a_quiz_and_counts_nowhere(db: Database, tess: Actor) -> None:
    quiz = new_quiz(db, tess, row_of(db, "How much gas"), row_of(db, "Who rode back"))
    game = Game(db=db, player=tess.player, attempt=start_preview(db, owner=tess.player, quiz=quiz, now=NOW, rng=Random(1)))
    assert game.current().progress.tried == Tried(attempt=game.attempt, quiz=quiz)
    assert play.unfinished(db, player=tess.player, now=NOW) == ()
    game.answer_wrong(game.current())
    game.answer_right(game.current())
    view = play.results(db, player=tess.player, attempt=game.attempt, now=NOW)
    assert (view.mode, view.progress.right, view.quiz_slug, view.recent) == (Mode.PREVIEW, 1, "", ())
    history = my_history(db, player=tess.player, now=LATER, zone=None)
    assert (history.lines, history.best, history.articles, history.attempts) == ((), (), (), 0)
    assert count(db, "recall") == 0


def test_the_next_preview_forgets_the_one_before(db: Database, tess: Actor) -> None:
    quiz = new_quiz(db, tess, row_of(db, "How much gas"))
    first = start_preview(db, owner=tess.player, quiz=quiz, now=NOW, rng=Random(1))
    second = start_preview(db, owner=tess.player, quiz=quiz, now=LATER, rng=Random(2))
    assert count(db, "attempt") == 1
    with pytest.raises(NotFound):
        play.progress(db, player=tess.player, attempt=first, now=NOW)
    assert play.progress(db, player=tess.player, attempt=second, now=NOW).total == 1


def test_a_preview_does_not_close_and_leaves_the_marks_of_its_articles(db: Database, tess: Actor) -> None:
    quiz = new_quiz(db, tess, row_of(db, "How much gas"))
    rules = QuizSettings(closes_at=NOW - timedelta(days=1), feedback=Feedback.CLOSING)
    editing.change_settings(db, owner=tess.player, quiz=quiz, title="Balloons", note="", settings=rules, now=NOW)
    game = Game(db=db, player=tess.player, attempt=start_preview(db, owner=tess.player, quiz=quiz, now=NOW, rng=Random(1)))
    assert not article(db, slug="the-gannet-rises-over-brack", player=tess.player, now=NOW).hidden
    view = game.current()
    game.answer(view, key_of(view), now=LATER)
    assert play.results(db, player=tess.player, attempt=game.attempt, now=LATER).progress.right == 1


def test_a_preview_of_an_empty_quiz_is_refused(db: Database, tess: Actor) -> None:
    with pytest.raises(Conflict):
        start_preview(db, owner=tess.player, quiz=new_quiz(db, tess), now=NOW, rng=Random(1))
