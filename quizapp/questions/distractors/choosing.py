"""Choosing among wrong options: those no rule bars, the key's place among ascending ones left to a digest."""

from collections.abc import Callable, Iterable, Sequence

Bars = Callable[[str, Sequence[str]], bool]


def choose(candidates: Iterable[str], wanted: int, barred: Bars) -> list[str]:
    """The first `wanted` candidates that are not barred beside those chosen before."""
    chosen: list[str] = []
    for candidate in candidates:
        if len(chosen) == wanted:
            break
        if not barred(candidate, chosen):
            chosen.append(candidate)
    return chosen


def choose_around(lower: Sequence[str], higher: Sequence[str], wanted: int, barred: Bars, seed: int) -> list[str]:
    """`wanted` candidates so that the key's rank is `seed` modulo their number plus one, as far as there are enough on both sides."""
    below = seed % (wanted + 1)
    first = choose(_turned(lower, seed // 7), below, barred)
    rest = choose(_turned(higher, seed // 11), wanted - len(first), lambda one, chosen: barred(one, [*first, *chosen]))
    chosen = [*first, *rest]
    more = choose([*lower, *higher], wanted - len(chosen), lambda one, extra: one in chosen or barred(one, [*chosen, *extra]))
    return [*chosen, *more]


def _turned(candidates: Sequence[str], seed: int) -> list[str]:
    """The same candidates with one of the nearest three first, so that distances differ from item to item."""
    place = seed % min(3, len(candidates)) if candidates else 0
    return [*candidates[place : place + 1], *candidates[:place], *candidates[place + 1 :]]
