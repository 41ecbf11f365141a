"""The open relation of a draft: its types, whether it has one value, and how it is asked."""

from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.qualifying import ONCE
from quizapp.knowledge.extractors.wording import wording_of
from quizapp.knowledge.relation import Asks, Cardinality, Relation
from quizapp.knowledge.values.base import ValueType

_ASKS = {
    "agent": Asks.WHO, "object": Asks.WHAT, "role": Asks.ROLE, "when": Asks.WHEN, "where": Asks.WHERE, "how_long": Asks.HOW_LONG,
    "how_many": Asks.HOW_MANY, "how_much": Asks.HOW_MANY, "age": Asks.HOW_MANY,
}  # fmt: skip
_NUMBERS = frozenset({"how_long", "how_many", "how_much"})


def shape_of(sight: Sight, draft: Draft) -> Relation:
    """The relation "lemma.slot" as this draft has it."""
    wording = wording_of(sight, draft)
    return Relation(
        key=f"{draft.lemma}.{draft.slot}",
        subject_type=draft.subject.type,
        value_type=draft.value.type,
        asks=asks_of(draft),
        about=f"“{draft.lemma.replace('_', ' ')}” of {draft.subject.text}",
        cardinality=Cardinality.ONE if has_one_value(draft) else Cardinality.MANY,
        wordings=(wording,) if wording is not None else (),
    )


def asks_of(draft: Draft) -> Asks:
    """The kind of question."""
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
    if draft.subject.plural or not (draft.subject.named or _holds_name(draft)):
        return False
    if draft.slot in _NUMBERS:
        return True
    return draft.slot in {"when", "where", "agent"} and draft.lemma in ONCE
