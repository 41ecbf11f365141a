"""How long: a length of time."""

from collections.abc import Iterator

from quizapp.knowledge.fact import Fact
from quizapp.knowledge.relation import Asks
from quizapp.knowledge.values.base import ValueType
from quizapp.questions.background import Background
from quizapp.questions.draft import Draft
from quizapp.questions.generators.asking import ask

TYPES = frozenset({ValueType.DURATION})


def ask_how_long(fact: Fact, background: Background) -> Iterator[Draft]:
    """Items whose key is a duration, exact, hedged or a range."""
    yield from ask(fact, background, Asks.HOW_LONG, TYPES)
