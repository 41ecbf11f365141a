"""What is left out of a sentence to complete: each kind of thing has its own chance to make a good question."""

import re
from collections.abc import Callable

from quizapp.knowledge.values.base import AMOUNT_TYPES, NAME_TYPES, ValueType
from quizapp.questions.item import Kind
from quizapp.questions.question import Question

_ROW = re.compile(r"_____,? (?:and|or) [A-Z]|\b[A-Z][\w’'.-]*,? (?:and|or) _____|, _____,|_____, [A-Z]")


def blank_for(*types: ValueType) -> Callable[[Question], bool]:
    """A look at whether a sentence is to be completed with a thing of these types."""
    return lambda question: question.item.kind is Kind.CLOZE and question.type in types


date = blank_for(ValueType.DATE, ValueType.CLOCK_TIME)
amount = blank_for(*AMOUNT_TYPES)
person = blank_for(ValueType.PERSON)
place = blank_for(ValueType.PLACE)


def in_row(question: Question) -> bool:
    """A sentence to complete with one of several names in a row."""
    return question.item.kind is Kind.CLOZE and question.type in NAME_TYPES and _ROW.search(question.item.stem) is not None


def deed_of(question: Question) -> bool:
    """A question for whoever did something, not for what was done."""
    return question.item.kind in {Kind.WHO, Kind.WHICH} and question.asks_subject
