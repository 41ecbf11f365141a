"""With which words a question begins, by slot and type of the value."""

from quizapp.knowledge.extractors.clauses import Clause
from quizapp.knowledge.extractors.draft import Draft
from quizapp.knowledge.extractors.gazetteer import countries
from quizapp.knowledge.extractors.phrases import written
from quizapp.knowledge.values.base import ValueType
from quizapp.knowledge.values.moment import ClockTime, Date

_WHEN = {
    "year": "In which year",
    "month year": "In which month",
    "month": "In which month",
    "decade": "In which decade",
    "century": "In which century",
    "weekday": "On which day of the week",
}
_MUCH = {ValueType.MONEY: "How much", ValueType.PERCENT: "What percentage"}
_WHAT = {ValueType.PERSON: "Whom", ValueType.ORGANISATION: "Which organisation"}
_AT_TIME = frozenset({"in", "on", "at", "", "during"})


def doer_word(draft: Draft) -> str | None:
    """How one asks for a doer; None for one that no question word fits."""
    match draft.value.type:
        case ValueType.PERSON:
            return "Who"
        case ValueType.ORGANISATION:
            return "Which organisation"
        case ValueType.PLACE if draft.value.normal in countries():
            return "Which country"
    return None


def question_word(draft: Draft, clause: Clause) -> str | None:
    """How one asks for any other value; None where that cannot be said well."""
    match draft.slot:
        case "when":
            return when_word(draft) if draft.preposition in _AT_TIME else None
        case "age":
            return "At what age"
        case "where" if not draft.preposition:
            return _thing_word(draft)
        case "where" | "how_long":
            return draft.slot.replace("_", " ").capitalize()
        case "how_many":
            noun = [word for word in draft.value_words if word.is_nominal or word.tag == "JJ"]
            return f"How many {written(noun)}" if noun else None
        case "how_much":
            return _MUCH.get(draft.value.type)
        case "role":
            return "What" if clause.attribute is not None else "As what"
    return _thing_word(draft)


def _thing_word(draft: Draft) -> str:
    if draft.value.type is ValueType.PLACE:
        return "Which country" if draft.value.normal in countries() else "Which place"
    return _WHAT.get(draft.value.type, "What")


def when_word(draft: Draft) -> str:
    """How one asks for a date as exact as this one."""
    if isinstance(draft.value, ClockTime):
        return "At what time"
    return _WHEN.get(draft.value.precision, "When") if isinstance(draft.value, Date) else "When"
