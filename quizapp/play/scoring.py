"""What a point is; no other place in the code says it."""

from collections.abc import Iterable

RIGHT = 1
NOT_RIGHT = 0


def is_right(chosen: int | None, key: int) -> bool:
    """Whether the option chosen is the key; an unanswered question (None) is not right."""
    return chosen is not None and chosen == key


def points(chosen: int | None, key: int) -> int:
    """The points for one question."""
    return RIGHT if is_right(chosen, key) else NOT_RIGHT


def score(answers: Iterable[tuple[int | None, int]]) -> int:
    """The points for an attempt, from (chosen, key) of each of its questions."""
    return sum(points(chosen, key) for chosen, key in answers)
