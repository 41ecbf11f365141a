"""The catalogue of relations: what can be claimed, of which types, and how one asks for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from quizapp.knowledge.values.base import ValueType

Qualifiers = tuple[tuple[str, str], ...]
KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z_]+)?")


class Cardinality(StrEnum):
    """How many values can hold together."""

    ONE = "one"
    MANY = "many"


class Holds(StrEnum):
    """Whether a relation holds for good or at a time."""

    FOR_GOOD = "for good"
    AT_A_TIME = "at a time"


class Asks(StrEnum):
    """The kind of question a relation leads to."""

    WHO = "who"
    ROLE = "role"
    WHEN = "when"
    HOW_LONG = "how_long"
    HOW_MANY = "how_many"
    WHERE = "where"
    WHICH = "which"
    WHO_SAID = "who_said"
    WHAT = "what"


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """How a relation is asked and told; `when` and `planned` limit the facts it fits."""

    ask: str
    tell: str
    when: Qualifiers = ()
    planned: bool = False
    ask_short: str | None = None
    ask_subject: str | None = None
    asks_subject: Asks | None = None

    def fits(self, qualifiers: Qualifiers, *, planned: bool) -> bool:
        """Whether a fact with these qualifiers, all of it planned or not, is worded so."""
        return set(self.when) <= set(qualifiers) and (planned or not self.planned)


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """An open relation ("leave.when") whose claims speak of a catalogued one when they have these qualifiers and no others."""

    relation: str
    when: Qualifiers = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Relation:
    """An entry of the catalogue; relations found by extraction have a key "lemma.slot" and no wordings.

    `answers` are the open relations in which other articles may say the same.
    """

    key: str
    subject_type: ValueType
    value_type: ValueType
    asks: Asks
    about: str
    cardinality: Cardinality = Cardinality.ONE
    holds: Holds = Holds.FOR_GOOD
    inverse: str | None = None
    wordings: tuple[Wording, ...] = ()
    answers: tuple[Answer, ...] = ()

    def __post_init__(self) -> None:
        if not KEY.fullmatch(self.key):
            raise ValueError(f"relation key {self.key!r}: lower-case words joined by _")

    def wording(self, qualifiers: Qualifiers, *, planned: bool) -> Wording | None:
        """The first wording that fits, or None."""
        return next((one for one in self.wordings if one.fits(qualifiers, planned=planned)), None)


Catalogue = Mapping[str, Relation]
