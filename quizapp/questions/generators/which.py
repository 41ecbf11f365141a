"""Which: a thing with a name, asked by its type."""

from collections.abc import Iterator

from quizapp.knowledge.fact import Fact
from quizapp.knowledge.relation import Asks
from quizapp.knowledge.values.base import ValueType
from quizapp.questions.background import Background
from quizapp.questions.draft import Draft
from quizapp.questions.generators.asking import ask

TYPES = frozenset(
    {
        ValueType.VEHICLE,
        ValueType.ORGANISATION,
        ValueType.WORK,
        ValueType.EVENT,
        ValueType.PLACE,
        ValueType.PERSON,
        ValueType.GROUP,
        ValueType.ROLE,
        ValueType.TEXT,
    }
)


def ask_which(fact: Fact, background: Background) -> Iterator[Draft]:
    """Items whose key is one of several things of a type."""
    yield from ask(fact, background, Asks.WHICH, TYPES)
