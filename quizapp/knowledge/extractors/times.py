"""When something happens and how long it lasts."""

from collections.abc import Iterator

from quizapp.knowledge.extractors.bearing import bearers
from quizapp.knowledge.extractors.clauses import LIGHT, Clause
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.governing import Bond, bond, clauses_by_verb
from quizapp.knowledge.extractors.lists import verbs_of_nouns
from quizapp.knowledge.extractors.page import Spot
from quizapp.knowledge.extractors.relating import dated_by, is_empty_it
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.values.base import ValueType
from quizapp.knowledge.values.moment import Date

_AT_TIME = frozenset({"between", "in", "on", "at", "during", "", "since", "until", "from"})
_RANGING = frozenset({"from", "to", "than", "like"})
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
            yield from _drafts(sight, spot, bound.clause, slot, bound.preposition)
    for clause in sight.page.clauses:
        above = dated_by(sight.page, clause)
        if above is not None and above.value is not None and above.type in {ValueType.DATE, ValueType.CLOCK_TIME}:
            preposition = "on" if isinstance(above.value, Date) and above.value.day else "in"
            yield from _drafts(sight, above, clause, "when", preposition)


def _slot(spot: Spot, bound: Bond) -> str:
    if spot.type is ValueType.DURATION:
        return "how_long" if _is_duration(spot, bound) else ""
    if bound.preposition not in _AT_TIME or _means_nowadays(spot, bound.clause) or not _belongs(spot, bound):
        return ""
    return "when"


def _means_nowadays(spot: Spot, clause: Clause) -> bool:
    """Whether "today" stands with a present tense, so that it means these times and no day."""
    return spot.written.lower() == "today" and clause.verb.tag in {"VBP", "VBZ"} and clause.verb.child("aux") is None


def _belongs(spot: Spot, bound: Bond) -> bool:
    """Whether the date tells of the verb: no noun lies between, or only its object and the date ends the clause."""
    if bound.clause.copula and (
        is_empty_it(bound.clause.verb)
        or not isinstance(spot.value, Date)
        or spot.value.year is None
        or not any(sign.isdigit() for sign in spot.written)
    ):
        return False
    if not bound.nouns:
        return not _is_within_range(spot, bound.clause)
    clause = bound.clause
    nearest = bound.nouns[-1]
    if len(bound.nouns) > 1 and any(noun.dep not in {"pobj", "dobj", "conj", "appos"} for noun in bound.nouns):
        return False
    if nearest.dep == "pobj" and nearest.head.lower in _RANGING:
        return False
    if spot.head.dep in {"compound", "nummod", "nmod", "amod", "poss", "appos"}:
        return False
    if clause.copula or nearest.dep in {"nsubj", "nsubjpass"}:
        return False
    return bound.preposition in {"in", "on", "at"} and len(bound.nouns) == 1 and not _dated_noun(bound.nouns[0])


def _is_within_range(spot: Spot, clause: Clause) -> bool:
    """Whether the date tells of one end of a change: "rose from 4,000 people in 1830 to 9,000"."""
    order = {word.lower: word.place for word in clause.verb.all("prep") if word.lower in {"from", "to"}}
    return len(order) == 2 and order["from"] + 1 < spot.words[0].place < order["to"]


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


def _drafts(sight: Sight, spot: Spot, clause: Clause, slot: str, preposition: str) -> Iterator[Draft]:
    if clause.subject is None or spot.value is None:
        return
    lemma = _spent_on(clause) if slot == "how_long" and clause.lemma == "spend" else clause.lemma
    for subject in bearers(sight, clause) if slot == "when" else sight.referents.all(clause.subject):
        yield Draft(
            slot=slot,
            lemma=lemma,
            subject=subject,
            value=spot.value,
            value_words=spot.words,
            anchor=clause.verb,
            clause=clause,
            preposition=preposition,
        )


def _spent_on(clause: Clause) -> str:
    """The deed that time was spent on, told by a bare noun: "spent four months in training" is training for four months."""
    for oblique in clause.obliques:
        if oblique.name in {"in", "on"} and oblique.head.child("det", "poss", "prep", "compound") is None:
            return verbs_of_nouns("spent").get(oblique.head.lemma, clause.lemma)
    return clause.lemma
