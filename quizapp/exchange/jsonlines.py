"""One JSON object a line for claims, facts and items: the contract other programs rely on."""

import json
from collections.abc import Iterable, Iterator

from quizapp.knowledge.claim import Claim, Evidence
from quizapp.knowledge.fact import Fact, Position
from quizapp.questions.item import Candidate

Line = dict[str, object]


def encode(lines: Iterable[Line]) -> Iterator[bytes]:
    """UTF-8 lines, keys in the order given, the same bytes on every machine."""
    for line in lines:
        yield json.dumps(line, ensure_ascii=False, separators=(", ", ": ")).encode("utf-8") + b"\n"


def claim_line(claim: Claim) -> Line:
    """A claim with its subject, relation, value and evidence."""
    return {
        "id": claim.id,
        **_evidence(claim.evidence),
        "subject": claim.subject,
        "relation": claim.relation,
        "qualifiers": dict(claim.qualifiers),
        "value_type": claim.value.type,
        "value": claim.value.display(),
        "modality": claim.modality,
        "attributed_to": claim.attributed_to,
        "origin": claim.origin,
        "reservation": claim.reservation,
        "made_by": claim.made_by,
    }


def fact_line(fact: Fact) -> Line:
    """A fact with its verdict and positions."""
    return {
        "id": fact.id,
        "subject": fact.subject,
        "relation": fact.relation.key,
        "qualifiers": dict(fact.qualifiers),
        "value_type": fact.relation.value_type,
        "verdict": fact.verdict,
        "positions": [_position(position) for position in fact.positions],
    }


def item_line(candidate: Candidate) -> Line:
    """An item with its state and what every check says."""
    item = candidate.item
    return {
        "id": item.id,
        "kind": item.kind,
        "stem": item.stem,
        "options": list(item.options),
        "key": item.key,
        "explanation": item.explanation,
        "difficulty": round(item.difficulty, 3),
        "confidence": round(item.confidence, 3),
        "state": candidate.state,
        "fact": item.fact,
        "evidence": [_evidence(one) for one in item.evidence],
        "checks": [{"name": check.name, "passed": check.passed, "detail": check.detail} for check in candidate.checks],
    }


def _position(position: Position) -> Line:
    shown = position.value.display()
    return {"value": f"not {shown}" if position.negated else shown, "claims": [_claim_of_fact(claim) for claim in position.claims]}


def _claim_of_fact(claim: Claim) -> Line:
    return {
        **_evidence(claim.evidence),
        "modality": claim.modality,
        "attributed_to": claim.attributed_to,
        "origin": claim.origin,
        "made_by": claim.made_by,
    }


def _evidence(evidence: Evidence) -> Line:
    return {"article": evidence.article, "start": evidence.start, "end": evidence.end, "quote": evidence.quote}
