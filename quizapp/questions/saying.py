"""How checks say things to people: articles by their titles, long sentences cut between words."""

from quizapp.questions.question import Question


def title_of(name: str, question: Question) -> str:
    """An article as people know it; its name in the scope is nobody's to read."""
    article = question.background.scope.articles.get(name)
    return article.title if article else "an article"


def shortened(text: str, longest: int = 160) -> str:
    """A sentence as a message quotes it: on one line, cut between words."""
    words = " ".join(text.split())
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0].rstrip(",;:") + " …"
