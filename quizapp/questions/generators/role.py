"""Role: what somebody is or does."""

from collections.abc import Iterator

from quizapp.knowledge.fact import Fact
from quizapp.knowledge.relation import Asks
from quizapp.knowledge.values.base import ValueType
from quizapp.questions.background import Background
from quizapp.questions.draft import Draft
from quizapp.questions.generators.asking import ask

TYPES = frozenset({ValueType.ROLE, ValueType.TEXT})


def ask_role(fact: Fact, background: Background) -> Iterator[Draft]:
    """Items whose key is a profession, a part or an office."""
    yield from ask(fact, background, Asks.ROLE, TYPES)
