"""Choosing questions from the bank for a player: unseen ones first, then those seen longest ago, difficulties mixed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from quizapp.play.quiz import ItemVersionId
from quizapp.questions.words import all_stems, content, holds_phrase

BANDS = 3
"""Difficulties are mixed by taking in turn from the easy, the middle and the hard third."""
TELLING = 0.6
"""A stem that holds this share of the words another question asks with, and its answer, tells it."""


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
    unseen = _mixed([one for one in pool if one.item not in seen], rng)
    again = sorted((one for one in pool if one.item in seen), key=lambda one: (seen[one.item], one.item))
    chosen: list[Choice] = []
    for one in [*unseen, *again]:
        if len(chosen) < count and all(_go_together(one, other) for other in chosen):
            chosen.append(one)
    return tuple(chosen)


def gives_away(telling: str, asked: str, answer: str) -> bool:
    """Whether the stem `telling` holds the answer of the question `asked` beside most of what that one asks."""
    if not holds_phrase(all_stems(telling), all_stems(answer)):
        return False
    wanted = content(asked) - content(answer)
    return len(wanted & content(telling)) >= TELLING * len(wanted)


def _go_together(one: Choice, other: Choice) -> bool:
    return (
        one.fact != other.fact and not gives_away(one.stem, other.stem, other.answer) and not gives_away(other.stem, one.stem, one.answer)
    )


def _mixed(choices: Sequence[Choice], rng: Random) -> list[Choice]:
    order = list(choices)
    rng.shuffle(order)
    order.sort(key=lambda one: one.difficulty)
    size = -(-len(order) // BANDS) or 1
    bands = [order[start : start + size] for start in range(0, len(order), size)]
    for band in bands:
        rng.shuffle(band)
    return [band[turn] for turn in range(size) for band in bands if turn < len(band)]
