"""Which hand-made fact an extracted claim speaks of: relations of a catalogue name the open relations that answer to them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quizapp.knowledge.claim import Claim
from quizapp.knowledge.comparing import touches
from quizapp.knowledge.names import Names
from quizapp.knowledge.relation import Answer, Catalogue, Qualifiers, Relation
from quizapp.knowledge.ruled_keys import Key
from quizapp.knowledge.same_deeds import same_deed

_MEASURES = frozenset({"when", "how_long", "how_many", "how_much", "agent"})
"""Slots in which another value contradicts; elsewhere only a claim that agrees is taken as speaking of the same."""

_LOOSE = frozenset({"with"})
"""Qualifiers that do not make a deed another one."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Finds the fact that a claim answers; built from the claims that people made."""

    names: Names
    _relations: Mapping[str, Sequence[tuple[Answer, Relation]]]
    _facts: Mapping[tuple[str, str], Mapping[Key, Sequence[Claim]]] = field(default_factory=dict)

    def key(self, claim: Claim, subject: str) -> Key | None:
        """The key of the one hand-made fact that this extracted claim speaks of; None when there is none or several."""
        found = {
            key
            for answer, relation in self._relations.get(same_deed(claim.relation), ())
            if self._fits(answer, claim.qualifiers) and relation.value_type is claim.value.type
            for key, claims in self._facts.get((subject, relation.key), {}).items()
            if _may_join(claim, claims, self.names)
        }
        return found.pop() if len(found) == 1 else None

    def _fits(self, answer: Answer, qualifiers: Qualifiers) -> bool:
        """Whether the claim has the qualifiers that are asked for, and no others that make its deed another one."""
        wanted = {(key, self.names.canonical(value)) for key, value in answer.when}
        given = {(key, self.names.canonical(value)) for key, value in qualifiers if key not in _LOOSE}
        return wanted == given


def find_answers(claims: Iterable[Claim], catalogue: Catalogue, names: Names, canonical: Callable[[str], str]) -> Answers | None:
    """What the hand-made claims of a scope ask; None where no relation names any other."""
    relations: dict[str, list[tuple[Answer, Relation]]] = defaultdict(list)
    for relation in catalogue.values():
        for answer in relation.answers:
            relations[same_deed(answer.relation)].append((answer, relation))
    if not relations:
        return None
    asked = {relation.key for pairs in relations.values() for _, relation in pairs}
    facts: dict[tuple[str, str], dict[Key, list[Claim]]] = defaultdict(dict)
    for claim in claims:
        if claim.shape is None and claim.relation in asked:
            key = (canonical(claim.subject), claim.relation, tuple(sorted(claim.qualifiers)))
            for subject in _each(claim.subject, canonical):
                facts[subject, claim.relation].setdefault(key, []).append(claim)
    return Answers(names, relations, facts)


def _each(subject: str, canonical: Callable[[str], str]) -> list[str]:
    """The subject and, where it is two joined by "and", each of them: what both did, each did."""
    return list(dict.fromkeys(canonical(one) for one in (subject, *subject.split(" and "))))


def _may_join(claim: Claim, claims: Sequence[Claim], names: Names) -> bool:
    slot = claim.relation.partition(".")[2]
    return slot in _MEASURES or any(touches(claim.value, other.value, names) for other in claims)
