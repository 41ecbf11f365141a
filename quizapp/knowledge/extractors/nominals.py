"""Deeds told by a noun: "the opening of the bridge in 1932", "his death in Paris", "Ann Lee, founder of the school"."""

from collections.abc import Iterator

from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.lists import verbs_of_nouns
from quizapp.knowledge.extractors.reference import Reference
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.extractors.values import Given, given_by, is_place
from quizapp.knowledge.values.base import ValueType

_AT_TIME = frozenset({"in", "on", "at"})
_DIRECTED = frozenset({ValueType.WORK})


def find_nominals(sight: Sight) -> Iterator[Draft]:
    """When and where a deed told by a noun happened (`when`, `where`), and its doer told by a noun (`agent`)."""
    for word in sight.page.tree.words:
        if word.tag != "NN":
            continue
        if word.lemma in verbs_of_nouns("deeds"):
            yield from _of_deed(sight, word, verbs_of_nouns("deeds")[word.lemma])
        elif word.lemma in verbs_of_nouns("doers"):
            yield from _of_doer(sight, word, verbs_of_nouns("doers")[word.lemma])


def _of_deed(sight: Sight, noun: Word, lemma: str) -> Iterator[Draft]:
    subject = _belonging(sight, noun)
    if subject is None or not subject.named:
        return
    for preposition in noun.all("prep"):
        for head in preposition.all("pobj") if preposition.lower in _AT_TIME else ():
            spot = sight.page.spot_at(head)
            if spot is not None and spot.value is not None and spot.type in {ValueType.DATE, ValueType.CLOCK_TIME}:
                yield Draft(
                    slot="when",
                    lemma=lemma,
                    subject=subject,
                    value=spot.value,
                    value_words=spot.words,
                    anchor=noun,
                    preposition=preposition.lower,
                )
            given = given_by(sight, head)
            if given is not None and is_place(given):
                yield _draft("where", lemma, subject, given, noun)


def _of_doer(sight: Sight, noun: Word, lemma: str) -> Iterator[Draft]:
    """The bearer of the noun, when it is a name beside it, did the deed to what "of" leads to."""
    work = _belonging(sight, noun)
    if work is None or not work.named or (lemma == "direct" and work.type not in _DIRECTED):
        return
    for bearer in _bearers(noun):
        given = given_by(sight, bearer)
        if given is not None and given.named and given.value.type in {ValueType.PERSON, ValueType.ORGANISATION}:
            yield _draft("agent", lemma, work, given, noun)
            return


def _bearers(noun: Word) -> Iterator[Word]:
    """The names that the noun may describe: beside it, before it, or the subject of "is" above it."""
    if noun.dep == "appos":
        yield noun.head
    yield from noun.all("appos")
    if noun.dep == "attr" and noun.head.lemma == "be" and noun.head.child("neg") is None:
        yield from noun.head.all("nsubj")


def _belonging(sight: Sight, noun: Word) -> Reference | None:
    """What the noun is the deed or the doer of: "of X", "X's"."""
    owner = noun.child("poss")
    if owner is not None:
        return sight.referents.of(owner)
    for preposition in noun.all("prep"):
        head = preposition.child("pobj") if preposition.lower == "of" else None
        if head is not None and head.child("conj") is None:
            return sight.referents.of(head)
    return None


def _draft(slot: str, lemma: str, subject: Reference, given: Given, anchor: Word) -> Draft:
    return Draft(slot=slot, lemma=lemma, subject=subject, value=given.value, value_words=given.words, anchor=anchor)
