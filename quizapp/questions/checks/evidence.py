"""Rule 3: the proof stands in the article and holds the answer."""

from quizapp.knowledge.claim import Evidence
from quizapp.knowledge.comparing import compare
from quizapp.knowledge.values.base import NAME_TYPES, Comparison
from quizapp.questions.item import Kind
from quizapp.questions.passages import shown_with
from quizapp.questions.proof import article_of, carries, claims_at
from quizapp.questions.question import Question
from quizapp.questions.words import all_stems, content
from quizapp.questions.written import values_in


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


def key_not_in_words(question: Question) -> str | None:
    """Rule 3, as far as words can be read: a passage shown names the answer, or its quote can be read as it."""
    if question.asks_limit or any(_holds(evidence, question) for evidence in question.item.evidence):
        return None
    return f"“{question.item.answer}” does not stand in the passages shown; a reader must know it from elsewhere."


def _holds(evidence: Evidence, question: Question) -> bool:
    article = article_of(evidence, question)
    answer = question.item.answer
    shown = shown_with(article, evidence) if article else evidence.quote
    forms = question.background.forms_of(answer) if question.type in NAME_TYPES else (answer,)
    if any(content(form) <= set(all_stems(shown)) for form in forms):
        return True
    value = question.value(answer)
    if value is None or value.type in NAME_TYPES:
        return False
    read = values_in(evidence.quote, value, article_date=article.date if article else None)
    return any(compare(value, other, question.names) is Comparison.SAME for other in read)


def _compared(evidence: Evidence, question: Question) -> bool:
    return question.item.kind is Kind.COMPARE and bool(claims_at(evidence, question))
