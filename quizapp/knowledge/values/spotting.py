"""Finding values in running text: dates, times, durations, ages, money, percents, quantities and counts, by rules alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from quizapp.knowledge.values.amount_spots import AMOUNT_FORMS, unit_at_the_end
from quizapp.knowledge.values.base import Value, ValueFault, ValueType
from quizapp.knowledge.values.count_spots import COUNT_FORMS
from quizapp.knowledge.values.date_spots import DATE_FORMS
from quizapp.knowledge.values.reading import read_value
from quizapp.knowledge.values.spotting_form import Form

_FORMS = DATE_FORMS + AMOUNT_FORMS + COUNT_FORMS
_LINE = re.compile(r"[^\n]+")
_NUMBERED = (
    r"(?:article|chapter|page|pp?\.|figure|fig\.|table|section|part|volume|vol\.|no\.|nos\.|number|channel|route|highway|room|gate|flight"
    r"|version|op\.|opus|pad|psalm|rule|item|step|lot|unit|group|grade|level|type|class|phase|stage|boeing|airbus|windows|apollo|area)"
)
_OTHER_THINGS = re.compile(
    r"https?://\S{1,500}|www\.\S{1,300}|\b[\w.+-]{1,64}@[\w-]{1,64}\.\w{2,12}"
    r"|(?i:\bisbn)(?:-1[03])?:? ?[\dxX -]{9,20}|\+\d[\d ().-]{6,18}\d|\(\d{3}\) ?\d{3}[- ]\d{4}"
    r"|\b\d{3}[-.]\d{3,4}[-.]\d{4}\b|\b\d{3}-\d{4}\b"
    r"|\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b"
    rf"|\b(?i:{_NUMBERED}) \d[\w.]{{0,12}}(?:[-–]\d+)?"
    r"|\b[A-Za-z]{1,20}-\d{1,9}\w{0,9}|\[\w{1,3}\]|(?m:^)[ \t]{0,9}\d{1,3}[.)](?= )"
    r"|\b\d{1,3} ?(?:ft|feet|foot|['′]) ?\d{1,2} ?(?:in\b|inch(?:es)?|[\"″])"
    r"|\b\d{1,3} (?:hours?|minutes?|years?|months?|weeks?),? (?:and )?\d{1,3} (?:minutes?|seconds?|months?|days?)\b"
)


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
    found = sorted(_candidates(text), key=lambda each: (each[0], -each[1], each[2].rank))
    read = (_read(text, start, end, form, article_date) for start, end, form in _without_overlaps(found))
    return tuple(each for each in read if each is not None)


def _candidates(text: str) -> Iterator[tuple[int, int, Form]]:
    """Runs of words that have the form of a value; no value goes over the end of a line."""
    taken = _other_things(text)
    for line in _LINE.finditer(text):
        signs: dict[re.Pattern[str], bool] = {}
        for form in _FORMS:
            if form.needs not in signs:
                signs[form.needs] = form.needs.search(text, line.start(), line.end()) is not None
            if signs[form.needs]:
                yield from _candidates_of(form, text, line.start(), line.end(), taken)


def _candidates_of(form: Form, text: str, first: int, last: int, taken: bytearray) -> Iterator[tuple[int, int, Form]]:
    for found in form.pattern.finditer(text, first, last):
        start, end = found.start("value"), form.ending(found)
        if end is not None and b"\x01" not in taken[start:end]:
            yield start, end, form


def _other_things(text: str) -> bytearray:
    """Marks where number-shaped things of other kinds stand: addresses, codes, "article 3", "5 ft 11 in"."""
    marks = bytearray(len(text))
    for found in _OTHER_THINGS.finditer(text):
        marks[found.start() : found.end()] = b"\x01" * (found.end() - found.start())
    return marks


def _without_overlaps(candidates: list[tuple[int, int, Form]]) -> list[tuple[int, int, Form]]:
    """Of candidates that overlap the longest stays; they come sorted by start."""
    kept: list[tuple[int, int, Form]] = []
    for each in candidates:
        while kept and each[0] < kept[-1][1] and each[1] - each[0] > kept[-1][1] - kept[-1][0]:
            kept.pop()
        if not kept or each[0] >= kept[-1][1]:
            kept.append(each)
    return kept


def _read(text: str, start: int, end: int, form: Form, article_date: date | None) -> Spotted | None:
    written = text[start:end]
    wanted = unit_at_the_end(written) if form.type is ValueType.QUANTITY else form.type
    if wanted is None:
        return None
    try:
        value = read_value(written, wanted, article_date=article_date)
    except ValueFault:
        if not form.relative:
            return None
        value = None
    return Spotted(start=start, end=end, type=wanted, written=written, value=value)
