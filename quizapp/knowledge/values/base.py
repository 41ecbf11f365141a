"""What every typed value can do."""

from enum import StrEnum
from typing import Protocol


class ValueType(StrEnum):
    """The type of a value; the stored spelling is the enum's value."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    WORK = "work"
    ROLE = "role"
    VEHICLE = "vehicle"
    EVENT = "event"
    GROUP = "group"
    TEXT = "text"
    DATE = "date"
    CLOCK_TIME = "clock_time"
    DURATION = "duration"
    AGE = "age"
    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"
    QUANTITY = "quantity"


NAME_TYPES = frozenset(
    {
        ValueType.PERSON,
        ValueType.ORGANISATION,
        ValueType.PLACE,
        ValueType.WORK,
        ValueType.ROLE,
        ValueType.VEHICLE,
        ValueType.EVENT,
        ValueType.GROUP,
    }
)
AMOUNT_TYPES = frozenset({ValueType.DURATION, ValueType.AGE, ValueType.MONEY, ValueType.PERCENT, ValueType.COUNT, ValueType.QUANTITY})

_LONGEST_SHOWN = 120


class Comparison(StrEnum):
    """How one value stands to another of the same type."""

    SAME = "same"
    COARSER = "coarser"
    FINER = "finer"
    DIFFERENT = "different"

    def turned(self) -> "Comparison":
        """The same comparison seen from the other value."""
        swap = {Comparison.COARSER: Comparison.FINER, Comparison.FINER: Comparison.COARSER}
        return swap.get(self, self)


class Value(Protocol):
    """A typed value: equal normal forms mean the same value."""

    @property
    def type(self) -> ValueType:
        """Its type."""
        ...

    @property
    def normal(self) -> str:
        """Its normal form: one spelling for all ways to write it."""
        ...

    @property
    def order(self) -> float | None:
        """Where it stands among values of its type that ascend; None for values without an order."""
        ...

    def display(self) -> str:
        """Its wording for people."""
        ...


class ValueFault(ValueError):  # noqa: N818 - a fault is in what was written, not in the program
    """A wording cannot be read as a value of the wanted type."""

    def __init__(self, written: str, wanted: ValueType, example: str) -> None:
        shown = written if len(written) <= _LONGEST_SHOWN else f"{written[:_LONGEST_SHOWN]} …"
        super().__init__(f"“{shown}” is no {wanted.value.replace('_', ' ')}; write it like “{example}”")
