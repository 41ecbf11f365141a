"""When two names may be two spellings of one: a question for a person, never an answer."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from quizapp.knowledge.fold import fold_name

SHORTEST = 4
LONG = 8
"""Two words, one of so many letters, may differ by two."""
FEW = 24
"""So many names that share all words but one are compared pair by pair."""


def alike_pairs(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Every two of the names that are alike, sorted; of many that share all words but one, only those with like letters are compared."""
    pairs = {pair for group in _sharing(names).values() for pair in _near(sorted(group, key=lambda one: one[1]))}
    return tuple(sorted(pair for pair in pairs if alike(*pair)))


def _sharing(names: Iterable[str]) -> Mapping[tuple[int, tuple[str, ...]], list[tuple[str, str]]]:
    """By the words that are shared and the place of the one that is not: that word, and the name it stands in."""
    found: dict[tuple[int, tuple[str, ...]], list[tuple[str, str]]] = defaultdict(list)
    for name in dict.fromkeys(names):
        words = fold_name(name).split()
        for place, word in enumerate(words if len(words) > 1 else ()):
            if len(word) >= SHORTEST:
                found[place, (*words[:place], *words[place + 1 :])].append((word, name))
    return found


def _near(group: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Pairs that may differ by few letters, in the order given: all of few, of many those whose words are one with letters left out."""
    if len(group) <= FEW:
        yield from combinations((name for _, name in group), 2)
        return
    by_rest: dict[str, list[str]] = defaultdict(list)
    for word, name in group:
        for rest in _left_out(word):
            by_rest[rest].append(name)
    for same in by_rest.values():
        yield from combinations(same, 2)


def _left_out(word: str) -> frozenset[str]:
    """The word, and the word without any one of its letters; a long one also without any two."""
    once = {word[:place] + word[place + 1 :] for place in range(len(word))}
    twice = {one[:place] + one[place + 1 :] for one in once for place in range(len(one))} if len(word) >= LONG else set[str]()
    return frozenset({word, *once, *twice})


def alike(one: str, other: str) -> bool:
    """Whether two full names of people share all words but one, and that one differs by few letters."""
    mine, theirs = fold_name(one).split(), fold_name(other).split()
    if len(mine) != len(theirs) or len(mine) < 2:
        return False
    different = [(left, right) for left, right in zip(mine, theirs, strict=True) if left != right]
    if len(different) != 1:
        return False
    left, right = different[0]
    if min(len(left), len(right)) < SHORTEST:
        return False
    return distance(left, right, limit=3) <= (1 if max(len(left), len(right)) < LONG else 2)


def distance(one: str, other: str, *, limit: int) -> int:
    """Letters to add, drop, change or swap with the next to get from one to the other; `limit` stands for anything above."""
    if abs(len(one) - len(other)) >= limit:
        return limit
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, left in enumerate(one, 1):
        line = [row]
        for column, right in enumerate(other, 1):
            cost = min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (left != right))
            if row > 1 and column > 1 and left == other[column - 2] and one[row - 2] == right:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, last = last, line
    return min(last[-1], limit)
