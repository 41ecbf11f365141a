"""Choosing questions from the bank for a player: unseen ones first, then those seen longest ago, difficulties mixed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from random import Random

from quizapp.knowledge.fold import fold
from quizapp.play.quiz import ItemVersionId

BANDS = 3
"""Difficulties are mixed by taking in turn from the easy, the middle and the hard third."""
CROWDED = 0.2
"""A question that cannot stand beside more than this share of the bank comes last, or it would keep all others out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A question of the bank that may be chosen; `item` is its content id."""

    version: ItemVersionId
    item: str
    fact: str
    stem: str
    answer: str
    difficulty: float


def choose(bank: Iterable[Choice], *, seen: Mapping[str, datetime], count: int, rng: Random) -> tuple[Choice, ...]:
    """At most `count` questions, one a fact, none giving another away; `seen` maps item ids to when they were last answered."""
    pool = sorted(bank, key=lambda one: one.item)
    unseen = _loners_last(_mixed([one for one in pool if one.item not in seen], rng), pool)
    again = sorted((one for one in pool if one.item in seen), key=lambda one: (seen[one.item], one.item))
    chosen: list[Choice] = []
    for one in [*unseen, *again]:
        if len(chosen) < count and all(_go_together(one, other) for other in chosen):
            chosen.append(one)
    return tuple(chosen)


@lru_cache(maxsize=10_000)
def _folded(text: str) -> str:
    return fold(text)


def gives_away(stem: str, answer: str) -> bool:
    """Whether a stem holds the words of an answer to another question."""
    words = _folded(answer)
    return bool(words) and f" {words} " in f" {_folded(stem)} "


def _go_together(one: Choice, other: Choice) -> bool:
    return one.fact != other.fact and not gives_away(one.stem, other.answer) and not gives_away(other.stem, one.answer)


def _loners_last(order: Sequence[Choice], pool: Sequence[Choice]) -> list[Choice]:
    barred = {one.item: sum(gives_away(other.stem, one.answer) for other in pool if other.fact != one.fact) for one in order}
    return sorted(order, key=lambda one: barred[one.item] > CROWDED * len(pool))


def _mixed(choices: Sequence[Choice], rng: Random) -> list[Choice]:
    order = list(choices)
    rng.shuffle(order)
    order.sort(key=lambda one: one.difficulty)
    size = -(-len(order) // BANDS) or 1
    bands = [order[start : start + size] for start in range(0, len(order), size)]
    for band in bands:
        rng.shuffle(band)
    return [band[turn] for turn in range(size) for band in bands if turn < len(band)]
