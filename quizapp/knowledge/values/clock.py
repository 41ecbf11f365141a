"""Clock times with their zone."""

import re
from dataclasses import dataclass

from quizapp.knowledge.values.base import Comparison, ValueFault, ValueType
from quizapp.knowledge.values.spoken_time import read_spoken

_CLOCK = re.compile(
    r"(?i)(?:at )?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))? ?(?P<half>[ap]\.?m\.?)?(?: ?(?P<clock>hours|o'clock))?"
    r"(?: (?P<zone>[A-Za-z][\w/+ -]{0,60}))?"
)
_NAMED = re.compile(r"(?i)(?:at )?(?:12 )?(?P<name>noon|midday|midnight)(?: (?P<zone>[A-Za-z][\w/+ -]{0,60}))?")


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


def read_clock_time(written: str) -> ClockTime:
    """Read "10.55 a.m. Belgian time", "17:30 UTC", "7 pm", "noon" or "half past five in the morning"; raises ValueFault."""
    words = " ".join(written[:120].replace("\u00a0", " ").replace("’", "'").split())
    named, found = _NAMED.fullmatch(words), _CLOCK.fullmatch(words)
    if named:
        return ClockTime(hour=0 if named["name"].lower() == "midnight" else 12, zone=(named["zone"] or "").strip())
    spoken = read_spoken(words)
    if spoken is not None:
        return ClockTime(hour=spoken[0], minute=spoken[1])
    if not found or not (found["minute"] or found["half"] or found["clock"]):
        raise _fault(written)
    hour = _hour(int(found["hour"]), (found["half"] or "").lower())
    try:
        return ClockTime(hour=hour, minute=int(found["minute"] or 0), zone=(found["zone"] or "").strip())
    except ValueError as error:
        raise _fault(written) from error


def _hour(hour: int, half: str) -> int:
    """The hour of the day; -1 when it cannot stand with "a.m." or "p.m."."""
    if not half:
        return hour
    if hour == 0 or hour > 12:
        return hour if half[0] == "p" and hour > 12 else -1
    return hour % 12 + (12 if half[0] == "p" else 0)


def _fault(written: str) -> ValueFault:
    return ValueFault(written, ValueType.CLOCK_TIME, "10:55 a.m. Belgian time")
