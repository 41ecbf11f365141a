"""What: something told in words."""

from collections.abc import Iterator

from quizapp.knowledge.fact import Fact
from quizapp.knowledge.relation import Asks
from quizapp.knowledge.values.base import ValueType
from quizapp.questions.background import Background
from quizapp.questions.draft import Draft
from quizapp.questions.generators.asking import ask

TYPES = frozenset(
    {
        ValueType.TEXT,
        ValueType.WORK,
        ValueType.EVENT,
        ValueType.VEHICLE,
        ValueType.ORGANISATION,
        ValueType.PLACE,
        ValueType.ROLE,
        ValueType.GROUP,
    }
)


def ask_what(fact: Fact, background: Background) -> Iterator[Draft]:
    """Items whose key is a phrase or a thing."""
    yield from ask(fact, background, Asks.WHAT, TYPES)
