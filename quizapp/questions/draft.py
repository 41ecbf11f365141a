"""A draft: what a generator proposes before wrong options are found."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.knowledge.claim import Claim, Evidence
from quizapp.knowledge.comparing import compare
from quizapp.knowledge.fact import Fact, Position
from quizapp.knowledge.names import Names
from quizapp.knowledge.values.base import Comparison, Value
from quizapp.questions.item import Item, Kind
from quizapp.questions.question import show

MOST_POSITIONS = 8
"""Where articles seem to take more positions than this, they hardly speak of one thing: nothing is asked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """A stem, its key with the evidence, and the fact it asks; `source` is the article the stem names.

    `offered` are wrong options the generator knows itself; where it gives some, no others are looked for.
    """

    kind: Kind
    stem: str
    key: Value
    explanation: str
    evidence: tuple[Evidence, ...]
    fact: Fact
    source: str | None = None
    offered: tuple[str, ...] = ()

    def item(self, options: Iterable[str], names: Names) -> Item:
        """The item with these wrong options, the key first; order and estimates are given later."""
        return Item(
            kind=self.kind,
            stem=self.stem,
            options=(show(self.key, names), *options),
            key=0,
            explanation=self.explanation,
            fact=self.fact.id,
            evidence=self.evidence,
            source=self.source,
        )


def said_plainly(fact: Fact) -> tuple[Position, ...]:
    """The positions that say something, not those that deny it; most voices first, then as they stand."""
    return tuple(sorted((one for one in fact.positions if not one.negated), key=lambda one: -len(one.sources)))


def exact_claims(value: Value, claims: Iterable[Claim], names: Names) -> tuple[Claim, ...]:
    """The claims that give this very value, not a coarser one."""
    return tuple(claim for claim in claims if compare(claim.value, value, names) is Comparison.SAME)


def evidence_of(claims: Iterable[Claim]) -> tuple[Evidence, ...]:
    """One piece of evidence for each article, in order of article and place."""
    first: dict[str, Evidence] = {}
    for claim in sorted(claims, key=lambda claim: claim.evidence):
        first.setdefault(claim.evidence.article, claim.evidence)
    return tuple(first.values())
