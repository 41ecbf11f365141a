"""A fact: all claims of a scope with the same key, with the positions they take."""

from dataclasses import dataclass, field
from enum import StrEnum

from quizapp.knowledge.claim import Claim, Modality
from quizapp.knowledge.digest import content_id
from quizapp.knowledge.relation import Qualifiers, Relation
from quizapp.knowledge.values.base import Value


class Verdict(StrEnum):
    """What the articles of a scope together say about a fact; never whether it is true."""

    STATED = "stated"
    CORROBORATED = "corroborated"
    QUALIFIED = "qualified"
    DISPUTED = "disputed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Position:
    """One value of a fact with the claims that give it, coarser wordings of it included; `negated` when they deny it."""

    value: Value
    claims: tuple[Claim, ...]
    negated: bool = False

    @property
    def sources(self) -> frozenset[str]:
        """The independent voices that take this position."""
        return frozenset(claim.source for claim in self.claims)

    def articles(self) -> tuple[str, ...]:
        """Names of the articles that take this position, each once, in order of first claim."""
        return tuple(dict.fromkeys(claim.evidence.article for claim in self.claims))


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """Subject, relation and qualifiers with every position taken; `askable` is False when a ruling says it may not be asked."""

    subject: str
    subject_key: str
    relation: Relation
    qualifiers: Qualifiers
    positions: tuple[Position, ...]
    verdict: Verdict
    askable: bool = True
    _id: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.positions or not all(position.claims for position in self.positions):
            raise ValueError("a fact has a position, a position a claim")
        object.__setattr__(self, "_id", fact_id(self.subject_key, self.relation.key, self.qualifiers))

    @property
    def id(self) -> str:
        """The same in every run: a digest of the fact's key."""
        return self._id

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, position by position."""
        return tuple(claim for position in self.positions for claim in position.claims)

    @property
    def planned(self) -> bool:
        """Whether all claims are plans."""
        return all(claim.modality is Modality.PLANNED for claim in self.claims)


def fact_id(subject_key: str, relation: str, qualifiers: Qualifiers) -> str:
    """The id of the fact with this key."""
    return content_id("fact", subject_key, relation, tuple(sorted(qualifiers)))
