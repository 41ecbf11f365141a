"""Days that a file states of itself; nothing is guessed."""

import datetime as dt
import re

_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)")


def stated_day(words: str | None) -> dt.date | None:
    """The day at the beginning of words like 2021-10-20T08:00:00Z; None for anything else."""
    found = _DAY.match(words or "")
    if found is None:
        return None
    try:
        return dt.date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
