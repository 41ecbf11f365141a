"""What makes a question for a place doubtful: options that may be none, options of another kind, answers that need no article."""

import re

from quizapp.knowledge.values.base import ValueType
from quizapp.questions.distractors.places import votes_place
from quizapp.questions.lists import list_of
from quizapp.questions.question import Question

_WHERE_IS = re.compile(r"^Where (?:is|are) [^,]+\?$")


def places_unsure(question: Question) -> bool:
    """An option where places are asked for that nothing but the registry calls a place."""
    if question.type is not ValueType.PLACE:
        return False
    articles = [question.background.scope.articles[one.article] for one in question.item.evidence]
    return not all(votes_place(option, articles) for option in question.item.options)


def place_known(question: Question) -> bool:
    """The question asks where a city or country lies, which people know without the article."""
    fact = question.fact
    return fact is not None and _WHERE_IS.match(question.item.stem) is not None and list_of(fact.subject) is not None


def options_of_another_kind(question: Question) -> float:
    """The share of wrong places that stand on another list than the key: cities beside a theatre."""
    if question.type is not ValueType.PLACE or not question.item.distractors:
        return 0.0
    mine = list_of(question.item.answer)
    return sum(list_of(one) is not mine for one in question.item.distractors) / len(question.item.distractors)
