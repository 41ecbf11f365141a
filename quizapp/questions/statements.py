"""Facts as plain statements: what an item that asks for the limited one among several shows as options."""

from collections.abc import Iterator

from quizapp.knowledge.claim import Modality
from quizapp.knowledge.fact import Fact, Verdict
from quizapp.questions.background import Background
from quizapp.questions.phrasing import told
from quizapp.questions.question import show

FIRM = frozenset({Modality.ASSERTED, Modality.PLANNED})


def statement(fact: Fact, background: Background) -> str | None:
    """A fact of one position told as a clause without its full stop; None where its wording is no clause."""
    wording = fact.relation.wording(fact.qualifiers, planned=fact.planned)
    if wording is None or ":" in wording.tell or len(fact.positions) != 1 or fact.positions[0].negated:
        return None
    return told(wording.tell, fact, show(fact.positions[0].value, background.names)).rstrip(".")


def reservation_of(fact: Fact) -> str | None:
    """The words with which an article limits a fact: the last that stand there."""
    return next((claim.reservation for claim in reversed(fact.claims) if claim.reservation), None)


def unlimited(fact: Fact, background: Background) -> Iterator[str]:
    """Statements on the same subject that every article makes without limiting it or putting it into another mouth."""
    for other in background.facts_about(fact.subject_key):
        firm = other.verdict in {Verdict.STATED, Verdict.CORROBORATED} and all(one.modality in FIRM for one in other.claims)
        text = statement(other, background) if firm and other.askable else None
        if text is not None:
            yield text
