"""The balloon's quiz played by other rules."""

from dataclasses import replace
from datetime import datetime, timedelta

from quizapp.play.quiz import QuizSettings
from quizapp.play.timing import Per, Stretch, Timer
from quizapp.services.database import Database
from quizapp.services.showing import Showing, show_question
from services.balloon import NOW, world
from services.playing import Game, begin


def play_by(db: Database, player: int, *, seed: int = 7, **settings: object) -> Game:
    """Start the quiz under these settings."""
    rules = QuizSettings(**settings)  # type: ignore[arg-type]
    (quiz,) = world().quizzes
    replace(world(), quizzes=(replace(quiz, settings=rules),)).load(db, digest=repr(rules))
    return begin(db, player, seed=seed)


def timer(seconds: int = 20, *, per: Per = Per.QUESTION, stretch: Stretch = Stretch.AS_SET, players_choice: bool = True) -> Timer:
    """A timer."""
    return Timer(per=per, seconds=seconds, stretch=stretch, players_choice=players_choice)


def after(seconds: float) -> datetime:
    """So long after the start."""
    return NOW + timedelta(seconds=seconds)


def show(game: Game, question: str = "1", *, at: float = 0) -> Showing:
    """Open a question's page."""
    return show_question(game.db, player=game.player, attempt=game.attempt, question=question, now=after(at))


def left(game: Game, question: str = "1", *, at: float = 0) -> int | None:
    """The seconds left that the page states."""
    clock = show(game, question, at=at).clock
    assert clock is not None
    return clock.left
