"""The forms of durations, ages, money, percents and quantities in running text."""

import re

from quizapp.knowledge.values.base import ValueType
from quizapp.knowledge.values.spotting_form import Form, Match, form, words_before
from quizapp.knowledge.values.units import UNIT_SPELLINGS, find_unit

_ONES = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
_SCALE = "(?:hundred|thousand|million|billion|trillion|dozen)"
_SCALED = rf"(?:(?:half )?an?|one|{_ONES}|{_TENS})[ -]{_SCALE}(?: {_SCALE})?(?: and (?:an? half|{_TENS}|{_ONES}))?"
_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3}){1,4}(?:\.\d{1,3})?|[1-9]\d{0,2}(?: \d{3}){1,3}(?!\d)|\d{1,12}(?:\.\d{1,6})?"
NUMBER = rf"(?:(?:{_DIGITS})(?:[ \u00a0]{_SCALE}\b)?|\b(?i:{_SCALED}|{_TENS}|{_ONES})\b)"
HEDGE = (
    r"(?:\b(?i:about|around|approximately|roughly|some|nearly|almost|an estimated|at least|no fewer than|no less than|more than|over"
    r"|upwards of|in excess of|at most|no more than|up to|as many as|less than|fewer than|under) )?"
)
RANGE = rf"(?:(?:\b(?i:between|from) )?{NUMBER}(?: ?[-–—] ?| (?:to|and|or) ){NUMBER}|{NUMBER})"
ANY_NUMBER = rf"(?i)\d|\b(?:{_ONES}|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|{_SCALE})"
LEFT = r"(?<![\w$€£¥#/.,:\-–—])"
RIGHT = r"(?![\w/]|[.,:]\d|[-–]\w)"
_SOME = r"\b(?i:several|a few|a couple of|dozens of|hundreds of|thousands of|tens of thousands of|millions of)\b"
_UNSURE = frozenset({"in", "pound", "pounds", "mi", "l", "g", "m", "second", "secs", "ha"})
_LONGEST_FIRST = sorted(UNIT_SPELLINGS - _UNSURE, key=lambda unit: (-len(unit), unit))
_UNIT = "|".join(re.escape(unit).replace(r"\ ", "[ -]") for unit in _LONGEST_FIRST)
_METRE = r"(?-i:(?<=\d)[ \u00a0]?(?:m|g|l)(?= (?:high|tall|long|wide|deep|above|below|away|of|from|and|in)\b|[.,;)]|$))"
_TIME = "minute|hour|day|week|month|year|decade|century"
_RATE = rf"(?! (?:per|an?|each|every) (?:{_TIME})\b)"
_SIGN = r"(?:(?:US|NZ|A|AU|C|CA|HK|S)? ?\$|[€£¥])"
_CURRENCY = (
    r"(?i:(?:US |Australian |Canadian |New Zealand )?dollars?|euros?|pounds sterling|yen|rubles?|roubles?|rupees?|(?:Swiss )?francs?"
    r"|cents|yuan|USD|EUR|GBP)"
)
_MAGNITUDE = r"(?: ?(?:million|billion|trillion|thousand|hundred|m|bn|k)\b)?"
_SUM = rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,4}}(?:\.\d+)?|\d{{1,12}}(?:\.\d{{1,3}})?){_MAGNITUDE}"
_SHORT_TIME = re.compile(rf"(?:1\d{{3}}|20\d{{2}}) (?:{_TIME})", re.IGNORECASE)
_RATES = frozenset("once twice thrice times time hours days weeks months minutes euros dollars percent cents quarter".split())  # noqa: SIM905
_MONTH_NAMES = re.compile(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")


def _no_year(found: Match) -> int | None:
    """ "World Cup 2018 day five" is no duration."""
    return None if _SHORT_TIME.fullmatch(found["value"]) else found.end("value")


def _no_rate(found: Match) -> int | None:
    """ "Twice a day", "30 euros a month" and "one day" are no durations."""
    before = words_before(found)
    last = before[-1].lower() if before else ""
    is_rate = last in _RATES or last[-1:].isdigit() or found["value"].lower() in {"one day", "a second"}
    return None if is_rate else found.end("value")


def _after_a_name(found: Match) -> int | None:
    """The age in "Ada Byron, 36, a mathematician": a number between commas after two capital words that are no date."""
    before = re.findall(r"[\w’'.-]+", found.string[max(0, found.start() - 40) : found.start()])
    names = [word for word in before[-2:] if word[:1].isupper() and not _MONTH_NAMES.match(word)]
    return found.end("value") if len(names) == 2 else None


def unit_at_the_end(written: str) -> ValueType | None:
    """The type of an amount by the unit that its words end with; None when they end with none."""
    words = re.split(r"[\s–-]+", re.sub(r"(?<=\d)(?=[^\W\d])", " ", written))
    for take in (3, 2, 1):
        unit = find_unit(" ".join(words[-take:]))
        if unit is not None:
            return ValueType.DURATION if unit.dimension == "time" else ValueType.QUANTITY
    return None


_SPAN = r"(?: (?:years|months|weeks|days)\b)"
_AGE_SIGN = r"(?i)old|\bage"
_AMOUNT_SIGN = rf"{ANY_NUMBER}|several|few|couple|s of"

AMOUNT_FORMS: tuple[Form, ...] = (
    form(ValueType.AGE, rf"{LEFT}(?P<value>{HEDGE}{NUMBER}[ –-](?:year|month|week|day)s?[ –-]old)\b", rank=1, needs=_AGE_SIGN),
    form(ValueType.AGE, rf"\b(?P<value>(?i:aged?|the age of|age of) {NUMBER}{_SPAN}?)(?:{RIGHT})", rank=1, needs=_AGE_SIGN),
    form(ValueType.AGE, r"(?<=[^\W\d_]), (?P<value>[1-9]\d?|10\d)(?=, [a-z]|,? who\b)", rank=4, ending=_after_a_name),
    form(ValueType.MONEY, rf"(?<![\w$€£¥])(?P<value>{HEDGE}{_SIGN} ?{_SUM}(?:(?: ?[-–—] ?| to | and ){_SIGN}? ?{_SUM})?){RIGHT}",
         rank=1, needs=_SIGN),
    form(ValueType.MONEY, rf"{LEFT}(?P<value>{HEDGE}(?:{RANGE}|{_SOME}) {_CURRENCY})\b", rank=1, needs=_CURRENCY),
    form(ValueType.PERCENT, rf"{LEFT}(?P<value>{HEDGE}{RANGE}(?: ?%|[ -]per ?cent\b(?!age)))(?! points?)(?!\w)", rank=1, needs="%|cent"),
    form(ValueType.QUANTITY, rf"{LEFT}(?P<value>{HEDGE}(?:{RANGE}|{_SOME})(?:[ \u00a0–-]?(?i:{_UNIT})|[–-]second|{_METRE}))",
         rf"{RIGHT}(?! (?:old|ago)\b){_RATE}", rank=3, needs=_AMOUNT_SIGN, ending=_no_year),
    form(ValueType.QUANTITY, rf"\b(?P<value>(?:an?|half an?|one) (?i:{_TIME})){RIGHT}(?! (?:old|ago|or so)\b)",
         rank=3, needs=_TIME, ending=_no_rate),
)  # fmt: skip
