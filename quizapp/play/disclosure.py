"""What a player may be told, and when: the one place that reads a quiz's feedback policy."""

from datetime import datetime
from enum import StrEnum
from typing import assert_never


class Feedback(StrEnum):
    """When key, explanation and proof are shown: after each answer, when the attempt is finished, or after the quiz has closed."""

    EACH = "each"
    END = "end"
    CLOSING = "closing"


def may_tell(policy: Feedback, *, answered: bool, finished: bool, closes_at: datetime | None, now: datetime) -> bool:
    """Whether right or wrong, key, explanation and proof of a question may be shown.

    Never of an open question of an unfinished attempt.
    """
    if not answered and not finished:
        return False
    match policy:
        case Feedback.EACH:
            return True
        case Feedback.END:
            return finished
        case Feedback.CLOSING:
            return finished and closes_at is not None and closes_at <= now
        case _:
            assert_never(policy)
