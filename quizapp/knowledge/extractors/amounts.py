"""How many, how much and how old."""

from collections.abc import Iterator

from quizapp.knowledge.extractors.clauses import Clause
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.governing import Bond, bond, clauses_by_verb
from quizapp.knowledge.extractors.page import Spot
from quizapp.knowledge.extractors.phrases import phrase, written
from quizapp.knowledge.extractors.reference import Reference
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.values.base import ValueType

_SLOTS = {ValueType.COUNT: "how_many", ValueType.MONEY: "how_much", ValueType.PERCENT: "how_much", ValueType.QUANTITY: "how_much"}

_AFTER = {
    ValueType.COUNT: frozenset({"", "by", "with"}),
    ValueType.MONEY: frozenset({"", "for", "at", "by", "with"}),
    ValueType.PERCENT: frozenset({"", "with", "by", "at"}),
    ValueType.QUANTITY: frozenset({"", "at", "by"}),
}


def find_amounts(sight: Sight) -> Iterator[Draft]:
    """Counts (`how_many`), sums, shares and measures (`how_much`), ages (`age`)."""
    clauses = clauses_by_verb(sight.page)
    for spot in sight.page.spots:
        if spot.value is None:
            continue
        if spot.type is ValueType.AGE:
            yield from _ages(sight, spot, clauses)
        elif spot.type in _SLOTS:
            yield from _counts(sight, spot, clauses)


def _ages(sight: Sight, spot: Spot, clauses: dict[int, Clause]) -> Iterator[Draft]:
    bearer = _bearer(sight, spot, clauses)
    if bearer is None or spot.value is None:
        return
    word, subject = bearer
    yield Draft(slot="age", lemma="be", subject=subject, value=spot.value, value_words=spot.words, anchor=word)


def _bearer(sight: Sight, spot: Spot, clauses: dict[int, Clause]) -> tuple[Word, Reference] | None:
    """The person just before or after the age: "X, 19,", "X, aged 31", "37-year-old X", "X is 37 years old"."""
    for word in [spot.head, *spot.head.ancestors()][:3]:
        if word.tag == "IN":
            return None
        if word.place in clauses:
            subject = clauses[word.place].subject
            if subject is None or clauses[word.place].lemma not in {"be", "age"}:
                return None
            found = sight.referents.of(subject)
            return (subject, found) if found and found.type is ValueType.PERSON else None
        found = sight.referents.of(word)
        if found and found.type is ValueType.PERSON:
            return word, found
    return None


def _counts(sight: Sight, spot: Spot, clauses: dict[int, Clause]) -> Iterator[Draft]:
    bound = bond(spot, clauses)
    if bound is None or spot.value is None or bound.nouns or bound.preposition not in _AFTER[spot.type]:
        return
    subject, where = _told_of(sight, spot, bound)
    if subject is None:
        return
    yield Draft(
        slot=_SLOTS[spot.type],
        lemma=bound.clause.lemma,
        subject=subject,
        value=spot.value,
        value_words=spot.words,
        anchor=bound.clause.verb,
        clause=bound.clause,
        preposition=bound.preposition,
        noun=spot.head,
        where=where,
    )


def _told_of(sight: Sight, spot: Spot, bound: Bond) -> tuple[Reference | None, str]:
    """Who or what the number is told of: the other side of the verb; of a counted subject its own kind and the place it is tied to."""
    clause, top = bound.clause, spot.head
    if top.dep in {"nsubj", "nsubjpass"}:
        return _counted_subject(sight, clause, top)
    if top.dep not in {"dobj", "attr", "pobj", "npadvmod", "advmod", "acomp"} or clause.subject is None:
        return None, ""
    return sight.referents.of(clause.subject), ""


def _counted_subject(sight: Sight, clause: Clause, top: Word) -> tuple[Reference | None, str]:
    for other in (clause.agent if clause.passive else clause.object, *(oblique.head for oblique in clause.obliques)):
        found = sight.referents.of(other) if other is not None and other is not top else None
        if found is not None and found.named:
            return found, ""
    if not top.is_nominal:
        return None, ""
    kind = [word for word in phrase(top) if word.dep not in {"nummod", "quantmod", "advmod", "predet"} and word.tag != "CD"]
    kind = kind[next((place for place, word in enumerate(kind) if word.is_nominal or word.tag == "JJ"), 0) :]
    text = written(kind)
    tied = [
        thing.name
        for word in top.subtree()
        if word.place > top.place and (thing := sight.page.names.at(word.place)) is not None and thing.sure
    ]
    return Reference(text=text, type=ValueType.GROUP, named=False, words=tuple(kind), plural=True), tied[0] if tied else ""
