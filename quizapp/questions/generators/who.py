"""Who: a person, group or organisation by deed or part."""

from collections.abc import Iterator

from quizapp.knowledge.fact import Fact
from quizapp.knowledge.relation import Asks
from quizapp.knowledge.values.base import ValueType
from quizapp.questions.background import Background
from quizapp.questions.draft import Draft
from quizapp.questions.generators.asking import ask

TYPES = frozenset({ValueType.PERSON, ValueType.GROUP, ValueType.ORGANISATION})


def ask_who(fact: Fact, background: Background) -> Iterator[Draft]:
    """Items whose key is somebody."""
    yield from ask(fact, background, Asks.WHO, TYPES)
