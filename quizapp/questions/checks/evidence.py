"""Rule 3: the proof stands in the article and holds the answer."""

from quizapp.knowledge.claim import Evidence
from quizapp.questions.item import Kind
from quizapp.questions.proof import carries, claims_at
from quizapp.questions.question import Question


def not_in_article(question: Question) -> str | None:
    """Rule 3: each quote equals the article, at its place, in this revision."""
    for evidence in question.item.evidence:
        if not question.background.scope.proves(evidence):
            return f"“{evidence.quote[:60]}” does not stand at {evidence.start} in {evidence.article} any more."
    return None


def key_not_proved(question: Question) -> str | None:
    """Rule 3: every quote holds the answer or its declared form; in a comparison one does, and others take other positions."""
    item = question.item
    carrying = [evidence for evidence in item.evidence if carries(evidence, item.answer, question)]
    if not carrying:
        return f"No passage shown says “{item.answer}”."
    other = next((evidence for evidence in item.evidence if evidence not in carrying and not _compared(evidence, question)), None)
    return f"“{other.quote[:60]}” does not say “{item.answer}”." if other else None


def _compared(evidence: Evidence, question: Question) -> bool:
    return question.item.kind is Kind.COMPARE and bool(claims_at(evidence, question))
