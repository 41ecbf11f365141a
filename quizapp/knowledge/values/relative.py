"""Relative dates: read only against the date of the article that holds them."""

import re
from datetime import date, timedelta

from quizapp.knowledge.values.days import MONTHS, WEEKDAYS
from quizapp.knowledge.values.moment import Date
from quizapp.knowledge.values.numbers import read_number

_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
_STEPS = {"this": 0, "the": 0, "last": -1, "past": -1, "next": 1, "this past": -1, "this coming": 1, "coming": 1}
_PARTS = {
    "early": "early",
    "late": "late",
    "mid": "mid",
    "the start of": "start",
    "the beginning of": "start",
    "the middle of": "mid",
    "the end of": "end",
}
_STEP = r"(?P<step>this past|this coming|this|last|past|next|coming)"
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS).lower()})"
_NUMBERED = r"(?: \((?P<day>\d{1,2})\))?"
_WHOLE = re.compile(
    r"(?:(?P<part>early|late|mid|later|earlier|the start of|the beginning of|the middle of|the end of) )?"
    rf"(?P<step>this|last|past|next|the) (?P<unit>year|month|week|weekend|{'|'.join(MONTHS).lower()})"
)
_NAMED_DAY = re.compile(rf"(?P<named>yesterday|today|tomorrow)(?:,? (?P<weekday>{'|'.join(WEEKDAYS).lower()}))?")
_ON_WEEKDAY = re.compile(rf"(?:{_STEP} )?{_WEEKDAY}{_NUMBERED}")
_AGO = re.compile(r"(?P<number>[\w .,-]{1,30}) (?P<unit>day|week|month|year)s? ago")
_NEAR = 21


def read_relative(words: str, today: date) -> Date | None:
    """The date that lower-case words such as "yesterday", "this past monday (18)" or "the end of next year" mean; None when unsure."""
    if words in _DAYS:
        return _whole(today + timedelta(days=_DAYS[words]))
    named = _NAMED_DAY.fullmatch(words)
    if named:
        day = _whole(today + timedelta(days=_DAYS[named["named"]]))
        return day if day.true_weekday() == _weekday(named["weekday"]) else None
    weekday, whole, ago = _ON_WEEKDAY.fullmatch(words), _WHOLE.fullmatch(words), _AGO.fullmatch(words)
    if weekday:
        return _on_weekday(weekday["step"], _weekday(weekday["weekday"]) or 0, weekday["day"], today)
    if ago:
        return _ago(ago["number"], ago["unit"], today)
    return _stretch(whole["part"], whole["step"], whole["unit"], today) if whole else None


def _on_weekday(step: str | None, weekday: int, day: str | None, today: date) -> Date | None:
    """A bare "Monday" or "this Monday" may lie before or behind; a day in brackets decides."""
    if day is not None:
        near = (today + timedelta(days=distance) for distance in sorted(range(-_NEAR, _NEAR + 1), key=lambda days: (abs(days), days)))
        return next((_whole(each) for each in near if each.weekday() == weekday and each.day == int(day)), None)
    direction = _STEPS.get(step or "this", 0)
    if direction == 0:
        return None
    if direction > 0:
        return _whole(today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1))
    return _whole(today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1))


def _ago(written: str, unit: str, today: date) -> Date | None:
    number = read_number(written)
    if number is None or number != int(number) or not 0 < number < 1000:
        return None
    match unit:
        case "day":
            return _whole(today - timedelta(days=int(number)))
        case "week":
            return _whole(today - timedelta(weeks=int(number)), about=True)
        case "month":
            return _month(today, -int(number))
        case _:
            return Date(year=today.year - int(number)) if today.year > number else None


def _stretch(part: str | None, step: str, unit: str, today: date) -> Date | None:
    steps, word = _STEPS[step], _PARTS.get(part or "", "")
    if unit in {"week", "weekend"}:
        return _week(today, steps, weekend=unit == "weekend") if part is None and step != "the" else None
    if unit == "year":
        return Date(year=today.year + steps, part=word) if step != "the" or part else None
    if unit == "month":
        return _month(today, steps, word) if step != "the" or part else None
    return _named_month([month.lower() for month in MONTHS].index(unit) + 1, steps, word, today) if step != "the" else None


def _month(today: date, steps: int, part: str = "") -> Date | None:
    number = today.year * 12 + today.month - 1 + steps
    return Date(year=number // 12, month=number % 12 + 1, part=part) if number >= 12 else None


def _named_month(month: int, steps: int, part: str, today: date) -> Date:
    """ "Last October" is the latest one that is over, "next October" the first to come, "this October" that of the year."""
    year = today.year
    if steps < 0 and month >= today.month:
        year -= 1
    if steps > 0 and month <= today.month:
        year += 1
    return Date(year=year, month=month, part=part)


def _week(today: date, steps: int, *, weekend: bool) -> Date:
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=steps)
    first = monday + timedelta(days=5 if weekend else 0)
    return Date(year=first.year, month=first.month, day=first.day, until=_whole(monday + timedelta(days=6)))


def _whole(day: date, *, about: bool = False) -> Date:
    return Date(year=day.year, month=day.month, day=day.day, about=about)


def _weekday(name: str | None) -> int | None:
    return [weekday.lower() for weekday in WEEKDAYS].index(name) if name else None
