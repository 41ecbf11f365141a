"""Rulings: a person's decisions that the pipeline reads as data."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from quizapp.knowledge.fact import fact_id
from quizapp.knowledge.fold import fold_name
from quizapp.knowledge.names import SpellingCase, SpellingState
from quizapp.knowledge.relation import Qualifiers


class RulingKind(StrEnum):
    """What a ruling decides."""

    SAME_NAME = "same_name"
    DIFFERENT_NAME = "different_name"
    OPEN_NAME = "open_name"
    NOT_A_DISPUTE = "not_a_dispute"
    DISPUTED = "disputed"
    QUALIFIED = "qualified"
    NOT_ASKED = "not_asked"
    SAME_FACT = "same_fact"
    DIFFERENT_FACT = "different_fact"


NAME_KINDS = {
    RulingKind.SAME_NAME: SpellingState.SAME,
    RulingKind.DIFFERENT_NAME: SpellingState.DIFFERENT,
    RulingKind.OPEN_NAME: SpellingState.OPEN,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Ruling:
    """One decision with its reason; name rulings carry two `names`, the others the key of a fact.

    SAME_FACT moves the claims of (subject, relation, qualifiers) to the fact `into`; DIFFERENT_FACT takes `claims` (their ids) out into
    a fact of its own whose qualifiers hold ("part", `part`).
    """

    kind: RulingKind
    reason: str
    names: tuple[str, str] | None = None
    subject: str = ""
    relation: str = ""
    qualifiers: Qualifiers = ()
    into: tuple[str, str, Qualifiers] | None = None
    claims: tuple[str, ...] = ()
    part: str = ""

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ValueError(f"a ruling ({self.kind}) needs its reason")
        if (self.kind in NAME_KINDS) != (self.names is not None):
            raise ValueError(f"a {self.kind} ruling has {'two names' if self.kind in NAME_KINDS else 'no names but a fact'}")
        if self.kind not in NAME_KINDS and not (self.subject and self.relation):
            raise ValueError(f"a {self.kind} ruling names the subject and the relation of its fact")
        if self.kind is RulingKind.SAME_FACT and self.into is None:
            raise ValueError("a same_fact ruling says which fact the claims belong to")
        if self.kind is RulingKind.DIFFERENT_FACT and not (self.claims and self.part):
            raise ValueError("a different_fact ruling lists the claims to take out and names their part")

    @property
    def fact(self) -> str:
        """The id of the fact it speaks of."""
        return fact_id(fold_name(self.subject), self.relation, self.qualifiers)


def spelling_cases(rulings: Iterable[Ruling]) -> tuple[SpellingCase, ...]:
    """The spelling cases that the rulings decide or keep open."""
    return tuple(
        SpellingCase(names=ruling.names, state=NAME_KINDS[ruling.kind]) for ruling in rulings if ruling.names and ruling.kind in NAME_KINDS
    )
