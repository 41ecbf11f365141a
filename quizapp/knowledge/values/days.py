"""Stretches of days, counted so that every month has 31 and every year 372: enough to compare dates of any precision."""

from calendar import monthrange
from typing import NamedTuple

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
SEASONS = frozenset({"spring", "summer", "autumn", "winter"})
PARTS = SEASONS | {"early", "mid", "late", "start", "end"}
_SHARES = {"early": (0.0, 0.4), "mid": (0.3, 0.7), "late": (0.6, 1.0), "start": (0.0, 0.25), "end": (0.75, 1.0)}
_MONTH = 31
YEAR = 12 * _MONTH


class Days(NamedTuple):
    """From the first day to the last, both counted in; `fixed` when the year is known."""

    first: int
    last: int
    fixed: bool

    @staticmethod
    def of(year: int | None, month: int | None, day: int | None, span: int = 1) -> "Days":
        """The days of a year, a month or a day; without a year those of a year 0."""
        first = (year or 0) * YEAR + ((month or 1) - 1) * _MONTH + (day or 1) - 1
        length = 1 if day else _MONTH if month else span * YEAR
        return Days(first, first + length - 1, year is not None)

    def up_to(self, other: "Days") -> "Days":
        """From the first day of this stretch to the last of the other, over the turn of the year if there is no year."""
        last = other.last if other.last >= self.first or self.fixed else other.last + YEAR
        return Days(self.first, last, self.fixed)

    def widened(self, days: int) -> "Days":
        """Longer by so many days at both ends."""
        return Days(self.first - days, self.last + days, self.fixed)

    def beside(self, other: "Days") -> tuple["Days", ...]:
        """This stretch, laid into the years where it could meet the other one."""
        if self.fixed or not other.fixed:
            return (self, self._moved(1), self._moved(-1)) if not self.fixed else (self,)
        base = other.first // YEAR
        return tuple(self._moved(base + step) for step in (-1, 0, 1))

    def _moved(self, years: int) -> "Days":
        return Days(self.first + years * YEAR, self.last + years * YEAR, self.fixed)

    def holds(self, other: "Days") -> bool:
        """Whether the other lies within."""
        return any(mine.first <= theirs.first and theirs.last <= mine.last for mine in self.beside(other) for theirs in other.beside(self))

    def meets(self, other: "Days") -> bool:
        """Whether the two share a day."""
        return any(mine.first <= theirs.last and theirs.first <= mine.last for mine in self.beside(other) for theirs in other.beside(self))


def contains(outer: tuple[Days, ...], inner: tuple[Days, ...]) -> bool:
    """Whether every inner stretch lies within an outer one."""
    return all(any(mine.holds(theirs) for mine in outer) for theirs in inner)


def meet(one: tuple[Days, ...], other: tuple[Days, ...]) -> bool:
    """Whether any two of the stretches share a day."""
    return any(mine.meets(theirs) for mine in one for theirs in other)


def days_of_part(days: Days, part: str) -> Days:
    """The days of "early", "end", "summer" … within a stretch; seasons are those of both halves of the earth's almanacs, taken widely."""
    if part in _SHARES:
        low, high = _SHARES[part]
        length = days.last - days.first + 1
        return Days(days.first + int(length * low), days.first + max(int(length * low) + 1, int(length * high)) - 1, days.fixed)
    if part in SEASONS:
        return _season(days, part)
    return days


def _season(days: Days, part: str) -> Days:
    """Northern seasons with a month of grace at both ends; a winter is that before or that after the year."""
    first, last = {"spring": (1, 6), "summer": (4, 9), "autumn": (7, 12), "winter": (-1, 15)}[part]
    return Days(days.first + first * _MONTH, days.first + last * _MONTH - 1, days.fixed)


def month_length(year: int | None, month: int) -> int:
    """How many days the month has; without a year February has 29."""
    if not 1 <= month <= 12:
        return 0
    return monthrange(year if year is not None and 0 < year < 10000 else 2000, month)[1]
