"""Playing in tests: starting, answering right or wrong on purpose, counting rows."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import text

from quizapp.services import play, quizzes
from quizapp.services.database import Database
from quizapp.services.views import FeedbackView, QuestionView
from services.balloon import NOW, world

QUIZ = "over-the-strait"


@dataclass(frozen=True, kw_only=True)
class Game:
    """One attempt of one player."""

    db: Database
    player: int
    attempt: str

    def current(self) -> QuestionView:
        """The question shown now."""
        view = play.current_question(self.db, player=self.player, attempt=self.attempt, now=NOW)
        assert view is not None
        return view

    def current_or_none(self) -> QuestionView | None:
        """The question shown now, None when there is none left."""
        return play.current_question(self.db, player=self.player, attempt=self.attempt, now=NOW)

    def answer(self, view: QuestionView, text: str, *, now: datetime = NOW) -> play.Outcome:
        """Choose the option with this text."""
        token = next(option.token for option in view.options if option.text == text)
        return play.answer(self.db, player=self.player, attempt=self.attempt, question=view.question, token=token, now=now)

    def answer_right(self, view: QuestionView) -> None:
        """Choose the key."""
        self.answer(view, key_of(view))

    def answer_wrong(self, view: QuestionView) -> str:
        """Choose something else; returns it."""
        chosen = next(option.text for option in view.options if option.text != key_of(view))
        self.answer(view, chosen)
        return chosen

    def feedback(self, question: str) -> FeedbackView:
        """What comes of the answer."""
        return play.feedback(self.db, player=self.player, attempt=self.attempt, question=question, now=NOW)

    def ask(self, stem: str) -> QuestionView:
        """The open question that begins so."""
        numbers = range(1, self.current().progress.total + 1)
        views = (play.question(self.db, player=self.player, attempt=self.attempt, question=str(number), now=NOW) for number in numbers)
        return next(view for view in views if view.stem.startswith(stem))


def key_of(view: QuestionView) -> str:
    """The right answer of a question of the balloon's library."""
    return next(one.item.answer for one in world().candidates if one.item.stem == view.stem)


def begin(db: Database, player: int, *, quiz: str = QUIZ, seed: int = 7, minutes: int = 0) -> Game:
    """Start the quiz."""
    now = NOW + timedelta(minutes=minutes)
    return Game(
        db=db,
        player=player,
        attempt=quizzes.start_attempt(db, player=player, quiz=quiz, now=now, rng=Random(f"{seed} {player} {quiz} {minutes}")),
    )


def count(db: Database, table: str) -> int:
    """How many rows a table has."""
    with db.reading() as connection:
        return int(connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0)  # noqa: S608 - a table's name from a test


def dump(db: Database) -> list[str]:
    """Every row of the database as SQL."""
    with db.reading() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        return list(raw.iterdump())
