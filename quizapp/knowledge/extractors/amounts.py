"""How many, how much and how old."""

from collections.abc import Iterator

from quizapp.knowledge.extractors.clauses import Clause
from quizapp.knowledge.extractors.counting import told_of, top_of
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.governing import bond, clauses_by_verb
from quizapp.knowledge.extractors.page import Spot
from quizapp.knowledge.extractors.reference import Reference
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.values.base import ValueType

_SLOTS = {ValueType.COUNT: "how_many", ValueType.MONEY: "how_much", ValueType.PERCENT: "how_much", ValueType.QUANTITY: "how_much"}

_AFTER = {
    ValueType.COUNT: frozenset({"", "by"}),
    ValueType.MONEY: frozenset({"", "for", "at", "by", "with", "to", "from"}),
    ValueType.PERCENT: frozenset({"", "with", "by", "at", "to", "from"}),
    ValueType.QUANTITY: frozenset({"", "at", "by", "to", "from"}),
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
    bound = _at_age(spot, clauses)
    if bound is not None and bound.subject is not None and spot.value is not None:
        for one in sight.referents.all(bound.subject):
            if one.type is ValueType.PERSON:
                yield Draft(
                    slot="age",
                    lemma=bound.lemma,
                    subject=one,
                    value=spot.value,
                    value_words=spot.words,
                    anchor=bound.verb,
                    clause=bound,
                    preposition="at",
                )
        return
    bearer = _bearer(sight, spot, clauses)
    if bearer is None or spot.value is None:
        return
    word, subject = bearer
    yield Draft(slot="age", lemma="be", subject=subject, value=spot.value, value_words=spot.words, anchor=word)


def _at_age(spot: Spot, clauses: dict[int, Clause]) -> Clause | None:
    """The deed that somebody does at an age: "at the age of fifteen he left"."""
    above = list(spot.head.ancestors())[:2]
    if len(above) < 2 or above[0].lower != "at" or "age" not in (spot.head.lemma, spot.words[0].lemma, spot.words[1].lemma):
        return None
    return clauses.get(above[1].place)


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
    if bound is None or spot.value is None:
        return
    top = top_of(spot)
    preposition = bound.preposition if top is spot.head else ""
    if any(noun is not top for noun in bound.nouns) or preposition not in _AFTER[spot.type]:
        return
    subject, where = told_of(sight, spot, bound.clause, preposition)
    if subject is None:
        return
    yield Draft(
        slot=_SLOTS[spot.type],
        lemma="be_worth" if bound.clause.copula and spot.head.head.lower == "worth" else bound.clause.lemma,
        subject=subject,
        value=spot.value,
        value_words=spot.words,
        anchor=bound.clause.verb,
        clause=bound.clause,
        preposition=preposition,
        noun=spot.head,
        where=where,
    )
