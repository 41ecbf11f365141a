"""Claims, facts and items as lines for people in a terminal, in UTF-8."""

from quizapp.knowledge.claim import Claim
from quizapp.knowledge.fact import Fact
from quizapp.questions.item import Candidate


def claim_text(claim: Claim) -> bytes:
    """Two lines: what is claimed, and the words that say so."""
    evidence = claim.evidence
    head = f"{claim.subject} | {claim.relation} | {claim.value.display()} ({claim.modality})"
    return f"{head}\n    {evidence.article} {evidence.start}-{evidence.end} “{evidence.quote}”\n".encode()


def fact_text(fact: Fact) -> bytes:
    """A line for the fact and one for each position."""
    qualifiers = "".join(f", {key}: {value}" for key, value in fact.qualifiers)
    lines = [f"{fact.verdict:12} {fact.subject} | {fact.relation.key}{qualifiers}"]
    for position in fact.positions:
        places = ", ".join(f"{claim.evidence.article} {claim.evidence.start}-{claim.evidence.end}" for claim in position.claims)
        lines.append(f"    {'not ' if position.negated else ''}{position.value.display()}  ({places})")
    return ("\n".join(lines) + "\n").encode()


def item_text(candidate: Candidate) -> bytes:
    """The question, its options with the key in brackets, and what failed."""
    item = candidate.item
    options = (f"[{option}]" if place == item.key else option for place, option in enumerate(item.options))
    lines = [f"{candidate.state:10} {item.kind:12} {item.stem}", f"    {' · '.join(options)}"]
    lines += [f"    ! {check.detail}" for check in candidate.checks if not check.passed]
    return ("\n".join(lines) + "\n").encode()
