"""Values made of words: names of people, places, works …, and plain text."""

from dataclasses import dataclass

from quizapp.knowledge.fold import fold, fold_name
from quizapp.knowledge.values.base import NAME_TYPES, ValueType


@dataclass(frozen=True, kw_only=True, slots=True)
class Name:
    """The name of something, as shown to people; the registry of names knows its other forms."""

    type: ValueType
    text: str

    def __post_init__(self) -> None:
        if self.type not in NAME_TYPES or not self.text.strip():
            raise ValueError(f"no name: {self.type} {self.text!r}")

    @property
    def normal(self) -> str:
        return fold_name(self.text)

    @property
    def order(self) -> float | None:
        return None

    def display(self) -> str:
        return self.text


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """A value that is neither a name nor a number; equal when its folded words are."""

    text: str

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("no words")

    @property
    def type(self) -> ValueType:
        return ValueType.TEXT

    @property
    def normal(self) -> str:
        return fold(self.text)

    @property
    def order(self) -> float | None:
        return None

    def display(self) -> str:
        return self.text
