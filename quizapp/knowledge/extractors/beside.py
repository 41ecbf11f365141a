"""The name that stands beside a common noun: "the writer Ann Lee", "the village of Orlec", "a project called Lumen"."""

from collections.abc import Iterator

from quizapp.knowledge.extractors.gazetteer import PLACE_NOUNS
from quizapp.knowledge.extractors.naming import Thing
from quizapp.knowledge.extractors.page import Page
from quizapp.knowledge.extractors.phrases import is_indefinite
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.values.base import ValueType

_CALLING = frozenset({"call", "name", "title", "entitle", "dub"})
_OTHER_PLACES = frozenset({"capital", "suburb"})
"""Nouns after which "of" leads to another place: the capital of France is not France."""
_CLOSE = 3


def named_beside(page: Page, word: Word) -> Word | None:
    """The head of the name that says which person, place or thing a common noun means."""
    if word.tag not in {"NN", "NNP"} or page.names.at(word.place) is not None:
        return None
    found = (*_appositions(page, word), *_called(page, word), *_place_of(page, word))
    return found[0] if found else None


def _appositions(page: Page, word: Word) -> Iterator[Word]:
    for other in word.all("appos"):
        thing = page.names.at(other.place)
        if thing is not None and _tells(thing) and (thing.type is ValueType.PERSON or other.place <= word.place + _CLOSE):
            yield other


def _called(page: Page, word: Word) -> Iterator[Word]:
    for participle in word.all("acl"):
        name = participle.child("oprd", "dobj", "attr") if participle.lemma in _CALLING else None
        thing = page.names.at(name.place) if name is not None else None
        if name is not None and thing is not None and thing.sure:
            yield name


def _place_of(page: Page, word: Word) -> Iterator[Word]:
    if word.lemma not in PLACE_NOUNS or word.lemma in _OTHER_PLACES or is_indefinite(word):
        return
    for preposition in word.all("prep"):
        place = preposition.child("pobj") if preposition.lower == "of" else None
        thing = page.names.at(place.place) if place is not None else None
        if place is not None and thing is not None and thing.type is ValueType.PLACE:
            yield place


def _tells(thing: Thing) -> bool:
    """Whether the name is one beyond doubt: its type is sure, or it has several words."""
    return thing.sure or len(thing.name.split()) > 1
