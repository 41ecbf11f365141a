"""Fitting the estimate of acceptance to decisions: logistic regression, drawn towards coefficients that are known already.

Newton's method in plain Python: some forty features and some thousand decisions take a second, so that no numerical library is needed.
The same decisions give the same coefficients, in whatever order they come.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import exp, log1p

from quizapp.questions.confidence import Coefficients, estimate
from quizapp.questions.features import FEATURES, Seen

PULL = 2.0
"""How strongly known coefficients hold against decisions: as 1 over the variance one grants them."""
ROUNDS = 60
CLOSE = 1e-9
HALVINGS = 30
FOLDS = 5
DIGITS = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """An item's features and whether a person accepted it unchanged; `name` tells items apart, `group` those of one article."""

    name: str
    seen: Seen
    accepted: bool
    group: str = ""


def fit(judged: Iterable[Judged], known: Coefficients, *, pull: float = PULL) -> Coefficients:
    """The coefficients that explain the decisions best while staying near the known ones; those that no item shows stay as they are."""
    cases = sorted(judged, key=lambda one: (one.name, one.accepted))
    names = [name for name in FEATURES if any(one.seen.get(name) for one in cases)]
    start = [known.get(name, 0.0) for name in names]
    rows = [[one.seen.get(name, 0.0) for name in names] for one in cases]
    found = _newton(rows, [float(one.accepted) for one in cases], start, pull) if names else []
    return {**dict.fromkeys(FEATURES, 0.0), **known, **{name: round(one, DIGITS) for name, one in zip(names, found, strict=True)}}


def cross_validated(judged: Sequence[Judged], known: Coefficients, *, pull: float = PULL) -> tuple[float, ...]:
    """For each case the estimate of a fit that has not seen its fold; folds follow the groups, else the names, so they repeat."""
    folds = [_fold(one.group or one.name) for one in judged]
    fitted = {fold: fit((one for one, mine in zip(judged, folds, strict=True) if mine != fold), known, pull=pull) for fold in set(folds)}
    return tuple(estimate(one.seen, fitted[fold]) for one, fold in zip(judged, folds, strict=True))


def _fold(name: str) -> int:
    return sha256(name.encode("utf-8")).digest()[0] % FOLDS


def _newton(rows: list[list[float]], labels: list[float], known: list[float], pull: float) -> list[float]:
    now = list(known)
    for _ in range(ROUNDS):
        step = _solved(*_slopes(rows, labels, now, known, pull))
        now = _moved(now, step, lambda one: _cost(rows, labels, one, known, pull))
        if max(map(abs, step)) < CLOSE:
            break
    return now


def _moved(now: list[float], step: list[float], cost: Callable[[list[float]], float]) -> list[float]:
    """The place after a step, shortened until it does not lead uphill: far from the goal whole steps may lead away for good."""
    before = cost(now)
    for halvings in range(HALVINGS):
        after = [one - move / 2**halvings for one, move in zip(now, step, strict=True)]
        if cost(after) <= before:
            return after
    return now


def _cost(rows: list[list[float]], labels: list[float], now: list[float], known: list[float], pull: float) -> float:
    """What is to be made small: how badly the decisions are explained, and how far the coefficients are from the known ones."""
    away = pull / 2 * sum((one - other) ** 2 for one, other in zip(now, known, strict=True))
    odds = (sum(value * one for value, one in zip(row, now, strict=True) if value) for row in rows)
    return away + sum(log1p(exp(-abs(one))) + max(one, 0.0) - label * one for one, label in zip(odds, labels, strict=True))


def _slopes(
    rows: list[list[float]], labels: list[float], now: list[float], known: list[float], pull: float
) -> tuple[list[list[float]], list[float]]:
    """The curvature and the gradient of what is to be made small."""
    size = range(len(now))
    curve = [[pull * (one == other) for other in size] for one in size]
    slope = [pull * (now[one] - known[one]) for one in size]
    for row, label in zip(rows, labels, strict=True):
        held = [(place, value) for place, value in enumerate(row) if value]
        share = 1 / (1 + exp(-max(-30.0, min(30.0, sum(value * now[place] for place, value in held)))))
        for place, value in held:
            slope[place] += (share - label) * value
            for other, too in held:
                curve[place][other] += share * (1 - share) * value * too
    return curve, slope


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system with a positive definite matrix, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for place in range(size):
        for below in range(place + 1, size):
            share = rows[below][place] / rows[place][place]
            if share:
                rows[below] = [one - share * two for one, two in zip(rows[below], rows[place], strict=True)]
    found = [0.0] * size
    for place in reversed(range(size)):
        rest = sum(rows[place][other] * found[other] for other in range(place + 1, size))
        found[place] = (rows[place][size] - rest) / rows[place][place]
    return found
