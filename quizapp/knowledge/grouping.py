"""Which values of one fact are the same and which are coarser wordings of another, without comparing all pairs."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from math import inf

from quizapp.knowledge.comparing import compare
from quizapp.knowledge.names import Names
from quizapp.knowledge.values.amount import Amount
from quizapp.knowledge.values.base import Comparison, Value
from quizapp.knowledge.values.clock import ClockTime
from quizapp.knowledge.values.moment import Date
from quizapp.knowledge.values.word import Name

FEW = 24
_SLACK = 0.025
_TIGHT = 2e-6

Interval = tuple[float, float]


def homes(values: Sequence[Value], names: Names) -> list[int]:
    """For each value the place of the value it belongs to: itself, the first that is the same, or one it is a coarser wording of.

    Of several finer values the one that comes first in order of bounds is taken, then the one that was given first.
    """
    first: dict[Hashable, int] = {}
    same = [first.setdefault(_normal(value, names), place) for place, value in enumerate(values)]
    if len(first) == 1:
        return same
    buckets: dict[Hashable, list[int]] = defaultdict(list)
    for place in first.values():
        buckets[_bucket(values[place])].append(place)
    above: dict[int, int] = {}
    for places in buckets.values():
        if len(places) > 1:
            above.update(_finer_names(places, values, names) if isinstance(values[places[0]], Name) else _above(places, values, names))
    return [_top(place, above) for place in same]


def _normal(value: Value, names: Names) -> Hashable:
    return (Name, names.canonical(value.text)) if isinstance(value, Name) else (type(value), value.type, value.normal)


def _bucket(value: Value) -> Hashable:
    """Values of two buckets are always different."""
    match value:
        case Amount():
            return ("amount", value.dimension, value.backwards)
        case Date():
            return ("date",)
        case ClockTime():
            return ("clock", value.hour, value.minute)
        case Name():
            return ("name",)
    return ("words", value.normal)


def _above(places: Sequence[int], values: Sequence[Value], names: Names) -> dict[int, int]:
    """Each place with one that is finer or, failing that, with the first that is the same."""
    if len(places) <= FEW:
        return _above_among_few(places, values, names)
    found: dict[int, int] = {}
    for place, others in _neighbours(places, values):
        for other in others:
            comparison = compare(values[place], values[other], names)
            if comparison is Comparison.COARSER:
                found[place] = other
                break
            if comparison is Comparison.SAME and other < found.get(place, place):
                found[place] = other
    return found


def _above_among_few(places: Sequence[int], values: Sequence[Value], names: Names) -> dict[int, int]:
    """The same by comparing all pairs, each once."""
    order = sorted(places, key=lambda place: (*(_interval(values[place]) or (0.0, 0.0)), place)) if len(places) > 2 else places
    same: dict[int, int] = {}
    finer: dict[int, int] = {}
    for one, other in combinations(order, 2):
        comparison = compare(values[one], values[other], names)
        if comparison is Comparison.COARSER:
            finer.setdefault(one, other)
        elif comparison is Comparison.FINER:
            finer.setdefault(other, one)
        elif comparison is Comparison.SAME:
            low, high = min(one, other), max(one, other)
            same[high] = min(low, same.get(high, low))
    return {**same, **finer}


def _top(place: int, above: dict[int, int]) -> int:
    seen = {place}
    while place in above and above[place] not in seen:
        place = above[place]
        seen.add(place)
    return place


def _finer_names(distinct: Sequence[int], values: Sequence[Value], names: Names) -> dict[int, int]:
    below: dict[str, int] = {}
    for place in distinct:
        for broader in sorted(names.broader(values[place].display())):
            below.setdefault(broader, place)
    found = {place: below.get(names.canonical(values[place].display())) for place in distinct}
    return {place: other for place, other in found.items() if other is not None and other != place}


def _neighbours(places: Sequence[int], values: Sequence[Value]) -> Iterator[tuple[int, Iterable[int]]]:
    """Each place with the others that may be the same or finer, in order of their bounds."""
    bounded = {place: bounds for place in places if (bounds := _interval(values[place])) is not None}
    loose = [place for place in places if place not in bounded]
    index = _Index(bounded, _SLACK if _mixed(places, values) else _TIGHT)
    for place in places:
        if place in bounded:
            yield place, _chain(index.within(place), loose, place)
        else:
            yield place, (other for other in places if other != place)


def _chain(near: Iterable[int], loose: Iterable[int], place: int) -> Iterator[int]:
    yield from near
    yield from (other for other in loose if other != place)


def _mixed(places: Sequence[int], values: Sequence[Value]) -> bool:
    """Whether amounts are given in several units, so that rounding makes equal ones differ."""
    units = {value.unit for place in places if isinstance(value := values[place], Amount)}
    return len(units) > 1


def _interval(value: Value) -> Interval | None:
    """From the least to the most a value can mean; None when that is no one stretch."""
    if isinstance(value, Amount):
        return value.bounds()
    days = value.days() if isinstance(value, Date) else None
    if days is None or len(days) != 1 or not days[0].fixed:
        return None
    return float(days[0].first), float(days[0].last)


class _Index:
    """Finds the intervals that lie within another one: sorted by their low ends, with the least high end of every block of them."""

    def __init__(self, bounds: dict[int, Interval], slack: float) -> None:
        self._bounds = bounds
        self._slack = slack
        self._order = sorted(bounds, key=lambda place: (*bounds[place], place))
        self._lows = [bounds[place][0] for place in self._order]
        self._tree = _least([bounds[place][1] for place in self._order])

    def within(self, place: int) -> Iterator[int]:
        """The other intervals that lie within this one, give or take the slack."""
        low, high = self._bounds[place]
        low, high = low - self._slack * abs(low), high + self._slack * abs(high)
        at, end = bisect_left(self._lows, low), bisect_right(self._lows, high)
        while (found := self._next(at, high)) is not None and found < end:
            if self._order[found] != place:
                yield self._order[found]
            at = found + 1

    def _next(self, at: int, high: float) -> int | None:
        """The first interval from `at` on whose high end is at most `high`."""
        tree, size = self._tree, len(self._tree) // 2
        node = at + size
        while at < size and tree[node] > high:
            while node & 1:
                node >>= 1
            if node == 0:
                return None
            node += 1
        if at >= size:
            return None
        while node < size:
            node = 2 * node if tree[2 * node] <= high else 2 * node + 1
        return node - size


def _least(highs: Sequence[float]) -> list[float]:
    """A binary tree over the numbers: the least of each pair stands above it."""
    size = 1
    while size < len(highs):
        size *= 2
    tree = [inf] * size + list(highs) + [inf] * (size - len(highs))
    for node in range(size - 1, 0, -1):
        tree[node] = min(tree[2 * node], tree[2 * node + 1])
    return tree
