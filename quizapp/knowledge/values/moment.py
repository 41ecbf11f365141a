"""Dates of any precision, alone, as a range or as one of two."""

from dataclasses import dataclass, replace
from datetime import date

from quizapp.knowledge.values.base import Comparison, ValueType
from quizapp.knowledge.values.clock import ClockTime as ClockTime
from quizapp.knowledge.values.days import MONTHS, WEEKDAYS, YEAR, Days, contains, days_of_part, meet, month_length
from quizapp.knowledge.values.days import PARTS as PARTS
from quizapp.knowledge.values.days import SEASONS as SEASONS
from quizapp.knowledge.values.numbers import show_ordinal

_ABOUT_YEARS = 5
_ABOUT_DAYS = 3
_SPANS = (1, 10, 100)


@dataclass(frozen=True, kw_only=True, slots=True)
class Date:
    """A date as exactly as it is known; `span` is 10 for a decade and 100 for a century that begins with `year`.

    Years before Christ are negative. `part` is "early", "end", "summer" …; `until` is the last date of a range or, with `either`, the
    other of two dates of which one is right.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    span: int = 1
    part: str = ""
    about: bool = False
    until: "Date | None" = None
    either: bool = False

    def __post_init__(self) -> None:
        for broken, why in _faults(self):
            if broken:
                raise ValueError(f"no date: {why}")
        if self.year and self.year > 0 and self.month and self.day and self.weekday not in {None, self.true_weekday()}:
            weekday = WEEKDAYS[date(self.year, self.month, self.day).weekday()]
            raise ValueError(f"{replace(self, weekday=None).display()} is a {weekday}, not a {WEEKDAYS[self.weekday or 0]}")

    @property
    def type(self) -> ValueType:
        return ValueType.DATE

    @property
    def normal(self) -> str:
        weekday = "" if (self.year and self.day) or self.weekday is None else f" {WEEKDAYS[self.weekday]}"
        year = "?" if self.year is None else self.year
        plain = f"{year}+{self.span}-{self.month or '?'}-{self.day or '?'}{weekday}"
        plain += f" {self.part}" * bool(self.part) + " about" * self.about
        return f"{plain}{'|' if self.either else '..'}{self.until.normal}" if self.until else plain

    @property
    def order(self) -> float | None:
        if self.year is None and self.month is None:
            return float(self.weekday) if self.weekday is not None else None
        return self._stretches()[0].first + 1

    @property
    def precision(self) -> str:
        """Which parts are known, such as "day month year"; dates of one precision can stand side by side as options."""
        plain = " ".join(part for part in ("day", "month", "year") if getattr(self, part) is not None) or "weekday"
        plain = {10: "decade", 100: "century"}.get(self.span, plain)
        plain = f"season of {plain}" if self.part in SEASONS else f"part of {plain}" if self.part else plain
        plain = f"about {plain}" if self.about else plain
        return f"{plain} {'or' if self.either else 'to'} {self.until.precision}" if self.until else plain

    def display(self) -> str:
        shown = ("c. " if self.about else "") + _with_part(self.part, _show_plain(self))
        if self.until is None:
            return shown
        return f"{shown} {'or' if self.either else 'to'} {self.until.display()}"

    def compare(self, other: "Date") -> Comparison:
        """Same, coarser (it says less but nothing else), finer or different; "Tuesday" fits any date that is one."""
        if self.normal == other.normal:
            return Comparison.SAME
        if not self.touches(other):
            return Comparison.DIFFERENT
        if self._is_weekday() or other._is_weekday():
            return _by_weekday(self, other)
        mine, theirs = contains(self._stretches(), other._stretches()), contains(other._stretches(), self._stretches())
        if mine and theirs:
            return _by_words(self, other)
        if mine:
            return Comparison.COARSER
        return Comparison.FINER if theirs else Comparison.DIFFERENT

    def touches(self, other: "Date") -> bool:
        """Whether both can be the same day."""
        mine, theirs = self.true_weekday(), other.true_weekday()
        if self._is_one_day() and other._is_one_day() and None not in {mine, theirs} and mine != theirs:
            return False
        if self._is_weekday() or other._is_weekday():
            return True
        return meet(self._stretches(), other._stretches())

    def true_weekday(self) -> int | None:
        """The weekday as written or, for a whole date, as the calendar has it."""
        if self.year and self.year > 0 and self.month and self.day:
            return date(self.year, self.month, self.day).weekday()
        return self.weekday

    def days(self) -> tuple[Days, ...] | None:
        """The stretches of days in which the date lies; None for a bare weekday."""
        return None if self._is_weekday() else self._stretches()

    def _is_weekday(self) -> bool:
        return self.year is None and self.month is None

    def _is_one_day(self) -> bool:
        return not self.about and self.until is None and (self.day is not None or self._is_weekday())

    def _stretches(self) -> tuple[Days, ...]:
        """The stretches of days in which the date lies."""
        mine = self._stretch()
        if self.until is None:
            return (mine,)
        other = self.until._stretch()
        return tuple(sorted((mine, other))) if self.either else (mine.up_to(other),)

    def _stretch(self) -> Days:
        days = days_of_part(Days.of(self.year, self.month, self.day, self.span), self.part)
        if not self.about:
            return days
        return days.widened(_ABOUT_DAYS if self.day else 31 if self.month else _ABOUT_YEARS * YEAR)


def _faults(date_: Date) -> tuple[tuple[bool, str], ...]:
    """What cannot be, each with its reason."""
    year, month, day, weekday, until = date_.year, date_.month, date_.day, date_.weekday, date_.until
    return (
        (year is None and month is None and weekday is None, "nothing is known"),
        (year is not None and not (-9999 <= year <= 9999 and (year != 0 or date_.span == 100)), f"year {year}"),
        (month is not None and not 1 <= month <= 12, f"month {month}"),
        (
            day is not None and (month is None or not 1 <= day <= month_length(year, month)),
            "a day needs its month, and a month has so many days",
        ),
        (weekday is not None and (not 0 <= weekday <= 6 or (day is None and (year, month) != (None, None))), "a weekday needs its day"),
        (
            date_.span not in _SPANS or (date_.span > 1 and (year is None or month is not None or bool(year % date_.span))),
            "a span needs its year",
        ),
        (bool(date_.part) and (date_.part not in PARTS or day is not None or (year, month) == (None, None)), f"part “{date_.part}”"),
        (date_.part in SEASONS and (month is not None or date_.span > 1 or year is None), "a season needs its year"),
        (date_.about and (year, month) == (None, None), "about a weekday"),
        (date_.either and until is None, "either needs another date"),
        (until is not None and not _can_follow(date_, until), "the range ends before it begins"),
    )


def _can_follow(first: Date, last: Date) -> bool:
    if last.until is not None or first._is_weekday() is not last._is_weekday() or (first.year is None) is not (last.year is None):
        return False
    return first.either or first.year is None or first._stretch().first <= last._stretch().last


def _by_weekday(one: Date, other: Date) -> Comparison:
    if one._is_weekday() and other._is_weekday():
        return Comparison.DIFFERENT
    weekday, whole = (one, other) if one._is_weekday() else (other, one)
    coarser = weekday if whole._is_one_day() else whole
    return Comparison.COARSER if coarser is one else Comparison.FINER


def _by_words(one: Date, other: Date) -> Comparison:
    """Two dates on the same days: the one that knows its year or its weekday says more."""
    mine = (one.year is not None, one.true_weekday() is not None)
    theirs = (other.year is not None, other.true_weekday() is not None)
    if mine == theirs:
        return Comparison.SAME
    return Comparison.COARSER if mine < theirs else Comparison.FINER


def _show_plain(date_: Date) -> str:
    year = date_.year
    if date_.span == 100 and year is not None:
        return f"{show_century(year)} century" + (" BC" if year < 0 else "")
    if date_.span == 10:
        return f"{year}s"
    weekday = WEEKDAYS[date_.weekday] if date_.weekday is not None and (year is None or year < 0) else ""
    words = [weekday, str(date_.day or ""), MONTHS[date_.month - 1] if date_.month else "", _show_year(year)]
    return " ".join(word for word in words if word)


def show_century(first_year: int) -> str:
    """The century as a number in a row: 1900 -> "20th"."""
    number = first_year // 100 + 1 if first_year >= 0 else -first_year // 100
    words = show_ordinal(number)
    return words if words[0].isdigit() else f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number, 'th') }"


def _show_year(year: int | None) -> str:
    if year is None:
        return ""
    if year < 0:
        return f"{-year} BC"
    return str(year) if year >= 1000 else f"AD {year}"


def _with_part(part: str, shown: str) -> str:
    if part in {"start", "end"}:
        return f"{part} of {shown}"
    return f"{part} {shown}" if part else shown
