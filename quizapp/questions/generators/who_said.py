"""Who said it: from the words to the speaker."""

from collections.abc import Iterator

from quizapp.knowledge.fact import Fact
from quizapp.knowledge.relation import Asks
from quizapp.knowledge.values.base import ValueType
from quizapp.questions.background import Background
from quizapp.questions.draft import Draft
from quizapp.questions.generators.asking import ask

TYPES = frozenset({ValueType.PERSON, ValueType.GROUP, ValueType.ORGANISATION})


def ask_who_said(fact: Fact, background: Background) -> Iterator[Draft]:
    """Items whose key is who spoke."""
    yield from ask(fact, background, Asks.WHO_SAID, TYPES)
