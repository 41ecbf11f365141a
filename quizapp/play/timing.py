"""How long a player has. Every moment comes from the server's clock and is a parameter; nothing here asks what time it is."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

GRACE = timedelta(seconds=2)
"""An answer on its way when the time ran out still counts."""
MAX_SECONDS = 24 * 60 * 60
SPOKEN_AT = (300, 60, 30, 10)
"""Seconds left at which a page says so, so that it does not speak each second."""


class Per(StrEnum):
    """What a timer measures: each question from when it was first shown, or the quiz from its start."""

    QUESTION = "question"
    QUIZ = "quiz"


class Stretch(IntEnum):
    """How much of the set time a player gets, in percent; `UNTIMED` is no limit at all."""

    UNTIMED = 0
    AS_SET = 100
    QUARTER_MORE = 125
    HALF_MORE = 150
    TWICE = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Timer:
    """A limit as a quiz sets it: `stretch` lengthens it for all, `players_choice` lets a player lengthen it or turn it off."""

    per: Per
    seconds: int
    stretch: Stretch = Stretch.AS_SET
    players_choice: bool = True

    def __post_init__(self) -> None:
        if not 1 <= self.seconds <= MAX_SECONDS:
            raise ValueError(f"a timer of {self.seconds} seconds: expected 1 to {MAX_SECONDS}")


def limit(timer: Timer | None, own: Stretch | None) -> timedelta | None:
    """The time a player has, whose `own` stretch goes before everybody's; None when there is no limit."""
    if timer is None:
        return None
    stretch = timer.stretch if own is None else own
    return timedelta(seconds=timer.seconds) * stretch / 100 if stretch else None


def deadline(timer: Timer | None, own: Stretch | None, *, started: datetime, shown: datetime | None) -> datetime | None:
    """When the time for a question is over; None without a limit, or when its own time has not begun to run."""
    allowed = limit(timer, own)
    if timer is None or allowed is None:
        return None
    begin = started if timer.per is Per.QUIZ else shown
    return begin + allowed if begin is not None else None


def seconds_left(until: datetime, *, now: datetime) -> int:
    """Whole seconds left, a begun one counted whole; 0 when the time is over."""
    return max(0, -((now - until) // timedelta(seconds=1)))


def is_over(until: datetime | None, *, now: datetime) -> bool:
    """Whether an answer that comes now is too late, grace included."""
    return until is not None and now > until + GRACE
