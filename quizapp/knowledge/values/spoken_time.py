"""Times of day in words: "half past five in the morning", "a quarter to six in the evening", "ten o'clock at night"."""

import re

_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_DAY = r"in the (?:early )?(?:morning|afternoon|evening)|at night"
_HOUR = rf"(?:{'|'.join(_HOURS)}|\d{{1,2}})"
_PAST = r"(?:an? )?(?:half|quarter|twenty-five|twenty|ten|five) (?:past|to) "
SPOKEN = rf"(?:{_PAST}{_HOUR}(?: o['’]clock)?|{_HOUR} o['’]clock) (?:{_DAY})"
"""Words that always tell a time."""
BARE_HOUR = rf"{_HOUR} (?:{_DAY})"
"""Words that tell a time after "at": "three in the morning"."""
_PARTS = re.compile(
    r"(?:at )?(?:(?:an? )?(?P<minute>[a-z-]+) (?P<side>past|to) )?(?P<hour>[a-z]+|\d{1,2})(?: o['’]clock)? (?P<day>in the .+|at night)",
    re.IGNORECASE,
)


def read_spoken(words: str) -> tuple[int, int] | None:
    """Hour (0-23) and minute of a time in words that names the part of the day; None for anything else."""
    found = _PARTS.fullmatch(words)
    hour = _hour(found["hour"].lower(), found["day"].lower()) if found else None
    if found is None or hour is None:
        return None
    if not found["minute"]:
        return hour, 0
    minutes = _MINUTES.get(found["minute"].lower())
    if minutes is None or (found["minute"].lower() == "half" and found["side"].lower() == "to"):
        return None
    return (hour, minutes) if found["side"].lower() == "past" else ((hour - 1) % 24, 60 - minutes)


def _hour(word: str, day: str) -> int | None:
    """The hour of the day: twelve at night is midnight, one at night is one in the morning."""
    number = int(word) if word.isdigit() else _HOURS.index(word) + 1 if word in _HOURS else 0
    if not 1 <= number <= 12:
        return None
    late = day.endswith(("afternoon", "evening")) or (day == "at night" and 6 <= number < 12)
    return number % 12 + (12 if late else 0)
