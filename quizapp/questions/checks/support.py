"""Rule 4: nothing known supports a wrong option."""

from quizapp.knowledge.fact import Verdict
from quizapp.questions.question import Question
from quizapp.questions.statements import unlimited
from quizapp.questions.support import supported


def distractor_supported(question: Question) -> str | None:
    """Rule 4: no wrong option is a position, a value, a name or a sentence that answers the question too."""
    if question.asks_limit:
        return _limited_too(question)
    return next((reason for option in question.item.distractors if (reason := supported(option, question))), None)


def _limited_too(question: Question) -> str | None:
    if question.fact is None:
        return None
    plain = set(unlimited(question.fact, question.background))
    other = next((option for option in question.item.distractors if option not in plain), None)
    return f"“{other}” is not a statement that all articles make without limits." if other else None


def is_disputed(question: Question) -> bool:
    """Whether the articles take several positions on what is asked."""
    return question.fact is not None and question.fact.verdict is Verdict.DISPUTED
