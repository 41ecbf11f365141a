"""Quizzes to choose from, and starting one."""

from datetime import datetime
from random import Random

from quizapp.services.database import Database
from quizapp.services.views import QuizCard


def featured(db: Database) -> tuple[QuizCard, ...]:
    """The library's quizzes that have questions to ask, in the order the library gives them."""
    raise NotImplementedError


def start_attempt(db: Database, *, player: int, quiz: str, now: datetime, rng: Random) -> str:
    """Start the quiz with this slug and return the attempt's id; a double click gives the same one. Raises NotFound, NotSaved."""
    raise NotImplementedError


def quick_ten(db: Database, *, player: int, now: datetime, rng: Random, articles: tuple[str, ...] = ()) -> str:
    """Start ten questions, unseen ones first, of these articles (slugs; none: all). Raises NotFound when there are no questions."""
    raise NotImplementedError
