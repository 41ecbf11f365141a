"""When: a date of any precision or an hour of the day."""

from collections.abc import Iterator

from quizapp.knowledge.fact import Fact
from quizapp.knowledge.relation import Asks
from quizapp.knowledge.values.base import ValueType
from quizapp.questions.background import Background
from quizapp.questions.draft import Draft
from quizapp.questions.generators.asking import ask

TYPES = frozenset({ValueType.DATE, ValueType.CLOCK_TIME, ValueType.TEXT})


def ask_when(fact: Fact, background: Background) -> Iterator[Draft]:
    """Items whose key is a date or a clock time; a time that is only relative fails the check of stems and options."""
    yield from ask(fact, background, Asks.WHEN, TYPES)
