"""When something happens and how long it lasts."""

from collections.abc import Iterator

from quizapp.knowledge.extractors.clauses import LIGHT, Clause
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.governing import Bond, bond, clauses_by_verb
from quizapp.knowledge.extractors.page import Spot
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.values.base import ValueType
from quizapp.knowledge.values.moment import Date

_AT_TIME = frozenset({"in", "on", "at", "during", "", "since", "until", "from"})
_FOR_TIME = frozenset({"for", ""})
_LASTING = frozenset({"spend", "last", "take", "need", "require", "run", "stay", "serve", "wait", "endure", "total", "average", "go_on"})
_NOT_DURATION = frozenset({"later", "earlier", "ago", "after", "before", "ahead", "old", "from", "within", "into"})


def find_times(sight: Sight) -> Iterator[Draft]:
    """Dates and clock times of an event (`when`) and durations (`how_long`)."""
    clauses = clauses_by_verb(sight.page)
    for spot in sight.page.spots:
        if spot.value is None or spot.type not in {ValueType.DATE, ValueType.CLOCK_TIME, ValueType.DURATION}:
            continue
        bound = bond(spot, clauses)
        if bound is None or (bound.clause.lemma in LIGHT and bound.clause.verb.child("xcomp")):
            continue
        slot = _slot(spot, bound)
        if slot:
            yield from _drafts(sight, spot, bound, slot)


def _slot(spot: Spot, bound: Bond) -> str:
    if spot.type is ValueType.DURATION:
        return "how_long" if _is_duration(spot, bound) else ""
    if bound.preposition not in _AT_TIME or not _belongs(spot, bound):
        return ""
    return "when"


def _belongs(spot: Spot, bound: Bond) -> bool:
    """Whether the date tells of the verb: no noun lies between, or only its object and the date ends the clause."""
    if bound.clause.copula and (
        not isinstance(spot.value, Date) or spot.value.year is None or not any(sign.isdigit() for sign in spot.written)
    ):
        return False
    if not bound.nouns:
        return True
    clause = bound.clause
    nearest = bound.nouns[-1]
    if len(bound.nouns) > 1 and any(noun.dep not in {"pobj", "dobj", "conj", "appos"} for noun in bound.nouns):
        return False
    if spot.head.dep in {"compound", "nummod", "nmod", "amod", "poss", "appos"}:
        return False
    if clause.copula or nearest.dep in {"nsubj", "nsubjpass"}:
        return False
    return bound.preposition in {"in", "on", "at"} and len(bound.nouns) == 1 and not _dated_noun(bound.nouns[0])


def _dated_noun(noun: Word) -> bool:
    return noun.lemma in {
        "sentence",
        "election",
        "war",
        "battle",
        "crash",
        "attack",
        "match",
        "game",
        "census",
        "report",
        "book",
        "film",
        "conference",
    }


def _is_duration(spot: Spot, bound: Bond) -> bool:
    after = [word.lower for word in spot.words[-1].children] + [spot.words[-1].head.lower]
    if any(word in _NOT_DURATION for word in after) or spot.head.dep in {"compound", "nmod", "amod", "poss", "nummod"}:
        return False
    if bound.nouns:
        return False
    if spot.head.dep == "dobj":
        return bound.clause.lemma in _LASTING
    return bound.preposition in _FOR_TIME and (
        bound.preposition == "for"
        or (spot.head.dep in {"npadvmod", "attr"} and bound.clause.lemma in _LASTING | {"be", "work", "live", "continue"})
    )


def _drafts(sight: Sight, spot: Spot, bound: Bond, slot: str) -> Iterator[Draft]:
    clause: Clause = bound.clause
    if clause.subject is None or spot.value is None:
        return
    for subject in sight.referents.all(clause.subject):
        yield Draft(
            slot=slot,
            lemma=clause.lemma,
            subject=subject,
            value=spot.value,
            value_words=spot.words,
            anchor=clause.verb,
            clause=clause,
            preposition=bound.preposition,
        )
