"""Amounts: durations, ages, money, percentages, counts and other quantities, exact, hedged or as a range."""

import re
from dataclasses import dataclass
from enum import StrEnum
from math import inf

from quizapp.knowledge.values.base import AMOUNT_TYPES, Comparison, ValueFault, ValueType
from quizapp.knowledge.values.numbers import read_number, show_number
from quizapp.knowledge.values.units import BY_NAME, CURRENCIES, find_unit


class Hedge(StrEnum):
    """How exactly an amount is meant."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"
    VAGUE = "vague"


_HEDGES = (
    (r"(?:about|around|approximately|roughly|some|nearly|almost|circa|an estimated|estimated|up to about|ca\.?|c\.|~)", Hedge.ABOUT),
    (r"(?:at least|no fewer than|no less than|a minimum of)", Hedge.AT_LEAST),
    (r"(?:more than|over|above|upwards of|in excess of)", Hedge.MORE_THAN),
    (r"(?:at most|no more than|up to|a maximum of|as many as)", Hedge.AT_MOST),
    (r"(?:less than|fewer than|under|below)", Hedge.LESS_THAN),
)
_VAGUE = {"a couple of": (2, 3), "a few": (2, 6), "few": (2, 6), "several": (3, 11), "many": (5, inf), "dozens of": (24, 120),
          "scores of": (40, 200), "hundreds of": (200, 1000), "thousands of": (2000, 100000), "some": (2, inf)}  # fmt: skip
_SPREAD = 0.1
_RANGE = re.compile(
    r"(?:between |from )?(?P<low>[\w.,\s-]+?)\s*(?:-|–|—|\bto\b|\band\b)\s*(?P<high>[\d.,]+(?: (?:hundred|thousand|million|billion))?|[a-z]+(?:-[a-z]+)?)"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Amount:
    """`low` to `high` of `unit` (its normal name; "" for bare counts); `backwards` keeps a range that was written high to low."""

    type: ValueType
    low: float
    high: float
    unit: str = ""
    hedge: Hedge = Hedge.EXACT
    backwards: bool = False
    vague: str = ""

    def __post_init__(self) -> None:
        if self.type not in AMOUNT_TYPES or self.low > self.high:
            raise ValueError(f"no amount: {self.type} from {self.low} to {self.high}")

    @property
    def normal(self) -> str:
        size, base = _base(self.unit)
        order = "<" if self.backwards else ".."
        return f"{self.hedge}:{self.vague}:{self.low * size:.9g}{order}{self.high * size:.9g} {base}"

    @property
    def order(self) -> float | None:
        size, _ = _base(self.unit)
        return self.low * size

    def display(self) -> str:
        return _with_unit(_hedged(self), self.unit, self.high)

    def bounds(self) -> tuple[float, float]:
        """What the amount can mean, in the base unit of its dimension: a hedge widens it."""
        size, _ = _base(self.unit)
        low, high = self.low * size, self.high * size
        match self.hedge:
            case Hedge.ABOUT:
                return low * (1 - _SPREAD), high * (1 + _SPREAD)
            case Hedge.AT_LEAST | Hedge.MORE_THAN:
                return low, inf
            case Hedge.AT_MOST | Hedge.LESS_THAN:
                return 0.0, high
            case Hedge.EXACT | Hedge.VAGUE:
                return low, high

    def compare(self, other: "Amount") -> Comparison:
        """Same, coarser (it contains the other), finer or different; a backwards range is only the same as itself."""
        if self.normal == other.normal or self._plainly_equals(other):
            return Comparison.SAME
        if self.backwards or other.backwards or _base(self.unit)[1] != _base(other.unit)[1]:
            return Comparison.DIFFERENT
        return _compare_bounds(self.bounds(), other.bounds())

    def touches(self, other: "Amount") -> bool:
        """Whether the two have any amount in common, ends included; amounts of other dimensions never touch."""
        if _base(self.unit)[1] != _base(other.unit)[1]:
            return False
        (low, high), (other_low, other_high) = self.bounds(), other.bounds()
        return _close(low, other_high) or _close(high, other_low) or (low < other_high and other_low < high) or low == other_low

    def _plainly_equals(self, other: "Amount") -> bool:
        if self.hedge is not other.hedge or self.backwards is not other.backwards or self.hedge is Hedge.VAGUE:
            return False
        same_base = _base(self.unit)[1] == _base(other.unit)[1]
        (low, high), (other_low, other_high) = self.bounds(), other.bounds()
        return same_base and _close(low, other_low) and _close(high, other_high)


def read_amount(written: str, wanted: ValueType) -> Amount:
    """Read "about 35-40 minutes", "twelve days", "$3.5 million", "37 years old", "several months"; raises ValueFault."""
    rest = " ".join(written.replace("\u00a0", " ").replace("-year-old", " years").replace(" year-old", " years").split())
    rest = re.sub(r"(?i)^(?:a total of|aged|age) ", "", rest)
    rest = re.sub(r"(?i)(?: years?)? old$", " years", rest) if wanted is ValueType.AGE else rest
    vague = _read_vague(rest, wanted)
    if vague is not None:
        return vague
    hedge, rest = _read_hedge(rest)
    number, unit = _split_unit(rest, wanted)
    return _build(written, wanted, hedge, number, unit)


def _read_vague(rest: str, wanted: ValueType) -> Amount | None:
    for words, (low, high) in _VAGUE.items():
        if rest.lower().startswith(words + " "):
            unit = _unit_name(rest[len(words) :].strip(), wanted)
            if words == "some" and read_number(rest[len(words) :].split()[0]) is not None:
                return None
            return Amount(type=wanted, low=low, high=high, unit=unit, hedge=Hedge.VAGUE, vague=words)
    return None


def _read_hedge(rest: str) -> tuple[Hedge, str]:
    for pattern, hedge in _HEDGES:
        found = re.match(rf"(?i){pattern} ?(?=\S)", rest)
        if found:
            return hedge, rest[found.end() :]
    if rest.endswith("+"):
        return Hedge.AT_LEAST, rest[:-1]
    return Hedge.EXACT, rest


def _split_unit(rest: str, wanted: ValueType) -> tuple[str, str]:
    money = re.match(r"(?i)(nz\$|a\$|au\$|c\$|ca\$|us\$|[$€£¥]) ?", rest)
    if money and wanted is ValueType.MONEY:
        number = re.sub(
            r"(?i)(?<=\d)(m|bn|k)\b",
            lambda found: {"m": " million", "bn": " billion", "k": " thousand"}[found[1].lower()],
            rest[money.end() :],
        )
        return number, CURRENCIES[money.group(1).lower()]
    words = rest.replace("%", " %").split(" ")
    for take in range(len(words), 0, -1):
        head = " ".join(words[:take]).strip()
        if _is_number_or_range(head):
            return head, _unit_name(" ".join(words[take:]).strip(), wanted)
    return "", rest


def _is_number_or_range(head: str) -> bool:
    return read_number(head) is not None or (bool(_RANGE.fullmatch(head.lower())) and None not in _range_ends(head))


def _range_ends(head: str) -> tuple[float | None, float | None]:
    found = _RANGE.fullmatch(head.lower())
    return (read_number(found["low"]), read_number(found["high"])) if found else (None, None)


def _unit_name(words: str, wanted: ValueType) -> str:
    words = words.lstrip("-").strip()
    if wanted is ValueType.MONEY:
        return CURRENCIES.get(words.lower(), words)
    if wanted is ValueType.PERCENT:
        return "%"
    unit = find_unit(words)
    return unit.name if unit and (wanted is not ValueType.COUNT) else words


def _build(written: str, wanted: ValueType, hedge: Hedge, number: str, unit: str) -> Amount:
    plain = read_number(number)
    if plain is not None:
        return _checked(written, wanted, Amount(type=wanted, low=plain, high=plain, unit=_default(unit, wanted), hedge=hedge))
    low, high = _range_ends(number)
    if low is None or high is None:
        raise ValueFault(written, wanted, EXAMPLES[wanted])
    amount = Amount(type=wanted, low=min(low, high), high=max(low, high), unit=_default(unit, wanted), hedge=hedge, backwards=low > high)
    return _checked(written, wanted, amount)


EXAMPLES = {
    ValueType.DURATION: "25 to 35 minutes",
    ValueType.AGE: "37",
    ValueType.MONEY: "$3.5 million",
    ValueType.PERCENT: "12 %",
    ValueType.COUNT: "30 boats",
    ValueType.QUANTITY: "12 kilometres",
}


def _default(unit: str, wanted: ValueType) -> str:
    return "year" if wanted is ValueType.AGE and not unit else unit


def _checked(written: str, wanted: ValueType, amount: Amount) -> Amount:
    known = BY_NAME.get(amount.unit)
    if wanted in {ValueType.DURATION, ValueType.AGE} and (known is None or known.dimension != "time"):
        raise ValueFault(written, wanted, EXAMPLES[wanted])
    if wanted is ValueType.QUANTITY and not amount.unit:
        raise ValueFault(written, wanted, EXAMPLES[wanted])
    return amount


def _base(unit: str) -> tuple[float, str]:
    known = BY_NAME.get(unit)
    return (known.size, known.dimension) if known else (1.0, "" if unit not in CURRENCIES.values() else unit)


def _compare_bounds(mine: tuple[float, float], other: tuple[float, float]) -> Comparison:
    contains = (mine[0] <= other[0] or _close(mine[0], other[0])) and (mine[1] >= other[1] or _close(mine[1], other[1]))
    within = (other[0] <= mine[0] or _close(mine[0], other[0])) and (other[1] >= mine[1] or _close(mine[1], other[1]))
    if contains and within:
        return Comparison.SAME
    if contains:
        return Comparison.COARSER
    return Comparison.FINER if within else Comparison.DIFFERENT


def _close(one: float, other: float) -> bool:
    return one == other or abs(one - other) <= 1e-6 * max(abs(one), abs(other))


def _hedged(amount: Amount) -> str:
    if amount.hedge is Hedge.VAGUE:
        return amount.vague.removesuffix(" of") if not amount.unit else amount.vague
    low, high = show_number(amount.low), show_number(amount.high)
    number = low if amount.low == amount.high else f"{low} to {high}"
    number = f"{high} to {low}" if amount.backwards else number
    return number if amount.hedge is Hedge.EXACT else f"{amount.hedge} {number}"


def _with_unit(number: str, unit: str, size: float) -> str:
    if unit in CURRENCIES.values() and unit not in {"RUB", "INR", "CHF", "cent"}:
        return re.sub(r"(?<![\d,.])(?=\d)", "$" if unit == "US$" else unit, number)
    if unit == "%":
        return f"{number} %"
    known = BY_NAME.get(unit)
    return f"{number} {known.name if size == 1 else known.plural}" if known else f"{number} {unit}".strip()
