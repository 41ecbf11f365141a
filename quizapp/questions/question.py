"""An item together with all that its scope knows of what it asks."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from quizapp.knowledge.comparing import compare
from quizapp.knowledge.fact import Fact, Position, Verdict
from quizapp.knowledge.names import Names
from quizapp.knowledge.values.base import NAME_TYPES, Comparison, Value, ValueFault, ValueType
from quizapp.knowledge.values.numbers import read_number
from quizapp.knowledge.values.reading import read_value
from quizapp.questions.background import Background
from quizapp.questions.item import Item, Kind
from quizapp.questions.words import content, stem

LONGEST_NAME = 6
_HEAD = re.compile(r"\b(?:which|what) (\w+)", re.IGNORECASE)
"""The noun a question asks by, "which country": sentences that answer it seldom say it."""


@dataclass(frozen=True)
class Question:
    """An item, the fact it asks (None when the scope has no such fact) and the background; what is costly is found once."""

    item: Item
    fact: Fact | None
    background: Background

    @property
    def names(self) -> Names:
        """The registry of names."""
        return self.background.names

    @cached_property
    def asked_words(self) -> frozenset[str]:
        """The content words of the stem, without names, the noun asked by and the title of its source."""
        source = self.background.scope.articles.get(self.item.source or "")
        title = content(source.title) if source else frozenset()
        heads = frozenset(stem(found.casefold()) for found in _HEAD.findall(self.item.stem))
        return content(self.item.stem) - title - heads - self._words_of_names()

    def _words_of_names(self) -> frozenset[str]:
        words = [word.strip(".,;:?!“”‘’\"'()") for word in self.item.stem.split()]
        starts = [place for place, word in enumerate(words) if self.names.may_begin_with(word)]
        runs = (" ".join(words[start : start + size]) for start in starts for size in range(1, LONGEST_NAME + 1))
        found = (content(run) for run in runs if not run.islower() and self.names.find(run))
        return frozenset[str]().union(*found)

    @cached_property
    def asks_subject(self) -> bool:
        """Whether the key is the fact's subject and the value stands in the stem."""
        return self.fact is not None and self.names.canonical(self.item.answer) == self.fact.subject_key

    @property
    def asks_limit(self) -> bool:
        """Whether the options are statements, one of which an article limits."""
        return self.item.kind is Kind.COMPARE and self.fact is not None and self.fact.verdict is Verdict.QUALIFIED

    @cached_property
    def type(self) -> ValueType:
        """The type its options have."""
        if self.fact is None or self.asks_limit:
            return ValueType.TEXT
        return self.fact.relation.subject_type if self.asks_subject else self.fact.relation.value_type

    @property
    def positions(self) -> tuple[Position, ...]:
        """The positions of the fact."""
        return self.fact.positions if self.fact else ()

    def value(self, option: str) -> Value | None:
        """An option read as a value of that type; None when it is none."""
        return read_option(option, self.type)

    def key_position(self) -> Position | None:
        """The position the key belongs to, None when it is in none or the key is the subject."""
        key = self.value(self.item.answer)
        for wanted in (Comparison.SAME, Comparison.COARSER):
            for position in self.positions:
                if key is not None and not position.negated and self._stands(key, position, wanted):
                    return position
        return None

    def _stands(self, key: Value, position: Position, wanted: Comparison) -> bool:
        return any(compare(key, claim.value, self.names) is Comparison.SAME for claim in position.claims) or (
            compare(key, position.value, self.names) is wanted
        )


def ask_of(item: Item, background: Background) -> Question:
    """Look up what an item asks."""
    return Question(item, background.scope.fact(item.fact), background)


@lru_cache(maxsize=8_000)
def read_option(option: str, wanted: ValueType) -> Value | None:
    """Read an option as a value of one type; None when it cannot be."""
    try:
        return read_value(option, wanted)
    except (ValueFault, ValueError):
        return None


def order_of(option: str, wanted: ValueType) -> float | None:
    """Where an option stands among those that ascend: numbers, dates, ordinals; None for what has no order."""
    value = read_option(option, wanted)
    if value is None:
        return None
    return read_number(option) if wanted is ValueType.TEXT else value.order


def show(value: Value, names: Names) -> str:
    """A value as an option shows it: names in the registry's form."""
    return names.shown(value.display()) if value.type in NAME_TYPES else value.display()
