"""What articles say of the fact that a question asks: every passage, by the position it takes."""

from dataclasses import dataclass

from quizapp.knowledge.claim import Evidence
from quizapp.knowledge.fact import Position as FactPosition
from quizapp.services.known import Known
from quizapp.services.passages import OTHER, show_claim
from quizapp.services.proofs import key_proof
from quizapp.services.views import PassageView, ProofView
from quizapp.storage.bank_values import StoredItem


@dataclass(frozen=True, kw_only=True, slots=True)
class Position:
    """What articles say of the fact asked: one value with every passage that takes it; `ours` is the one that the question calls right."""

    value: str
    passages: tuple[PassageView, ...]
    ours: bool


def positions(library: Known, stored: StoredItem, proof: ProofView) -> tuple[Position, ...]:
    """The passage shown as the proof with all that agree, then every other position with all of its passages."""
    fact = library.scope.fact(stored.value.fact)
    main, ours = key_proof(fact, stored)
    agreeing = [claim for claim in ours.claims if not _overlap(claim.evidence, main.evidence)] if ours else []
    others = [position for position in fact.positions if position is not ours] if fact and ours else []
    first = Position(value=proof.main.value, passages=(proof.main, *(show_claim(library, claim) for claim in agreeing)), ours=True)
    return (first, *(_other(library, position) for position in others))


def _other(library: Known, position: FactPosition) -> Position:
    passages = tuple(show_claim(library, claim, mark=OTHER) for claim in position.claims)
    return Position(value=passages[0].value, passages=passages, ours=False)


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end
