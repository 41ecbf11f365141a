"""Amounts: durations, ages, money, percentages, counts and other quantities, exact, hedged or as a range."""

import re
from dataclasses import dataclass
from enum import StrEnum
from math import inf, isinf, isnan

from quizapp.knowledge.values.base import AMOUNT_TYPES, Comparison, ValueType
from quizapp.knowledge.values.numbers import show_digits, show_number, show_ordinal
from quizapp.knowledge.values.units import BY_NAME, SIGNED_CURRENCIES, Unit


class Hedge(StrEnum):
    """How exactly an amount is meant."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"
    VAGUE = "vague"


_CURRENCY_WORDS = {"US$": "dollars", "€": "euros", "£": "pounds sterling", "¥": "yen", "cent": "cents"}
_SPREAD = 0.1
_EQUAL = 1e-6
_ROUNDED = {"calendar": 0.02, "customary": 0.01}


@dataclass(frozen=True, kw_only=True, slots=True)
class Amount:
    """`low` to `high` of `unit` (its normal name; "" for bare counts); `backwards` keeps a range that was written high to low.

    `vague` holds the words of a vague amount ("several"); `ordinal` is true for a place in a row ("third trip").
    """

    type: ValueType
    low: float
    high: float
    unit: str = ""
    hedge: Hedge = Hedge.EXACT
    backwards: bool = False
    vague: str = ""
    ordinal: bool = False

    def __post_init__(self) -> None:
        if self.type not in AMOUNT_TYPES or isnan(self.low) or isnan(self.high) or self.low > self.high:
            raise ValueError(f"no amount: {self.type} from {self.low} to {self.high}")

    @property
    def known_unit(self) -> Unit | None:
        """The unit, if it is one that can be converted; what is counted never is."""
        return None if self.type is ValueType.COUNT else BY_NAME.get(self.unit)

    @property
    def dimension(self) -> str:
        """What the amount measures: "time", "length", a currency …; "" for all counts."""
        if self.known_unit is not None:
            return self.known_unit.dimension
        return self.unit if self.type in {ValueType.MONEY, ValueType.PERCENT} else ""

    @property
    def normal(self) -> str:
        order = "<" if self.backwards else ".."
        return f"{self.hedge}:{self.vague}:{self._base(self.low):.9g}{order}{self._base(self.high):.9g} {self.dimension}"

    @property
    def order(self) -> float | None:
        return self._base(self.low)

    def display(self) -> str:
        return _with_unit(_number(self), self)

    def bounds(self) -> tuple[float, float]:
        """What the amount can mean, in the base unit of its dimension: a hedge widens it."""
        low, high = self._base(self.low), self._base(self.high)
        match self.hedge:
            case Hedge.ABOUT:
                return low - abs(low) * _SPREAD, high + abs(high) * _SPREAD
            case Hedge.AT_LEAST | Hedge.MORE_THAN:
                return low, inf
            case Hedge.AT_MOST | Hedge.LESS_THAN:
                return min(0.0, low) if high >= 0 else -inf, high
            case Hedge.EXACT | Hedge.VAGUE:
                return low, high

    def compare(self, other: "Amount") -> Comparison:
        """Same, coarser (it contains the other), finer or different; a backwards range is only the same as itself."""
        if self.normal == other.normal:
            return Comparison.SAME
        if self.backwards is not other.backwards or self.dimension != other.dimension:
            return Comparison.DIFFERENT
        comparison = _compare_bounds(self.bounds(), other.bounds(), _slack(self, other))
        if self.backwards and comparison is not Comparison.SAME:
            return Comparison.DIFFERENT
        return comparison

    def touches(self, other: "Amount") -> bool:
        """Whether the two have any amount in common, ends included; amounts of other dimensions never touch."""
        if self.dimension != other.dimension:
            return False
        (low, high), (other_low, other_high) = self.bounds(), other.bounds()
        slack = _slack(self, other)
        return _not_above(low, other_high, slack) and _not_above(other_low, high, slack)

    def _base(self, number: float) -> float:
        return self.known_unit.in_base(number) if self.known_unit else number


def _slack(one: Amount, other: Amount) -> float:
    """How far equal amounts may lie apart: 365 days are a year and 534 miles are 860 km, for conversions are rounded."""
    mine, theirs = (each.known_unit.system if each.known_unit else "" for each in (one, other))
    return _EQUAL if mine == theirs else max(_ROUNDED.get(mine, _EQUAL), _ROUNDED.get(theirs, _EQUAL))


def _compare_bounds(mine: tuple[float, float], other: tuple[float, float], slack: float) -> Comparison:
    contains = _not_above(mine[0], other[0], slack) and _not_above(other[1], mine[1], slack)
    within = _not_above(other[0], mine[0], slack) and _not_above(mine[1], other[1], slack)
    if contains and within:
        return Comparison.SAME
    if contains:
        return Comparison.COARSER
    return Comparison.FINER if within else Comparison.DIFFERENT


def _not_above(one: float, other: float, slack: float) -> bool:
    if one <= other:
        return True
    return not isinf(one) and not isinf(other) and one - other <= slack * max(abs(one), abs(other))


def _number(amount: Amount) -> str:
    """The number in words or digits, with its hedge."""
    if amount.hedge is Hedge.VAGUE:
        return amount.vague
    if amount.ordinal:
        return show_ordinal(int(amount.low))
    low, high = show_number(amount.low), show_number(amount.high)
    if (" " in low) is not (" " in high):
        low, high = show_digits(amount.low), show_digits(amount.high)
    number = low if amount.low == amount.high else f"{low} to {high}"
    number = f"{high} to {low}" if amount.backwards else number
    return number if amount.hedge is Hedge.EXACT else f"{amount.hedge} {number}"


def _with_unit(number: str, amount: Amount) -> str:
    unit, known = amount.unit, amount.known_unit
    if amount.hedge is Hedge.VAGUE and not unit:
        return number.removesuffix(" of")
    if amount.type is ValueType.MONEY and unit in SIGNED_CURRENCIES and amount.hedge is not Hedge.VAGUE:
        return re.sub(r"(?<![\d,.-])(?=-?\d)", "$" if unit == "US$" else unit, number)
    if known is None:
        return f"{number} {_CURRENCY_WORDS.get(unit, unit)}".strip()
    if amount.low == amount.high == 0.5 and amount.hedge is Hedge.EXACT and known.dimension == "time":
        return f"half {'an' if known.name == 'hour' else 'a'} {known.name}"
    return f"{number} {known.name if amount.high == 1 and amount.low == 1 else known.plural}"
