"""Nouns that can tell what somebody is."""

from quizapp.knowledge.extractors.gazetteer import TITLES
from quizapp.knowledge.extractors.lists import words
from quizapp.knowledge.extractors.tree import Word

_ENDS = ("er", "or", "ist", "ian", "man", "woman", "ant", "ent", "eer", "ess", "naut", "ary", "mate", "person", "ive", "eur")
_PEOPLE = words("person_nouns")
_CALLINGS = words("callings") | TITLES
_THINGS = words("no_person_nouns")


def is_person_noun(word: Word) -> bool:
    """Whether a noun can tell what somebody is."""
    lemma = word.lemma
    return lemma not in _THINGS and (lemma in TITLES or lemma in _PEOPLE or lemma.endswith(_ENDS))


def is_calling(word: Word) -> bool:
    """Whether a noun tells of one person and of nothing else: "a chemist", no "a carrier"."""
    return word.tag == "NN" and word.lemma in _CALLINGS
