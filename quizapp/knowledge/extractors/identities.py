"""What a thing is: told by "is", "became" or an apposition after its name."""

from collections.abc import Iterator

from quizapp.knowledge.extractors.clauses import Clause, conjuncts
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.person_nouns import is_person_noun
from quizapp.knowledge.extractors.phrases import is_definite, phrase, written
from quizapp.knowledge.extractors.reference import Reference
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.extractors.values import Given, given_by, is_name, name_of
from quizapp.knowledge.fold import fold_name
from quizapp.knowledge.values.base import ValueType

_TELLING = frozenset({"be", "become", "remain"})
_SAYS_LITTLE = frozenset(
    "case center centre example fact goal issue member point problem purpose question reason result step thing".split()  # noqa: SIM905
)
_ONLY_ONE = frozenset("father fiancé fiancée husband mother predecessor successor widow widower wife".split())  # noqa: SIM905
_KIN = frozenset("brother child daughter grandson son sister".split())  # noqa: SIM905
_WHICH_ONE = frozenset("eldest oldest only youngest first second third fourth fifth firstborn".split())  # noqa: SIM905


def find_identities(sight: Sight) -> Iterator[Draft]:
    """What places, organisations, works and described things are (`object`)."""
    for clause in sight.page.clauses:
        if clause.lemma in _TELLING and not clause.passive and clause.attribute is not None and clause.subject is not None:
            yield from _by_verb(sight, clause, clause.subject, clause.attribute)
    for word in sight.page.tree.words:
        if word.dep == "appos":
            yield from _by_apposition(sight, word)


def _by_verb(sight: Sight, clause: Clause, subject: Word, attribute: Word) -> Iterator[Draft]:
    told = sight.referents.of(subject)
    if told is None or told.type is ValueType.PERSON or is_person_noun(subject) or subject.child("conj") is not None:
        return
    if any(word.lower in {"other", "another"} for word in told.words):
        return
    for one in (attribute, *conjuncts(attribute)):
        given = given_by(sight, one, whole=True)
        if given is not None and _says_what(one, given) and given.value.normal != fold_name(told.text):
            yield _draft(clause.lemma, told, given, clause.verb, clause)


def _by_apposition(sight: Sight, word: Word) -> Iterator[Draft]:
    """The description after a name that is no person's: "the Orm, a river in the north"."""
    told = sight.referents.of(word.head)
    bearer = name_of(sight, word)
    if bearer is not None and bearer.named and bearer.value.type is ValueType.PERSON:
        yield from _holder(sight, word.head, bearer)
    if told is None or told.thing is None or not told.exact or told.type in {ValueType.PERSON, ValueType.TEXT}:
        return
    if word.child("det") is None or word.head.dep == "conj" or any(one.child("conj", "cc") is not None for one in (word, word.head)):
        return
    given = given_by(sight, word, whole=True)
    itself = given is not None and given.value.normal == fold_name(told.text)
    if given is not None and not itself and not given.named and word.place > word.head.place and _says_what(word, given):
        yield _draft("be", told, given, word.head, None)


def _holder(sight: Sight, noun: Word, bearer: Given) -> Iterator[Draft]:
    """Who it is that a full description tells before the name: "the head of the brigade, Ann Lee"."""
    if noun.child("poss") is not None and bearer.words[0].place > noun.place:
        yield from _kin(sight, noun, bearer)
    if not is_person_noun(noun) or not is_definite(noun) or is_name(sight, noun) or bearer.words[0].place < noun.place:
        return
    words = phrase(noun, prepositions=frozenset({"of", "for"}), possessive=True, article=True)
    tells = any(word.dep == "prep" or (word.is_proper and word.dep == "compound") for word in words)
    if tells and not any(word.tag.startswith("PRP") for word in words):
        told = Reference(text=written(words), type=ValueType.TEXT, named=False, words=tuple(words))
        yield _draft("be", told, bearer, noun, None)


def _kin(sight: Sight, noun: Word, bearer: Given) -> Iterator[Draft]:
    """Who it is of whom somebody has only one: "his wife Anna", "their eldest son James"."""
    if noun.tag == "NN" and (noun.lemma in _ONLY_ONE or (noun.lemma in _KIN and any(one.lower in _WHICH_ONE for one in noun.all("amod")))):
        told = sight.referents.owned(noun)
        if told is not None and fold_name(told.text) != bearer.value.normal:
            yield _draft("be", told, bearer, noun, None)


def _says_what(noun: Word, given: Given) -> bool:
    """Whether the words tell a kind or name, beyond one bare noun."""
    if noun.lemma in _SAYS_LITTLE or (is_definite(noun) and len(given.words) < 2):
        return False
    if any(word.tag == "PRP$" for word in given.words):
        return False
    return given.value.type is not ValueType.TEXT or len(given.words) > 1


def _draft(lemma: str, told: Reference, given: Given, anchor: Word, clause: Clause | None) -> Draft:
    return Draft(slot="object", lemma=lemma, subject=told, value=given.value, value_words=given.words, anchor=anchor, clause=clause)
