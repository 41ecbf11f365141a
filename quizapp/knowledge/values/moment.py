"""Dates of any precision and clock times with their zone."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from quizapp.knowledge.values.base import Comparison, ValueFault, ValueType

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTH = "|".join(f"{month}|{month[:3]}\\.?" for month in MONTHS) + r"|Sept\.?"
_WEEKDAY = "|".join(WEEKDAYS)
_DATE_FORMS = (
    rf"(?:(?P<weekday>{_WEEKDAY}),? )?(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})(?:,? (?P<year>\d{{3,4}}))?",
    rf"(?:(?P<weekday>{_WEEKDAY}),? )?(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>\d{{4}}))?",
    rf"(?P<month>{_MONTH})(?: of)?,? (?P<year>\d{{3,4}})",
    rf"(?P<month>{_MONTH})",
    r"(?P<year>\d{4})-(?P<monthnumber>\d{2})-(?P<day>\d{2})",
    r"(?:the )?(?P<decade>\d{3}0)s",
    r"(?:the )?(?P<century>\d{1,2})(?:st|nd|rd|th) century",
    r"(?P<year>\d{3,4})",
    rf"(?P<weekday>{_WEEKDAY})",
)
_CLOCK = re.compile(
    r"(?i)(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))? ?(?P<half>[ap]\.?m\.?)?(?: ?(?:hours|o'clock))?(?: (?P<zone>[A-Za-z][\w/+ -]*))?"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Date:
    """A date as exactly as it is known; `span` is 10 for a decade and 100 for a century that begins with `year`."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    span: int = 1

    def __post_init__(self) -> None:
        if self.year is not None and self.month is not None and self.day is not None:
            weekday = date(self.year, self.month, self.day).weekday()
            if self.weekday is not None and self.weekday != weekday:
                raise ValueError(
                    f"{self.day} {MONTHS[self.month - 1]} {self.year} is a {WEEKDAYS[weekday]}, not a {WEEKDAYS[self.weekday]}"
                )
        elif self.day is not None and (self.month is None or not 1 <= self.day <= 31):
            raise ValueError("a day needs its month")

    @property
    def type(self) -> ValueType:
        return ValueType.DATE

    @property
    def normal(self) -> str:
        weekday = "" if (self.year and self.day) or self.weekday is None else f" {WEEKDAYS[self.weekday]}"
        return f"{self.year or '?'}+{self.span}-{self.month or '?'}-{self.day or '?'}{weekday}"

    @property
    def order(self) -> float | None:
        if self.year is None and self.month is None:
            return float(self.weekday) if self.weekday is not None else None
        return (self.year or 0) * 372 + ((self.month or 1) - 1) * 31 + (self.day or 1)

    @property
    def precision(self) -> str:
        """Which parts are known, such as "day month year"; dates of one precision can stand side by side as options."""
        if self.span > 1:
            return "decade" if self.span == 10 else "century"
        known = {"day": self.day, "month": self.month, "year": self.year}
        parts = [part for part, value in known.items() if value is not None]
        return " ".join(parts) or "weekday"

    def display(self) -> str:
        if self.span > 1 and self.year is not None:
            return f"{self.year}s" if self.span == 10 else f"{_ordinal(self.year // 100 + 1)} century"
        words = [str(self.day) if self.day else "", MONTHS[self.month - 1] if self.month else "", str(self.year) if self.year else ""]
        shown = " ".join(word for word in words if word)
        return shown or (WEEKDAYS[self.weekday] if self.weekday is not None else "")

    def compare(self, other: "Date") -> Comparison:
        """Same, coarser (it knows less but nothing else), finer or different; "Tuesday" fits any date that is one."""
        if self.normal == other.normal:
            return Comparison.SAME
        if not self._fits(other):
            return Comparison.DIFFERENT
        mine, theirs = self._known(), other._known()
        if self.span != other.span:
            return Comparison.COARSER if self.span > other.span else Comparison.FINER
        return Comparison.COARSER if mine <= theirs else Comparison.FINER

    def touches(self, other: "Date") -> bool:
        """Whether both can be the same day."""
        return self._fits(other)

    def _fits(self, other: "Date") -> bool:
        if not self._years_meet(other):
            return False
        for mine, theirs in ((self.month, other.month), (self.day, other.day), (self.true_weekday(), other.true_weekday())):
            if mine is not None and theirs is not None and mine != theirs:
                return False
        return True

    def _years_meet(self, other: "Date") -> bool:
        if self.year is None or other.year is None:
            return True
        return self.year < other.year + other.span and other.year < self.year + self.span

    def true_weekday(self) -> int | None:
        """The weekday as written or, for a whole date, as the calendar has it."""
        if self.year and self.month and self.day:
            return date(self.year, self.month, self.day).weekday()
        return self.weekday

    def _known(self) -> int:
        return sum(part is not None for part in (self.year, self.month, self.day, self.true_weekday()))


@dataclass(frozen=True, kw_only=True, slots=True)
class ClockTime:
    """An hour and minute of the day (0-23, 0-59) and the zone as written, "" where none is."""

    hour: int
    minute: int = 0
    zone: str = ""

    def __post_init__(self) -> None:
        if not (0 <= self.hour <= 23 and 0 <= self.minute <= 59):
            raise ValueError(f"no clock time: {self.hour}:{self.minute}")

    @property
    def type(self) -> ValueType:
        return ValueType.CLOCK_TIME

    @property
    def normal(self) -> str:
        return f"{self.hour:02d}:{self.minute:02d} {self.zone.lower()}".strip()

    @property
    def order(self) -> float | None:
        return float(self.hour * 60 + self.minute)

    def display(self) -> str:
        half, hour = ("a.m." if self.hour < 12 else "p.m."), self.hour % 12 or 12
        return f"{hour}:{self.minute:02d} {half} {self.zone}".strip()

    def compare(self, other: "ClockTime") -> Comparison:
        """Same or different; a time without a zone is coarser than the same time with one, two zones are never converted."""
        if self.normal == other.normal:
            return Comparison.SAME
        if (self.hour, self.minute) != (other.hour, other.minute) or (self.zone and other.zone):
            return Comparison.DIFFERENT
        return Comparison.FINER if self.zone else Comparison.COARSER

    def touches(self, other: "ClockTime") -> bool:
        """Whether both can be the same time of day."""
        return self.compare(other) is not Comparison.DIFFERENT


def read_date(written: str, *, article_date: date | None = None) -> Date:
    """Read an absolute date of any precision, or "yesterday", "next year", "last Monday" against `article_date`; raises ValueFault."""
    words = " ".join(written.replace("\u00a0", " ").split()).strip(" ,.")
    for form in _DATE_FORMS:
        found = re.fullmatch(form, words, re.IGNORECASE)
        if found:
            return _from_parts(written, found.groupdict())
    relative = _relative(words.lower(), article_date) if article_date else None
    if relative is None:
        raise ValueFault(written, ValueType.DATE, "18 October 2021")
    return relative


def read_clock_time(written: str) -> ClockTime:
    """Read "10.55 a.m. Belgian time", "17:30 UTC" or "7 pm"; raises ValueFault."""
    found = _CLOCK.fullmatch(" ".join(written.split()))
    if not found or not (found["minute"] or found["half"] or "clock" in written):
        raise ValueFault(written, ValueType.CLOCK_TIME, "10:55 Belgian time")
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"][0] in "pP" else 0)
    try:
        return ClockTime(hour=hour, minute=int(found["minute"] or 0), zone=(found["zone"] or "").strip())
    except ValueError as error:
        raise ValueFault(written, ValueType.CLOCK_TIME, "10:55 Belgian time") from error


def _from_parts(written: str, parts: dict[str, str | None]) -> Date:
    decade, century = parts.get("decade"), parts.get("century")
    if decade or century:
        return Date(year=int(decade), span=10) if decade else Date(year=(int(century or 1) - 1) * 100, span=100)
    try:
        return Date(
            year=_int(parts.get("year")),
            month=_month(parts.get("month")) or _int(parts.get("monthnumber")),
            day=_int(parts.get("day")),
            weekday=_weekday(parts.get("weekday")),
        )
    except ValueError as error:
        raise ValueFault(written, ValueType.DATE, "18 October 2021") from error


def _relative(words: str, today: date) -> Date | None:
    days = {"today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2}
    years = {"this year": 0, "last year": -1, "next year": 1}
    if words in days:
        return _whole(today + timedelta(days=days[words]))
    if words in years:
        return Date(year=today.year + years[words])
    if words in {"this month", "last month", "next month"}:
        step = {"this": 0, "last": -1, "next": 1}[words.split()[0]]
        month = today.year * 12 + today.month - 1 + step
        return Date(year=month // 12, month=month % 12 + 1)
    return _relative_weekday(words, today)


def _relative_weekday(words: str, today: date) -> Date | None:
    found = re.fullmatch(rf"(?:on )?(last|this past|past|next|this)? ?({_WEEKDAY.lower()})", words)
    if not found or found[1] in {None, "this"}:
        return None
    weekday = _weekday(found[2]) or 0
    if found[1] == "next":
        return _whole(today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1))
    return _whole(today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1))


def _whole(day: date) -> Date:
    return Date(year=day.year, month=day.month, day=day.day)


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _month(name: str | None) -> int | None:
    return next((place for place, month in enumerate(MONTHS, 1) if name and month.lower().startswith(name.lower()[:3])), None)


def _weekday(name: str | None) -> int | None:
    return WEEKDAYS.index(name.capitalize()) if name else None


def _ordinal(number: int) -> str:
    tail = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{tail}"
