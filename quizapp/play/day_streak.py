"""Days played in a row."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class DayStreak:
    """`now` days in a row up to today, or to yesterday while today is not over; `longest` ever."""

    now: int = 0
    longest: int = 0


def day_streak(days: Iterable[date], *, today: date) -> DayStreak:
    """The streak of the days on which something was played; days after today count for nothing."""
    played = {day for day in days if day <= today}
    ends = today if today in played else today - _DAY
    firsts = (day for day in played if day - _DAY not in played)
    return DayStreak(now=_back(played, ends), longest=max((_forth(played, first) for first in firsts), default=0))


def _back(played: set[date], day: date) -> int:
    count = 0
    while day in played:
        count, day = count + 1, day - _DAY
    return count


def _forth(played: set[date], day: date) -> int:
    count = 0
    while day in played:
        count, day = count + 1, day + _DAY
    return count
