"""Loading the library: articles, what is known of them, questions, decisions and featured quizzes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from quizapp.knowledge.article import Article
from quizapp.knowledge.rulings import Ruling
from quizapp.knowledge.scope import Scope
from quizapp.play.quiz import FeaturedQuiz
from quizapp.questions.item import Candidate
from quizapp.services.database import Database


@dataclass(frozen=True, kw_only=True, slots=True)
class Loaded:
    """What loading changed; all zero when the library was there already."""

    articles: int = 0
    claims: int = 0
    items: int = 0
    decisions: int = 0
    quizzes: int = 0


def load_library(
    db: Database,
    *,
    articles: Mapping[str, Article],
    scope: Scope,
    rulings: Sequence[Ruling],
    candidates: Sequence[Candidate],
    quizzes: Sequence[FeaturedQuiz],
    now: datetime,
) -> Loaded:
    """Store the library whole; the same again changes nothing, a changed one adds what changed. Raises Invalid, NotSaved."""
    raise NotImplementedError
