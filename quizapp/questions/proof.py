"""Which evidence carries which answer of a fact."""

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim, Evidence
from quizapp.knowledge.comparing import compare
from quizapp.knowledge.values.base import NAME_TYPES, Comparison, Value
from quizapp.questions.question import Question
from quizapp.questions.statements import statement
from quizapp.questions.words import all_stems, holds_phrase


def claims_at(evidence: Evidence, question: Question) -> tuple[Claim, ...]:
    """The claims of the fact that rest on exactly these words."""
    return tuple(claim for claim in (question.fact.claims if question.fact else ()) if claim.evidence == evidence)


def carries(evidence: Evidence, answer: str, question: Question) -> bool:
    """Whether the words hold the answer, or a claim on them declares it."""
    fact = question.fact
    if fact is None:
        return _stands_in(answer, evidence, question)
    if question.asks_limit:
        limited = any(claim.reservation for claim in claims_at(evidence, question))
        return limited and statement(fact, question.background) == answer
    if question.asks_subject:
        return bool(claims_at(evidence, question)) or _stands_in(answer, evidence, question)
    value = question.value(answer)
    declared = (claim.value for claim in claims_at(evidence, question))
    return value is not None and any(_same(value, other, question) for other in declared)


def _same(one: Value, other: Value, question: Question) -> bool:
    return compare(one, other, question.names) is Comparison.SAME


def _stands_in(answer: str, evidence: Evidence, question: Question) -> bool:
    words = all_stems(evidence.quote)
    forms = question.background.forms_of(answer) if question.type in NAME_TYPES else (answer,)
    return any(holds_phrase(words, all_stems(form)) for form in forms)


def article_of(evidence: Evidence, question: Question) -> Article | None:
    """The article the words stand in, when the scope has it."""
    return question.background.scope.articles.get(evidence.article)
