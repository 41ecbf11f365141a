"""The order of a leaderboard: the larger share right first, then the shorter time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """A finished first attempt with the name its player chose; `key` tells entries apart."""

    key: int
    name: str
    score: int
    total: int
    time: timedelta


def rank(runs: Iterable[Run]) -> tuple[tuple[int, Run], ...]:
    """(rank, run), best first; runs equal in share and in whole seconds share a rank, and the next one is counted on from all."""
    ordered = sorted(runs, key=lambda run: (*_worth(run), run.key))
    ranked: list[tuple[int, Run]] = []
    for place, run in enumerate(ordered, 1):
        tied = bool(ranked) and _worth(ranked[-1][1]) == _worth(run)
        ranked.append((ranked[-1][0] if tied else place, run))
    return tuple(ranked)


def _worth(run: Run) -> tuple[Fraction, int]:
    return -Fraction(run.score, run.total), int(run.time.total_seconds())
