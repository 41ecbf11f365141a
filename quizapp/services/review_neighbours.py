"""Questions of the library that ask much the same: of one fact, or in much the same words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from quizapp.questions.item import State
from quizapp.questions.words import content
from quizapp.storage.bank_values import StoredItem

ALIKE = 0.6
"""From this share of common words on two questions read alike."""
MOST = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Neighbour:
    """A question beside the one looked at; `same_fact` or else alike in its words."""

    item: str
    stem: str
    answer: str
    state: State
    same_fact: bool


def neighbours(stored: StoredItem, bank: Sequence[StoredItem]) -> tuple[Neighbour, ...]:
    """The nearest questions, those on the same fact first; rejected and retired ones, too, as they say why."""
    found = [(_nearness(stored, one), one) for one in bank if one.item != stored.item]
    near = sorted(((score, one) for score, one in found if score >= ALIKE), key=lambda pair: (-pair[0], pair[1].row))
    return tuple(_neighbour(stored, one) for _, one in near[:MOST])


def _nearness(stored: StoredItem, other: StoredItem) -> float:
    mine, theirs = _words(stored.value.stem), _words(other.value.stem)
    alike = len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0
    return 1.0 + alike if other.value.fact == stored.value.fact else alike


def _neighbour(stored: StoredItem, other: StoredItem) -> Neighbour:
    value = other.value
    return Neighbour(item=other.item, stem=value.stem, answer=value.answer, state=other.state, same_fact=value.fact == stored.value.fact)


@lru_cache(maxsize=20_000)
def _words(stem: str) -> frozenset[str]:
    return frozenset(content(stem))
