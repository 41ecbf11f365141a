"""Whether an assignment is open."""

from datetime import datetime
from enum import StrEnum

from quizapp.play.timing import is_over
from quizapp.storage.assignments import Terms


class Standing(StrEnum):
    """Not open yet, open, or closed."""

    NOT_YET = "not yet"
    OPEN = "open"
    CLOSED = "closed"


def standing(terms: Terms, *, now: datetime) -> Standing:
    """How it stands now; nothing is started from the closing time on."""
    if terms.closes_at is not None and terms.closes_at <= now:
        return Standing.CLOSED
    return Standing.NOT_YET if terms.opens_at is not None and now < terms.opens_at else Standing.OPEN


def has_ended(terms: Terms, *, now: datetime) -> bool:
    """Whether no answer counts any more, the grace for answers on their way included."""
    return is_over(terms.closes_at, now=now)
