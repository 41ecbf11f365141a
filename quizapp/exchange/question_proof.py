"""What learning platforms are told after an answer: the explanation, and the words of the articles that prove it."""

from collections.abc import Mapping

from quizapp.knowledge.article import Article
from quizapp.questions.item import Item


def proof_of(item: Item, articles: Mapping[str, Article]) -> str:
    """The explanation, then a line a quote with the title of its article."""
    quotes = (f"“{one.quote}” ({articles[one.article].title})" for one in item.evidence)
    return "\n".join((item.explanation, *quotes))
