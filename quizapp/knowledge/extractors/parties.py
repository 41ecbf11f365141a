"""Who does what: the agent asked from the object, the object asked from the agent."""

from collections.abc import Iterator

from quizapp.knowledge.extractors.clauses import LIGHT, Clause, conjuncts
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.values import Given, given_by, name_of
from quizapp.knowledge.values.base import ValueType

_SAYING = frozenset({"say", "tell", "add", "state", "claim", "announce", "explain", "write", "note", "report", "comment", "describe", "reveal", "assert", "warn", "argue", "point_out", "declare", "confirm", "ask", "think", "believe", "know"})
_AGENTS = frozenset({ValueType.PERSON, ValueType.ORGANISATION, ValueType.PLACE, ValueType.GROUP})


def find_agents(sight: Sight) -> Iterator[Draft]:
    """The named doer of a deed (`agent`), told of what it is done to."""
    for clause in sight.page.clauses:
        if clause.agent is None or clause.object is None or clause.copula or clause.lemma in LIGHT:
            continue
        subject = sight.referents.of(clause.object)
        if subject is None:
            continue
        for head in (clause.agent, *conjuncts(clause.agent)):
            given = name_of(sight, head)
            if given is not None and given.named and given.value.type in _AGENTS:
                yield Draft(slot="agent", lemma=clause.lemma, subject=subject, value=given.value, value_words=given.words, anchor=clause.verb, clause=clause)


def find_objects(sight: Sight) -> Iterator[Draft]:
    """What a deed is done to (`object`), told of the doer."""
    for clause in sight.page.clauses:
        if clause.agent is None or clause.object is None or clause.copula or clause.lemma in LIGHT or clause.lemma in _SAYING:
            continue
        subject = sight.referents.of(clause.agent)
        if subject is None:
            continue
        for head in (clause.object, *conjuncts(clause.object)):
            given = given_by(sight, head)
            if given is not None and _worth(given):
                yield Draft(slot="object", lemma=clause.lemma, subject=subject, value=given.value, value_words=given.words, anchor=clause.verb, clause=clause)


def _worth(given: Given) -> bool:
    """Whether the value says enough: a name, or words beyond one bare noun."""
    return given.named or len(given.words) > 1


def is_saying(clause: Clause) -> bool:
    """Whether the verb reports words."""
    return clause.lemma in _SAYING
