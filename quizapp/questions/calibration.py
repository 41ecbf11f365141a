"""How well estimates agree with what people decided: reliability, Brier score, expected calibration error, acceptance against yield."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

BINS = 5
SURE = 1.96
"""Standard errors of a 95 % interval."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Bin:
    """The cases whose estimate lies between two bounds: how many, what was expected, what was seen."""

    low: float
    high: float
    cases: int
    expected: float
    seen: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Calibration:
    """The reliability curve with its two sums; smaller is better for both."""

    cases: int
    brier: float
    error: float
    bins: tuple[Bin, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """What offering only estimates from `least` on would have given."""

    least: float
    offered: int
    accepted: int

    @property
    def share(self) -> float:
        """The share accepted of what is offered."""
        return self.accepted / self.offered if self.offered else 0.0


def calibrate(estimates: Sequence[float], accepted: Sequence[bool], *, bins: int = BINS) -> Calibration:
    """Compare estimates with outcomes in bins of equal width; without cases everything is 0."""
    pairs = list(zip(estimates, accepted, strict=True))
    if not pairs:
        return Calibration(cases=0, brier=0.0, error=0.0, bins=())
    found = [_bin(place / bins, (place + 1) / bins, pairs) for place in range(bins)]
    filled = tuple(one for one in found if one is not None)
    brier = sum((one - two) ** 2 for one, two in pairs) / len(pairs)
    error = sum(abs(one.expected - one.seen) * one.cases for one in filled) / len(pairs)
    return Calibration(cases=len(pairs), brier=brier, error=error, bins=filled)


def _bin(low: float, high: float, pairs: Sequence[tuple[float, bool]]) -> Bin | None:
    mine = [(one, two) for one, two in pairs if low <= one < high or (one >= high >= 1)]
    if not mine:
        return None
    expected, seen = sum(one for one, _ in mine) / len(mine), sum(two for _, two in mine) / len(mine)
    return Bin(low=low, high=high, cases=len(mine), expected=expected, seen=seen)


def curve(estimates: Sequence[float], accepted: Sequence[bool], thresholds: Sequence[float]) -> tuple[Point, ...]:
    """Acceptance against yield."""
    pairs = list(zip(estimates, accepted, strict=True))
    return tuple(_point(least, [two for one, two in pairs if one >= least]) for least in thresholds)


def _point(least: float, kept: Sequence[bool]) -> Point:
    return Point(least=least, offered=len(kept), accepted=sum(kept))


def interval(count: int, total: int) -> tuple[float, float]:
    """Wilson's 95 % interval for a share; (0, 1) where nothing was counted."""
    if not total:
        return 0.0, 1.0
    share, square = count / total, SURE**2
    middle = (share + square / (2 * total)) / (1 + square / total)
    width = SURE * sqrt(share * (1 - share) / total + square / (4 * total**2)) / (1 + square / total)
    return max(0.0, middle - width), min(1.0, middle + width)
