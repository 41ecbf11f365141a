"""What extraction alone found of the claims that people read in the same articles: found, missed, wrong, and what people did not note."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizapp.knowledge.claim import Claim
from quizapp.knowledge.comparing import compare
from quizapp.knowledge.fold import fold
from quizapp.knowledge.names import Names
from quizapp.knowledge.values.base import Comparison


@dataclass(frozen=True, kw_only=True, slots=True)
class ComparisonReport:
    """`found` are pairs (by hand, extracted); `wrong` are extracted claims of another value at the same words; `beyond` the others."""

    found: tuple[tuple[Claim, Claim], ...]
    missed: tuple[Claim, ...]
    wrong: tuple[tuple[Claim, Claim], ...]
    beyond: tuple[Claim, ...]

    @property
    def recall(self) -> float:
        """The share of the hand-made claims that extraction found."""
        return len(self.found) / max(1, len(self.found) + len(self.missed))


def compare_claims(by_hand: Sequence[Claim], extracted: Sequence[Claim], names: Names) -> ComparisonReport:
    """Match claims of two readings: same article, overlapping evidence, same value; relations may have other names.

    An extracted claim is wrong when it overlaps a hand-made one with the same subject and a value of the same type, and no hand-made claim
    there gives its value.
    """
    near = _by_article(extracted)
    found = [(claim, match) for claim in by_hand if (match := _match(claim, near, names)) is not None]
    matched = {id(claim) for claim, _ in found}
    used = {id(match) for _, match in found}
    rest = [claim for claim in extracted if id(claim) not in used]
    hand = _by_article(by_hand)
    wrong = [(other, claim) for claim in rest if (other := _contradicted(claim, hand, names)) is not None]
    faulty = {id(claim) for _, claim in wrong}
    return ComparisonReport(
        found=tuple(found),
        missed=tuple(claim for claim in by_hand if id(claim) not in matched),
        wrong=tuple(wrong),
        beyond=tuple(claim for claim in rest if id(claim) not in faulty),
    )


def _by_article(claims: Iterable[Claim]) -> Mapping[str, list[Claim]]:
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.evidence.article].append(claim)
    return groups


def _match(claim: Claim, near: Mapping[str, list[Claim]], names: Names) -> Claim | None:
    return next((one for one in near.get(claim.evidence.article, []) if _overlap(claim, one) and same_value(claim, one, names)), None)


def _contradicted(claim: Claim, hand: Mapping[str, list[Claim]], names: Names) -> Claim | None:
    around = [one for one in hand.get(claim.evidence.article, []) if _overlap(claim, one) and one.value.type is claim.value.type]
    if any(same_value(one, claim, names) for one in around):
        return None
    return next((one for one in around if names.canonical(one.subject) == names.canonical(claim.subject)), None)


def _overlap(one: Claim, other: Claim) -> bool:
    return one.evidence.start < other.evidence.end and other.evidence.start < one.evidence.end


def same_value(one: Claim, other: Claim, names: Names) -> bool:
    """Whether two claims give one value, or its subject and value are the other way round."""
    if compare(one.value, other.value, names) is Comparison.SAME or fold(one.value.display()) == fold(other.value.display()):
        return True
    if names.canonical(one.value.display()) == names.canonical(other.value.display()):
        return True
    return names.canonical(one.subject) == names.canonical(other.value.display()) and names.canonical(
        one.value.display()
    ) == names.canonical(other.subject)
