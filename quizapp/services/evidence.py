"""What is wrong with evidence, in words."""

from quizapp.knowledge.claim import Evidence
from quizapp.knowledge.scope import Scope


def words_gone(scope: Scope, evidence: Evidence) -> str | None:
    """Says that the words do not stand at their place; None when they do, in whichever revision."""
    article = scope.articles.get(evidence.article)
    if article is not None and article.text[evidence.start : evidence.end] == evidence.quote:
        return None
    return f"“{evidence.quote[:60]}” does not stand there any more."
