"""An item together with all that its scope knows of what it asks."""

from dataclasses import dataclass
from functools import lru_cache

from quizapp.knowledge.comparing import compare
from quizapp.knowledge.fact import Fact, Position, Verdict
from quizapp.knowledge.names import Names
from quizapp.knowledge.values.base import NAME_TYPES, Comparison, Value, ValueFault, ValueType
from quizapp.knowledge.values.reading import read_value
from quizapp.questions.background import Background
from quizapp.questions.item import Item, Kind


@dataclass(frozen=True, slots=True)
class Question:
    """An item, the fact it asks (None when the scope has no such fact) and the background."""

    item: Item
    fact: Fact | None
    background: Background

    @property
    def names(self) -> Names:
        """The registry of names."""
        return self.background.names

    @property
    def asks_subject(self) -> bool:
        """Whether the key is the fact's subject and the value stands in the stem."""
        return self.fact is not None and self.names.canonical(self.item.answer) == self.fact.subject_key

    @property
    def asks_limit(self) -> bool:
        """Whether the options are statements, one of which an article limits."""
        return self.item.kind is Kind.COMPARE and self.fact is not None and self.fact.verdict is Verdict.QUALIFIED

    @property
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


@lru_cache(maxsize=20_000)
def read_option(option: str, wanted: ValueType) -> Value | None:
    """Read an option as a value of one type; None when it cannot be."""
    try:
        return read_value(option, wanted)
    except (ValueFault, ValueError):
        return None


def show(value: Value, names: Names) -> str:
    """A value as an option shows it: names in the registry's form."""
    return names.shown(value.display()) if value.type in NAME_TYPES else value.display()
