"""What a point is; no other place in the code says it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

RIGHT = 1
NOT_RIGHT = 0
WHOLE = 1000
"""A right answer in the thousandths in which a speed bonus is counted."""
STREAK = 3
"""Right answers in a row that are worth a word."""


def counted(chosen: int | None, *, late: bool) -> int | None:
    """The choice that counts: none when it came too late."""
    return None if late else chosen


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """An attempt's points, and out of how many questions that count."""

    score: int
    total: int


def right_places(key: int, mended: Iterable[int] | None) -> frozenset[int]:
    """The places that count as right: the key, or since a question was mended those set then; none when it counts for nobody."""
    return frozenset({key}) if mended is None else frozenset(mended)


def is_right(chosen: int | None, right: frozenset[int]) -> bool:
    """Whether the choice that counts is one of the right ones; an unanswered question (None) never is."""
    return chosen is not None and chosen in right


def tally(answers: Iterable[tuple[int | None, frozenset[int]]]) -> Tally:
    """Score an attempt from (the choice that counts, right places) of each question; one without right places counts for nobody."""
    counting = [(chosen, right) for chosen, right in answers if right]
    return Tally(score=sum(RIGHT if is_right(chosen, right) else NOT_RIGHT for chosen, right in counting), total=len(counting))


def speed_bonus(taken: Iterable[timedelta], *, allowed: timedelta, questions: int) -> int:
    """The bonus for speed in thousandths of a point, from the time taken for each right answer out of so many questions.

    It stays below one right answer whatever the times, so that more right always wins.
    """
    parts = sum(_saved(one, allowed) for one in taken)
    return min(parts // max(questions, 1), WHOLE - 1)


def _saved(taken: timedelta, allowed: timedelta) -> int:
    """The share of the time that was not needed, in thousandths."""
    left = allowed - min(max(taken, timedelta(0)), allowed)
    return left * (WHOLE - 1) // allowed if allowed else 0


def streak(rights: Sequence[bool]) -> int:
    """How many answers at the end are right in a row; 0 when they are too few to speak of. It decorates and scores nothing."""
    run = next((place for place, right in enumerate(reversed(rights)) if not right), len(rights))
    return run if run >= STREAK else 0
