"""From a wording to a date."""

import re
from dataclasses import replace
from datetime import date

from quizapp.knowledge.values.base import ValueFault, ValueType
from quizapp.knowledge.values.date_forms import DAYS_OF_MONTH, RANGE, SINGLE, YEARS
from quizapp.knowledge.values.days import MONTHS, WEEKDAYS
from quizapp.knowledge.values.moment import Date
from quizapp.knowledge.values.numbers import read_ordinal
from quizapp.knowledge.values.relative import read_relative

_EXAMPLE = "18 October 2021"
_PART_NAMES = {"beginning": "start", "middle": "mid"}
_OF_A_YEAR = re.compile(r"(?i)(?P<day>.{3,40}?),? (?:of )?(?P<step>this|last|next) year")
_LONGEST = 120


def read_date(written: str, *, article_date: date | None = None) -> Date:
    """Read a date of any precision, a range or "1699 or 1700"; relative dates only against `article_date`; raises ValueFault.

    "12/05/2014" is refused, for it has two readings.
    """
    words = " ".join(written[: _LONGEST + 1].replace("\u00a0", " ").split()).strip(" ,")
    words = words.removesuffix(".") if not re.search(r"(?i)\b[A-Z]\.[A-Z]\.$|\b[a-z]{3,4}\.$", words) else words
    words = re.sub(r"(?i)^(?:on|in|in the year|the year|since|by) (?=\S)", "", words)
    try:
        found = _single(words) or _range(words) or (_against(words, article_date) if article_date else None)
    except ValueError as error:
        raise ValueFault(written, ValueType.DATE, _EXAMPLE) from error
    if found is None or len(written) > _LONGEST:
        raise ValueFault(written, ValueType.DATE, _EXAMPLE)
    return found


def _single(words: str) -> Date | None:
    for form in SINGLE:
        found = form.fullmatch(words)
        if found:
            return _from_parts(found.groupdict())
    return None


def _against(words: str, today: date) -> Date | None:
    """A relative date: "yesterday", or a day or month "of last year"."""
    found = _OF_A_YEAR.fullmatch(words)
    day = _single(found["day"]) if found else None
    if found is None or day is None:
        return read_relative(words.lower(), today)
    if day.year is not None or day.month is None:
        return None
    return replace(day, year=today.year + {"last": -1, "this": 0, "next": 1}[found["step"].lower()])


def _from_parts(parts: dict[str, str | None]) -> Date:
    part, about = _part(parts), bool(parts.get("about"))
    decade, century = parts.get("decade"), parts.get("century")
    if decade:
        return Date(year=int(decade), span=10, part=part, about=about)
    if century:
        return Date(year=_century(century, parts.get("era")), span=100, part=part, about=about)
    return Date(
        year=_year(parts.get("year")),
        month=_month(parts.get("month")) or _int(parts.get("monthnumber")),
        day=_int(parts.get("day")),
        weekday=_weekday(parts.get("weekday")),
        part=part,
        about=about,
    )


def _range(words: str) -> Date | None:
    years = YEARS.fullmatch(words)
    if years:
        return Date(year=int(years["low"]), until=Date(year=int(_full_year(years["low"], years["high"]))))
    for form in DAYS_OF_MONTH:
        found = form.fullmatch(words)
        if found:
            year, month = _int(found["year"]), _month(found["month"])
            until = Date(year=year, month=month, day=int(found["high"]))
            return Date(year=year, month=month, day=int(found["low"]), until=until, either=found["link"].lower() == "or")
    return _two_dates(words)


def _two_dates(words: str) -> Date | None:
    found = RANGE.fullmatch(words)
    if not found:
        return None
    first, last = _single(found["low"]), _single(found["high"])
    if first is None or last is None:
        return None
    if first.year is None and first.month is not None and last.year is not None:
        first = replace(first, year=last.year)
    return replace(first, until=last, either=(found["link"] or "").lower() == "or")


def _part(parts: dict[str, str | None]) -> str:
    season = (parts.get("season") or "").lower()
    if season:
        return "autumn" if season == "fall" else season
    words = re.sub(r"\b(?:the|of)\b", " ", (parts.get("part") or "").lower()).strip(" -")
    return _PART_NAMES.get(words, words)


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    digits = int(re.sub(r"\D", "", written))
    return -digits if re.search(r"(?i)\bB|\dB", written) else digits


def _century(written: str, era: str | None) -> int:
    number = read_ordinal(written)
    if number is None or not 1 <= number <= 99:
        raise ValueError("no century")
    return -number * 100 if era and era.upper().startswith("B") else (number - 1) * 100


def _full_year(low: str, high: str) -> str:
    return high if len(high) == 4 else low[:2] + high


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _month(name: str | None) -> int | None:
    return next((place for place, month in enumerate(MONTHS, 1) if name and month.lower().startswith(name.lower()[:3])), None)


def _weekday(name: str | None) -> int | None:
    return WEEKDAYS.index(name.capitalize()) if name else None
