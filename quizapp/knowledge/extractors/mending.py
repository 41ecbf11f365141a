"""Mends of the parse where the small model is known to go wrong, before anything is read from it."""

from quizapp.knowledge.extractors.person_nouns import is_person_noun
from quizapp.knowledge.extractors.tree import Tree, Word


def mend(tree: Tree) -> None:
    """Hang a person's name from the noun that it stands beside: in "the head of the brigade, Ann Lee" she is the head, no brigade.

    "WHO" in capitals is an organisation, no question.
    """
    for word in tree.words:
        if word.text == "WHO" and word.tag == "WP":
            word.tag = "NNP"
        if word.dep == "appos" and word.entity == "PERSON" and word.is_proper:
            noun = _person_above(word.head)
            if noun is not None:
                _hang(word, noun)


def _person_above(word: Word) -> Word | None:
    """The noun for a person that leads to this word by "of", "for", "at" or "in"; none where the word is itself a person."""
    if is_person_noun(word) or word.entity == "PERSON" or word.dep != "pobj":
        return None
    preposition = word.head
    noun = preposition.head
    if preposition.lower not in {"of", "for", "at", "in", "to"} or not noun.is_nominal:
        return None
    return noun if is_person_noun(noun) and not noun.is_proper else _person_above(noun)


def _hang(word: Word, head: Word) -> None:
    word.head.children.remove(word)
    word.head = head
    head.children.append(word)
    head.children.sort(key=lambda child: child.place)
