"""How many, how much, how old: a number with its unit."""

from collections.abc import Iterator

from quizapp.knowledge.fact import Fact
from quizapp.knowledge.relation import Asks
from quizapp.knowledge.values.base import ValueType
from quizapp.questions.background import Background
from quizapp.questions.draft import Draft
from quizapp.questions.generators.asking import ask

TYPES = frozenset({ValueType.COUNT, ValueType.AGE, ValueType.MONEY, ValueType.PERCENT, ValueType.QUANTITY, ValueType.TEXT})


def ask_how_many(fact: Fact, background: Background) -> Iterator[Draft]:
    """Items whose key is an amount."""
    yield from ask(fact, background, Asks.HOW_MANY, TYPES)
