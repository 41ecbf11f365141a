"""What a phrase of an article stands for."""

from dataclasses import dataclass

from quizapp.knowledge.extractors.naming import Thing
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.values.base import ValueType


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """`text` stands alone; `named` when it is a name rather than a description; `exact` when the words themselves say it."""

    text: str
    type: ValueType
    named: bool
    words: tuple[Word, ...]
    exact: bool = True
    thing: Thing | None = None
    plural: bool = False


def meant(thing: Thing, word: Word) -> Reference:
    """A word that is not the name stands for the thing."""
    return Reference(text=thing.name, type=thing.type, named=True, words=(word,), exact=False, thing=thing)
