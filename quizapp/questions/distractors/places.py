"""What tells that a name is a place, and which of two places lies in the other."""

from collections.abc import Iterable
from functools import lru_cache

from quizapp.knowledge.article import Article
from quizapp.knowledge.extractors.gazetteer import places
from quizapp.knowledge.fold import fold_name
from quizapp.knowledge.values.base import ValueType
from quizapp.questions.distractors.sorts import sort_of
from quizapp.questions.lists import list_of
from quizapp.questions.standing import runs_into

_NO_PLACES = frozenset({"space_agency", "news_agency", "language"})
_BEFORE = ("in ", "at ", "near ", "in the ", "at the ", "near the ")
_INSIDE = (" in ", " in the ", ", in ", " at ", " of ", " (", " near ")
_LISTED = ", "
"""Stands between a place and what it lies in, and between the members of a list."""


def votes_place(name: str, articles: Iterable[Article]) -> bool:
    """Whether anything but the registry tells that a name is a place: a list, its own words, or that things are “in” or “at” it."""
    return _is_known(name) or any(_things_are_in(name, article.text) for article in articles)


@lru_cache(maxsize=8_000)
def _is_known(name: str) -> bool:
    listed = list_of(name)
    return listed.kind not in _NO_PLACES if listed else fold_name(name) in places() or bool(sort_of(name, ValueType.PLACE))


@lru_cache(maxsize=4_000)
def _things_are_in(name: str, text: str) -> bool:
    return any(f" {word}{name}" in text for word in _BEFORE)


def lies_in(one: str, other: str, articles: Iterable[Article]) -> bool:
    """Whether an article says that one of the two places lies in the other, as in “Oslen, Kelm County”."""
    if list_of(one) is not None and list_of(one) is list_of(other):
        return False
    sort = sort_of(one, ValueType.PLACE)
    between = _INSIDE if sort and sort == sort_of(other, ValueType.PLACE) else (_LISTED, *_INSIDE)
    texts = [article.text for article in articles]
    pairs = ((one, other), (other, one))
    told = any(f"{inner}{word}{outer}" in text for inner, outer in pairs for word in between for text in texts)
    return told or any(_is_part(inner, outer, text) for inner, outer in pairs for text in texts)


@lru_cache(maxsize=4_000)
def _is_part(inner: str, outer: str, text: str) -> bool:
    """Whether the two stand as one run of names, “Kelm Museum Oslen Annex”."""
    return runs_into(outer, inner, text)
