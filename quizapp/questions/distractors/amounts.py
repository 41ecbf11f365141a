"""Wrong amounts: the same unit, form and graininess, near enough to tempt, too far to be right."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import floor, log10

from quizapp.knowledge.values.amount import Amount, Hedge
from quizapp.knowledge.values.base import ValueType
from quizapp.knowledge.values.units import BY_NAME

Sides = tuple[tuple[Amount, ...], tuple[Amount, ...]]

_LOWER, _HIGHER = (0.83, 0.67, 0.5, 0.33), (1.17, 1.33, 1.5, 1.75, 2.0)
_LOWER_AGE, _HIGHER_AGE = (0.95, 0.9, 0.86, 0.81), (1.05, 1.1, 1.16, 1.22)
SMALL = 20
_TIME_LADDER = ("second", "minute", "hour", "day", "week", "month", "year")
_VAGUE_COUNTS = {"dozens of": (24, 120), "hundreds of": (200, 1_000), "thousands of": (2_000, 100_000)}


def amounts_near(key: Amount) -> Sides:
    """Wrong amounts below and above the key, nearest first."""
    if key.hedge is Hedge.VAGUE:
        return _vague(key)
    if key.low != key.high:
        return _ranges(key)
    if key.low < 0:
        lower, higher = amounts_near(replace(key, low=-key.low, high=-key.high))
        return tuple(_negative(one) for one in higher), tuple(_negative(one) for one in lower)
    numbers = _numbers(key)
    return (
        tuple(replace(key, low=one, high=one) for one in numbers if one < key.low)[::-1],
        tuple(replace(key, low=one, high=one) for one in numbers if one > key.low),
    )


def _negative(one: Amount) -> Amount:
    return replace(one, low=-one.high, high=-one.low)


def _numbers(key: Amount) -> list[float]:
    if key.ordinal:
        return [key.low + move for move in (-4, -3, -2, -1, 1, 2, 3, 4) if key.low + move >= 1]
    size, step = key.low, _step(key)
    lower, higher = (_LOWER_AGE, _HIGHER_AGE) if key.type is ValueType.AGE else (_LOWER, _HIGHER)
    found = {round(round(size * ratio / step) * step, 6) for ratio in (*lower, *higher)}
    if size / step < 10:
        found |= {round(size + step * move, 6) for move in (-3, -2, -1, 1, 2, 3)}
    return sorted(one for one in found if one != size and _possible(one, key))


def _step(key: Amount) -> float:
    """The graininess of wrong numbers; what is counted, and small whole numbers of anything, stay whole."""
    step = grain(key.low)
    whole = key.low == int(key.low) and (key.type in {ValueType.COUNT, ValueType.AGE} or key.low < SMALL)
    return max(1.0, step) if whole else step


def _possible(number: float, key: Amount) -> bool:
    least = 1 if key.unit in BY_NAME or key.type in {ValueType.MONEY, ValueType.PERCENT} else 2
    most = 100 if key.type is ValueType.PERCENT and key.low <= 100 else number
    return (number >= least or (0 < number < 1 and key.low < 1)) and number <= most


def grain(number: float) -> float:
    """The coarsest of 1 and 5 times a power of ten that the number is a multiple of and holds at least four times."""
    top = floor(log10(number)) if number > 0 else 0
    steps = [base * 10.0**power for power in range(top, top - 4, -1) for base in (5, 1)]
    fitting = (step for step in steps if number / step >= 4 and abs(number / step - round(number / step)) < 1e-9)
    return next(fitting, min(1.0, number) or 1.0)


def _ranges(key: Amount) -> Sides:
    width = key.high - key.low
    step = min(grain(key.low) if key.low else width, grain(key.high))
    moves = [width + step * place for place in range(1, 9)]
    lower = (replace(key, low=key.low - move, high=key.high - move) for move in moves if key.low - move > 0)
    return tuple(lower), tuple(replace(key, low=key.low + move, high=key.high + move) for move in moves)


def _vague(key: Amount) -> Sides:
    if key.type is ValueType.COUNT:
        wordings = [replace(key, vague=words, low=low, high=high) for words, (low, high) in _VAGUE_COUNTS.items()]
        return tuple(one for one in reversed(wordings) if one.low < key.low), tuple(one for one in wordings if one.low > key.low)
    return _other_units(key, reversed(_TIME_LADDER), -1), _other_units(key, _TIME_LADDER, 1)


def _other_units(key: Amount, ladder: Iterable[str], sign: int) -> tuple[Amount, ...]:
    return tuple(_in_unit(key, ladder, sign))


def _in_unit(key: Amount, ladder: Iterable[str], sign: int) -> Iterator[Amount]:
    mine = BY_NAME.get(key.unit)
    if mine is None or mine.dimension != "time":
        return
    for name in ladder:
        if (BY_NAME[name].size - mine.size) * sign > 0:
            yield replace(key, unit=name)
