"""Re-proving the bank: evidence, keys, distractors, decisions."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.knowledge.scope import Scope
from quizapp.play.quiz import FeaturedQuiz
from quizapp.questions.item import Candidate
from quizapp.services.database import Database


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """Something in the bank that does not hold: the place (a file's name, an item's id and stem …) and what is wrong there."""

    place: str
    what: str


def check_values(*, scope: Scope, candidates: Sequence[Candidate], quizzes: Sequence[FeaturedQuiz] = ()) -> tuple[Problem, ...]:
    """Prove claims and approved items of values that are in no database yet (the shipped seeds)."""
    raise NotImplementedError


def check_bank(db: Database) -> tuple[Problem, ...]:
    """Prove everything the library's database holds."""
    raise NotImplementedError
