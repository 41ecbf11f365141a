"""Which fact a claim belongs to by the rulings that split facts and merge them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from quizapp.knowledge.claim import Claim
from quizapp.knowledge.fact import fact_id
from quizapp.knowledge.relation import Qualifiers
from quizapp.knowledge.rulings import Ruling, RulingKind

Key = tuple[str, str, Qualifiers]


@dataclass(frozen=True, slots=True)
class RuledKeys:
    """`parts` are the keys of parts by the claims that were split off, `moves` the keys that facts are merged into, by fact."""

    parts: Mapping[str, Key]
    moves: Mapping[str, Key]

    def of(self, claim: Claim, key: Key) -> Key:
        """The key of the claim's fact, `key` being what it says itself: first it is split off, then its fact is merged, and so on."""
        if self.parts:
            key = self.parts.get(claim.id, key)
        seen: set[str] = set()
        while self.moves and (fact := fact_id(*key)) in self.moves and fact not in seen:
            seen.add(fact)
            key = self.moves[fact]
        return key


def ruled_keys(rulings: Iterable[Ruling], canonical: Callable[[str], str]) -> RuledKeys:
    """What the rulings say; of several that split off one claim, or merge one fact, the last counts."""
    parts: dict[str, Key] = {}
    moves: dict[str, Key] = {}
    for one in rulings:
        if one.kind is RulingKind.DIFFERENT_FACT:
            part = key_of_part(one, canonical)
            parts.update((claim, part) for claim in one.claims)
        elif one.kind is RulingKind.SAME_FACT and one.into:
            subject, relation, qualifiers = one.into
            moves[one.fact] = (canonical(subject), relation, tuple(sorted(qualifiers)))
    return RuledKeys(parts, moves)


def key_of_part(ruling: Ruling, canonical: Callable[[str], str]) -> Key:
    """The key of the fact that a split makes."""
    return canonical(ruling.subject), ruling.relation, tuple(sorted((*ruling.qualifiers, ("part", ruling.part))))
