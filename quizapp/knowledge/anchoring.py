"""Re-anchoring: where words of one text stand in its corrected version, when that can be said without doubt."""

from bisect import bisect_right
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

CONTEXT = 24
"""Characters on each side that tell one occurrence of the same words from another."""


@dataclass(frozen=True)
class Anchoring:
    """Two versions of a text; `find` says where a span of the old one stands in the new one."""

    old: str
    new: str

    def find(self, start: int, end: int) -> tuple[int, int] | None:
        """The span in the new text with the same words: where unchanged text around them carries it, or the one place that fits best.

        None when the words are gone, or when several places fit equally well.
        """
        quote = self.old[start:end]
        carried = self._carried(start, end)
        if carried is not None:
            return carried
        places = [there for there in _places(self.new, quote) if not self._held(there, there + len(quote))]
        if not places:
            return None
        best = self._best(start, end, places)
        return (best, best + len(quote)) if best is not None else None

    def _carried(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the span lies whole within words that both versions share in the same order."""
        place = bisect_right(self._starts, start) - 1
        if place < 0:
            return None
        old, new, size = self._blocks[place]
        return (new + start - old, new + end - old) if end <= old + size else None

    def _held(self, there: int, upto: int) -> bool:
        """Whether unchanged text carries other words of the old version to this place."""
        return any(new <= there and upto <= new + size for _, new, size in self._blocks)

    def _best(self, start: int, end: int, places: list[int]) -> int | None:
        """The one place whose surroundings agree most with the old ones; none where two do, or where nothing around agrees."""
        length = end - start
        shared = {place: self._agreement(start, end, place, place + length) for place in places}
        most = max(shared.values())
        first = [place for place in places if shared[place] == most]
        alone = len(places) == 1 and len(_places(self.old, self.old[start:end])) == 1
        return first[0] if len(first) == 1 and (most > 0 or alone) else None

    def _agreement(self, start: int, end: int, there: int, upto: int) -> int:
        before = _alike(self.old[max(0, start - CONTEXT) : start][::-1], self.new[max(0, there - CONTEXT) : there][::-1])
        return before + _alike(self.old[end : end + CONTEXT], self.new[upto : upto + CONTEXT])

    @cached_property
    def _blocks(self) -> list[tuple[int, int, int]]:
        """Runs of characters both versions share in order, as (place in the old, place in the new, length), found line by line."""
        old, new = self.old.splitlines(keepends=True), self.new.splitlines(keepends=True)
        starts, others = _line_starts(old), _line_starts(new)
        found: list[tuple[int, int, int]] = []
        for tag, one, upto, other, until in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag == "equal":
                found.append((starts[one], others[other], starts[upto] - starts[one]))
            elif tag == "replace":
                found += self._within(starts[one], starts[upto], others[other], others[until])
        return _joined(found)

    def _within(self, start: int, end: int, there: int, until: int) -> list[tuple[int, int, int]]:
        """The same for changed lines: what they share at their beginning and at their end."""
        mine, theirs = self.old[start:end], self.new[there:until]
        head = _alike(mine, theirs)
        tail = _alike(mine[head:][::-1], theirs[head:][::-1])
        return [one for one in ((start, there, head), (end - tail, until - tail, tail)) if one[2]]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _, _ in self._blocks]


def _joined(blocks: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Runs that follow each other in both versions, as one."""
    joined: list[tuple[int, int, int]] = []
    for old, new, size in blocks:
        before, there, length = joined[-1] if joined else (-1, -1, 0)
        if before + length == old and there + length == new:
            joined[-1] = (before, there, length + size)
        else:
            joined.append((old, new, size))
    return joined


def _line_starts(lines: list[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts


def _alike(one: str, other: str) -> int:
    """How many characters two texts share at their beginning."""
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))


def _places(text: str, words: str) -> list[int]:
    found: list[int] = []
    place = text.find(words)
    while place >= 0:
        found.append(place)
        place = text.find(words, place + 1)
    return found
