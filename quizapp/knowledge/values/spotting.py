"""Finding values in running text: dates, times, durations, ages, money, percents, quantities and counts, by rules alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from quizapp.knowledge.values.base import Value, ValueFault, ValueType
from quizapp.knowledge.values.reading import read_value
from quizapp.knowledge.values.spotting_forms import FORMS, NOT_VALUES, Form
from quizapp.knowledge.values.units import find_unit


@dataclass(frozen=True, kw_only=True, slots=True)
class Spotted:
    """`text[start:end] == written`; `value` is None for a relative date with no article's date to resolve it against."""

    start: int
    end: int
    type: ValueType
    written: str
    value: Value | None


def spot(text: str, article_date: date | None = None) -> tuple[Spotted, ...]:
    """All values in the text, in order and without overlap, the longest wording first; the same for the same text, in linear time."""
    found = _without_overlaps(sorted(_candidates(text), key=lambda each: (each[0], -each[1], each[2].rank)))
    read = (_read(text, start, end, form, article_date) for start, end, form in found)
    return tuple(each for each in read if each is not None)


def _candidates(text: str) -> Iterator[tuple[int, int, Form]]:
    taken = _Taken(text)
    for form in FORMS:
        for found in form.pattern.finditer(text):
            start, end = found.span("value")
            if not taken.holds(start, end) and form.accepts(found):
                yield start, end, form


class _Taken:
    """Where number-shaped things of other kinds stand: addresses, codes, "article 3"."""

    def __init__(self, text: str) -> None:
        self._marks = bytearray(len(text) + 1)
        for found in NOT_VALUES.finditer(text):
            self._marks[found.start() : found.end()] = b"\x01" * (found.end() - found.start())

    def holds(self, start: int, end: int) -> bool:
        return b"\x01" in self._marks[start:end]


def _without_overlaps(candidates: list[tuple[int, int, Form]]) -> Iterator[tuple[int, int, Form]]:
    """Longest first among those that overlap; sorted by start, a longer later one beats a shorter earlier one."""
    kept: list[tuple[int, int, Form]] = []
    for each in candidates:
        while kept and each[0] < kept[-1][1] and each[1] - each[0] > kept[-1][1] - kept[-1][0]:
            kept.pop()
        if not kept or each[0] >= kept[-1][1]:
            kept.append(each)
    yield from kept


def _read(text: str, start: int, end: int, form: Form, article_date: date | None) -> Spotted | None:
    written = text[start:end]
    wanted = _type_by_unit(written) if form.type is ValueType.QUANTITY else form.type
    if wanted is None:
        return None
    try:
        value = read_value(written, wanted, article_date=article_date)
    except ValueFault:
        if not form.relative:
            return None
        value = None
    return Spotted(start=start, end=end, type=wanted, written=written, value=value)


def _type_by_unit(written: str) -> ValueType | None:
    words = re.split(r"[\s–-]+", re.sub(r"(?<=\d)(?=[^\W\d])", " ", written))
    for take in (3, 2, 1):
        unit = find_unit(" ".join(words[-take:]))
        if unit is not None:
            return ValueType.DURATION if unit.dimension == "time" else ValueType.QUANTITY
    return None
