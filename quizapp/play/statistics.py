"""What answers tell about questions: item statistics as Moodle's quiz report defines them.

Marks are rows of players by columns of questions, 1 for right and 0 for not right, each from a player's first attempt. `rest` is what
a player got without the question looked at. A number that the marks do not give is None. Source: Moodle, "Quiz statistics calculations".
"""

import math
from collections.abc import Iterator, Sequence
from operator import mul
from statistics import fmean

Marks = Sequence[Sequence[float]]
ENOUGH = 10
"""Players from whom on statistics are shown; counts are shown always."""
DUBIOUS = 15
"""A question whose efficiency lies below this tells little about who knows more."""


def covariance(one: Sequence[float], other: Sequence[float]) -> float:
    """The sample covariance; 0 for fewer than two players."""
    if len(one) < 2:
        return 0.0
    if len(one) != len(other):
        raise ValueError(f"{len(one)} marks beside {len(other)}")
    products: Iterator[float] = map(mul, _centred(one), _centred(other))
    return sum(products) / (len(one) - 1)


def variance(marks: Sequence[float]) -> float:
    """The sample variance."""
    return covariance(marks, marks)


def facility(marks: Sequence[float]) -> float | None:
    """The share of players who got it right."""
    return fmean(marks) if marks else None


def discrimination(marks: Sequence[float], rest: Sequence[float]) -> float | None:
    """From -100 to 100: how far those who got it right are those who did well otherwise; None where either never varies."""
    spread = math.sqrt(variance(marks)) * math.sqrt(variance(rest))
    return _percent(covariance(marks, rest), spread)


def efficiency(marks: Sequence[float], rest: Sequence[float]) -> float | None:
    """The discrimination as a share of the most that these marks allow, at most 100; below `DUBIOUS` it says little."""
    return _percent(covariance(marks, rest), covariance(sorted(marks), sorted(rest)))


def without(marks: Marks, place: int) -> list[float]:
    """What each player got without the question in this place."""
    return [sum(row) - row[place] for row in marks]


def column(marks: Marks, place: int) -> list[float]:
    """What each player got for the question in this place."""
    return [row[place] for row in marks]


def effective_weights(marks: Marks) -> tuple[float | None, ...]:
    """How much of the total's spread each question gives, in percent; None where a question goes against the total."""
    totals = [sum(row) for row in marks]
    shares = [covariance(column(marks, place), totals) for place in range(_questions(marks))]
    whole = math.fsum(math.sqrt(share) for share in shares if share > 0)
    return tuple(None if share < 0 or not whole else 100 * math.sqrt(share) / whole for share in shares)


def consistency(marks: Marks) -> float | None:
    """How far the questions measure one thing, in percent; None for one question or where no total varies."""
    questions, spread = _questions(marks), variance([sum(row) for row in marks])
    if questions < 2 or _is_nothing(spread):
        return None
    parts = math.fsum(variance(column(marks, place)) for place in range(questions))
    return 100 * questions / (questions - 1) * (1 - parts / spread)


def standard_error(marks: Marks) -> float | None:
    """How far a total may be off by chance, in points."""
    alike = consistency(marks)
    if alike is None:
        return None
    return math.sqrt(max(0.0, 1 - alike / 100) * variance([sum(row) for row in marks]))


def _centred(marks: Sequence[float]) -> list[float]:
    middle = fmean(marks)
    return [mark - middle for mark in marks]


def _questions(marks: Marks) -> int:
    return len(marks[0]) if marks else 0


def _percent(part: float, whole: float) -> float | None:
    return None if _is_nothing(whole) else 100 * part / whole


def _is_nothing(number: float) -> bool:
    return math.isclose(number, 0, abs_tol=1e-12)
