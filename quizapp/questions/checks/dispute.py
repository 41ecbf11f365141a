"""Rule 5: what articles disagree on is asked with its source or as a comparison, and rulings are kept."""

from quizapp.knowledge.article import Article
from quizapp.questions.checks.support import is_disputed
from quizapp.questions.item import Kind
from quizapp.questions.question import Question
from quizapp.questions.saying import title_of
from quizapp.questions.support import position_touched
from quizapp.questions.words import all_stems, holds_phrase


def asked_against_ruling(question: Question) -> str | None:
    """Rule 5: a fact that a ruling closes gives no question."""
    if question.fact is not None and not question.fact.askable:
        return "A ruling says that this may not be asked."
    return None


def disputed_without_source(question: Question) -> str | None:
    """Rule 5: a disputed fact names its source by title, or sets the sources against each other."""
    if not is_disputed(question):
        return None
    if question.item.kind is Kind.COMPARE:
        return None if len({one.article for one in question.item.evidence}) > 1 else "A comparison shows passages of two articles."
    source = question.background.scope.articles.get(question.item.source or "")
    if source is None or not names_title(question.item.stem, source):
        return "The articles disagree on this; the question must name the article it asks about."
    if any(one.article != source.name for one in question.item.evidence):
        return f"The proof must stand in “{source.title}”, which the question names."
    return None


def other_position_offered(question: Question) -> str | None:
    """Rule 5: no wrong option is, touches or contains a position of a disputed fact."""
    if not is_disputed(question):
        return None
    for option in question.item.distractors:
        value = question.value(option)
        position = position_touched(value, question) if value is not None else None
        if position is not None:
            title = title_of(position.articles()[0], question)
            return f"“{option}” touches what “{title}” says: “{position.value.display()}”."
    return None


def names_title(stem: str, article: Article) -> bool:
    """Whether a stem holds an article's title, punctuation aside."""
    return holds_phrase(all_stems(stem), all_stems(article.title))
