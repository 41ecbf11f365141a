"""Of whom or what a number is told."""

from quizapp.knowledge.extractors.clauses import Clause
from quizapp.knowledge.extractors.draft import Sight
from quizapp.knowledge.extractors.page import Spot
from quizapp.knowledge.extractors.phrases import phrase, written
from quizapp.knowledge.extractors.reference import Reference
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.values.base import ValueType

_NUMBERS = frozenset({"nummod", "quantmod", "advmod", "predet"})
_PLACES = frozenset({"dobj", "attr", "pobj", "npadvmod", "advmod", "acomp"})
_BEFALLING = frozenset({"kill", "injure", "wound", "rescue", "save", "arrest", "find", "discover", "unearth", "evacuate", "free", "detain"})
_PRICE = frozenset({"for", "at"})

Told = tuple[Reference | None, str]
"""Of whom or what, and the place or event that a count of things belongs to, "" for none."""


def top_of(spot: Spot) -> Word:
    """The noun that stands in the clause for the value: the value's own, or "total" of "a total of 84 footprints"."""
    above = spot.head.head
    return above.head if above.lower == "of" and above.head.lemma == "total" else spot.head


def told_of(sight: Sight, spot: Spot, clause: Clause, preposition: str) -> Told:
    """The other side of the verb; of a counted subject, and of what befell things by nobody's name, their own kind."""
    top = top_of(spot)
    if top.dep in {"nsubj", "nsubjpass"}:
        return _counted_subject(sight, clause, top, spot.head)
    if spot.type is ValueType.MONEY and preposition in _PRICE and not clause.passive and clause.object is not None:
        return _sold(sight, clause.object)
    if top.dep not in _PLACES or clause.subject is None:
        return None, ""
    subject = sight.referents.of(clause.subject)
    if subject is not None and not subject.named and top.dep == "dobj" and spot.type is ValueType.COUNT and clause.lemma in _BEFALLING:
        return _kind(spot.head), _tied(sight, clause.subject)
    return subject, ""


def _sold(sight: Sight, thing: Word) -> Told:
    """What a sum is the price of: "bought the mill for 2 million", "values it at 3 million"."""
    sold = sight.referents.of(thing)
    return (sold, "") if sold is not None and sold.named else (None, "")


def _counted_subject(sight: Sight, clause: Clause, top: Word, counted: Word) -> Told:
    doer = clause.agent if clause.passive else clause.object
    for other in (doer, *(oblique.head for oblique in clause.obliques)):
        found = sight.referents.of(other) if other is not None and other is not top and other is not counted else None
        if found is not None and found.named:
            return found, ""
    if not counted.is_nominal or any(word.lower in {"these", "those"} for word in counted.all("det")):
        return None, ""
    tied = _tied(sight, top)
    return _kind(counted), tied or (_tied(sight, doer) if clause.passive and doer is not None else "")


def _kind(counted: Word) -> Reference:
    """What is counted, without the number."""
    kind = [word for word in phrase(counted) if word.dep not in _NUMBERS and word.tag != "CD"]
    kind = kind[next((place for place, word in enumerate(kind) if word.is_nominal or word.tag == "JJ"), 0) :]
    return Reference(text=written(kind), type=ValueType.GROUP, named=False, words=tuple(kind), plural=True)


def _tied(sight: Sight, noun: Word) -> str:
    """The first name after a noun in its phrase: the place or event that it belongs to."""
    for word in noun.subtree():
        thing = sight.page.names.at(word.place) if word.place > noun.place else None
        if thing is not None and (thing.sure or thing.type is ValueType.PLACE):
            return thing.name
    return ""
