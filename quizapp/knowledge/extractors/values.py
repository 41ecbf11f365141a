"""The value that a noun phrase gives: a name with its one type, or plain words."""

from dataclasses import dataclass

from quizapp.knowledge.extractors.beside import named_beside
from quizapp.knowledge.extractors.clauses import Clause
from quizapp.knowledge.extractors.draft import Sight
from quizapp.knowledge.extractors.phrases import is_cut, phrase, told_apart, written
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.values.base import NAME_TYPES, Value, ValueType
from quizapp.knowledge.values.word import Name, Words

_EMPTY = frozenset(
    {
        "one",
        "thing",
        "something",
        "anything",
        "nothing",
        "everyone",
        "people",
        "part",
        "way",
        "lot",
        "kind",
        "time",
        "number",
        "amount",
        "variety",
        "range",
        "series",
        "none",
        "all",
        "other",
        "others",
        "it",
    }
)
_SIGNS = frozenset("/=<>{}|\\+*")
"""Signs of formulas and addresses, never part of a plain answer."""
_GOING = frozenset({"visit", "tour"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A value and the words that give it; `named` when it is a name of a sure type."""

    value: Value
    words: tuple[Word, ...]
    named: bool


def given_by(sight: Sight, head: Word, *, whole: bool = False) -> Given | None:
    """The value of the noun phrase with this head; None for pronouns, empty nouns and numbers.

    `whole` takes in what a superlative or an ordinal needs to be true.
    """
    named = name_of(sight, head)
    if named is not None:
        return named
    beside = named_beside(sight.page, head)
    if beside is not None:
        return name_of(sight, beside)
    if head.tag not in {"NN", "NNS", "NNP", "NNPS"} or head.lemma in _EMPTY or sight.page.spot_at(head) is not None:
        return None
    words = phrase(head)
    apart = told_apart(head) if whole else []
    if apart and apart[0].place == words[-1].place + 1:
        words = [*words, *apart]
    if whole and is_cut(head, words):
        return None
    spots = [sight.page.spot_at(word) for word in words]
    if any(one is not None and one.type is not ValueType.COUNT for one in spots):
        return None
    if len(words) > 10 or any(word.tag in {"PRP", "WDT", "WP"} for word in words):
        return None
    text = written(words)
    return Given(value=Words(text=text), words=tuple(words), named=False) if _SIGNS.isdisjoint(text) else None


def name_of(sight: Sight, head: Word) -> Given | None:
    """The value when the head belongs to a name whose type is sure, or to a pronoun that surely stands for one."""
    mention = sight.page.names.mention_at(head.place)
    if mention is None:
        return None
    thing = sight.page.names.thing(mention)
    if thing is None or thing.type not in NAME_TYPES or (head is not mention.head and head.place != mention.last):
        return None
    if not any(word.is_proper or word.text[0].isupper() for word in mention.words):
        return None
    return Given(value=Name(type=thing.type, text=thing.name), words=mention.words, named=thing.sure)


def is_place(given: Given) -> bool:
    """Whether the value can answer "where"."""
    if given.value.type in {ValueType.PLACE, ValueType.ORGANISATION}:
        return given.named or len(given.words) > 1
    return given.named and given.value.type in {ValueType.VEHICLE, ValueType.EVENT}


def goes_to_place(sight: Sight, clause: Clause) -> bool:
    """Whether the object of a verb of going is a place, which then tells where: "visited Rome"."""
    if clause.lemma not in _GOING or clause.object is None or clause.passive:
        return False
    given = given_by(sight, clause.object)
    return given is not None and given.named and given.value.type is ValueType.PLACE


def is_name(sight: Sight, head: Word) -> bool:
    """Whether the head belongs to a name."""
    return sight.page.names.at(head.place) is not None
