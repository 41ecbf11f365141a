"""Questions made of a few lines, read by the program alone."""

from collections.abc import Mapping
from functools import cache

from quizapp.knowledge.article import read_article
from quizapp.knowledge.catalogue import shipped_catalogue
from quizapp.knowledge.extractors import extract
from quizapp.knowledge.scope import make_scope
from quizapp.questions.background import Background, survey
from quizapp.questions.bank import make_candidates
from quizapp.questions.features import features
from quizapp.questions.item import Item
from quizapp.questions.question import ask_of


@cache
def read(*texts: str) -> tuple[Background, tuple[Item, ...]]:
    """What is known of these articles, and every question on them."""
    articles = [read_article(f"article_{place}.txt", text.encode()) for place, text in enumerate(texts)]
    scope = make_scope({one.name: one for one in articles}, extract(articles), catalogue=shipped_catalogue())
    return survey(scope), tuple(one.item for one in make_candidates(scope))


def asked(stem: str, *texts: str) -> Item:
    """The one question whose stem begins so."""
    _, items = read(*texts)
    (found,) = [one for one in items if one.stem.startswith(stem)] or [None]
    assert found is not None, [one.stem for one in items]
    return found


def seen(stem: str, *texts: str) -> Mapping[str, float]:
    """What can be seen of that question."""
    return features(ask_of(asked(stem, *texts), read(*texts)[0]), 0)
