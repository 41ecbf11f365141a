"""The open relation of a draft: its types, whether it has one value, and how it is asked."""

import re

from quizapp.knowledge.extractors.bearing import ONCE
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.gazetteer import wide_places
from quizapp.knowledge.extractors.lists import words
from quizapp.knowledge.extractors.qualifying import REACHING
from quizapp.knowledge.extractors.wording import wording_of
from quizapp.knowledge.relation import Asks, Cardinality, Relation, Wording
from quizapp.knowledge.values.base import ValueType

_ASKS = {
    "agent": Asks.WHO, "object": Asks.WHAT, "role": Asks.ROLE, "when": Asks.WHEN, "where": Asks.WHERE, "how_long": Asks.HOW_LONG,
    "how_many": Asks.HOW_MANY, "how_much": Asks.HOW_MANY, "age": Asks.HOW_MANY,
}  # fmt: skip
_ABOUT = {
    "when": "when", "where": "where", "how_long": "how long", "how_many": "how many", "how_much": "how much", "age": "at what age",
    "agent": "who", "object": "what",
}  # fmt: skip
_NOUNS = {"age": "age", "role": "role"}
_VALUE = re.compile(r" ?(?:\b(?:in|on|at|by|from|to|for|with|into|near|aboard) )?\{value\}")
_SITES = words("where_nouns") | words("place_parts")
_NUMBERS = frozenset({"how_long", "how_many", "how_much"})


def shape_of(sight: Sight, draft: Draft) -> Relation:
    """The relation "lemma.slot" as this draft has it."""
    wording = wording_of(sight, draft)
    return Relation(
        key=f"{draft.lemma}.{draft.slot}",
        subject_type=draft.subject.type,
        value_type=draft.value.type,
        asks=asks_of(draft),
        about=about_of(draft, wording),
        cardinality=Cardinality.ONE if has_one_value(draft) else Cardinality.MANY,
        wordings=(wording,) if wording is not None else (),
    )


def about_of(draft: Draft, wording: Wording | None) -> str:
    """What the relation is about, as words that follow "disagree on": "when the Tessel Bridge was opened"."""
    if draft.slot in _NOUNS and (draft.slot != "age" or draft.clause is None):
        return f"the {_NOUNS[draft.slot]} of {draft.subject.text}"
    if wording is None or draft.statement:
        return f"who said “{draft.subject.text}”" if draft.statement else f"what is told of {draft.subject.text}"
    told = _VALUE.sub("", wording.tell).rstrip(".").strip()
    told = told if told.startswith(draft.subject.text) else told[:1].lower() + told[1:]
    return f"{_ABOUT[draft.slot]} {told}"


def asks_of(draft: Draft) -> Asks:
    """The kind of question."""
    if draft.statement:
        return Asks.WHO_SAID
    if draft.slot in {"agent", "object"} and draft.value.type is ValueType.PERSON:
        return Asks.WHO
    if draft.slot in {"agent", "object"} and draft.value.type is not ValueType.TEXT:
        return Asks.WHICH
    return _ASKS[draft.slot]


def _holds_name(draft: Draft) -> bool:
    """Whether the description is of something particular: "the crossing of the Korvik ice cap"."""
    return any(word.text[0].isupper() and word.place != draft.subject.words[0].place for word in draft.subject.words)


def has_one_value(draft: Draft) -> bool:
    """Whether two values would contradict each other: a deed done once to a named thing, a measure of it."""
    if draft.slot in _NUMBERS and draft.where:
        return True
    if draft.slot == "how_much" and draft.preposition in REACHING:
        return False
    if any(word.dep == "conj" or word.child("conj") is not None for word in draft.value_words):
        return False
    if draft.subject.plural or not (draft.subject.named or _holds_name(draft)):
        return False
    if draft.slot in _NUMBERS:
        return True
    if draft.slot == "where" and not _is_spot(draft):
        return False
    return draft.slot in {"when", "where", "agent"} and draft.lemma in ONCE


def _is_spot(draft: Draft) -> bool:
    """Whether the place is a town or village: a hospital lies in a town and a town in a country, so those contradict no town."""
    last = draft.value_words[-1].lemma
    return (
        draft.preposition == "in" and draft.value.type is ValueType.PLACE and draft.value.normal not in wide_places() and last not in _SITES
    )
