"""What the generators of plain questions share: a fact's wording, asked from its two sides."""

from collections.abc import Iterator, Sequence

from quizapp.knowledge.claim import Claim, Modality
from quizapp.knowledge.comparing import touches
from quizapp.knowledge.fact import Fact, Position, Verdict
from quizapp.knowledge.relation import Asks, Relation, Wording
from quizapp.knowledge.values.base import NAME_TYPES, ValueType
from quizapp.knowledge.values.word import Name
from quizapp.questions.background import Background
from quizapp.questions.draft import Draft, evidence_of, exact_claims, said_plainly
from quizapp.questions.item import Kind
from quizapp.questions.phrasing import lowered, stem_of, told
from quizapp.questions.question import show

MOST_ASKED = 4
"""Of several values that hold together, so many are asked for, each with the words of its own sentence."""
SAID_BY_SOMEBODY = frozenset({Modality.REPORTED, Modality.QUOTED, Modality.OPINION})


def ask(fact: Fact, background: Background, kind: Asks, types: frozenset[ValueType]) -> Iterator[Draft]:
    """Drafts of one kind whose key has one of `types`, from either side; nothing for disputed facts and those not to be asked."""
    if not fact.askable or fact.verdict is Verdict.DISPUTED:
        return
    positions = said_plainly(fact)
    for position, relation in _worded(fact, positions):
        wording = relation.wording(fact.qualifiers, planned=fact.planned)
        if wording is None:
            continue
        if relation.asks is kind and fact.relation.value_type in types:
            yield _for_value(fact, position, wording, background, Kind(kind))
        turned = wording.asks_subject is kind and wording.ask_subject and fact.relation.subject_type in types & NAME_TYPES
        if turned and (len(positions) == 1 or relation is not fact.relation):
            yield from _for_subject(fact, position, wording, background, Kind(kind))


def _worded(fact: Fact, positions: Sequence[Position]) -> Iterator[tuple[Position, Relation]]:
    """Each value with the wording of the sentence that gives it; where people worded the relation, the first value with theirs."""
    shaped = [(one, claim.shape) for one in positions[:MOST_ASKED] for claim in one.claims[:1] if claim.shape is not None]
    if not shaped or len(positions) == 1:
        yield from ((position, fact.relation) for position in positions[:1])
        return
    yield from ((one, shape) for one, shape in shaped if shape.value_type is fact.relation.value_type)


def _for_value(fact: Fact, position: Position, wording: Wording, background: Background, kind: Kind) -> Draft:
    claims = exact_claims(position.value, position.claims, background.names) or position.claims
    answer = show(position.value, background.names)
    return Draft(
        kind=kind,
        stem=stem_of(wording.ask, fact),
        key=position.value,
        explanation=explain(fact, wording, answer, claims, background),
        evidence=evidence_of(claims),
        fact=fact,
    )


def _for_subject(fact: Fact, position: Position, wording: Wording, background: Background, kind: Kind) -> Iterator[Draft]:
    giving = background.facts_giving(fact.relation.key, position.value)
    others = (one for one in giving if one.subject_key != fact.subject_key)
    if any(touches(position.value, other.value, background.names) for one in others for other in one.positions):
        return
    claims = exact_claims(position.value, position.claims, background.names) or position.claims
    answer = show(position.value, background.names)
    yield Draft(
        kind=kind,
        stem=stem_of(wording.ask_subject or "", fact, answer),
        key=Name(type=fact.relation.subject_type, text=fact.subject),
        explanation=explain(fact, wording, answer, claims, background),
        evidence=evidence_of(claims),
        fact=fact,
    )


def explain(fact: Fact, wording: Wording, answer: str, claims: tuple[Claim, ...], background: Background) -> str:
    """The wording told; begun with who says so where all claims are somebody's words and the sentence does not name them."""
    sentence = told(wording.tell, fact, answer)
    speakers = {claim.attributed_to for claim in claims if claim.modality in SAID_BY_SOMEBODY}
    if len(speakers) != 1 or not all(claim.modality in SAID_BY_SOMEBODY for claim in claims):
        return sentence
    speaker = speakers.pop()
    if speaker is None or background.names.shown(speaker) in sentence:
        return sentence
    return f"According to {background.names.shown(speaker)}, {lowered(wording.tell, fact, answer, background.names)}"
