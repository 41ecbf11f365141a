"""A form that a value can have in running text."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from quizapp.knowledge.values.base import ValueType

Match = re.Match[str]
Ending = Callable[[Match], int | None]


def whole(found: Match) -> int | None:
    """The value ends where its group ends."""
    return found.end("value")


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """A pattern whose group `value` may be a value of `type`; of two that match the same words the lower `rank` wins.

    `needs` is a cheap sign of the value: a line without it is not searched. `ending` says where the value ends, or None that it
    is none; a `relative` form is kept even where it cannot be read.
    """

    type: ValueType
    rank: int
    pattern: re.Pattern[str]
    needs: re.Pattern[str]
    ending: Ending = whole
    relative: bool = False


def form(kind: ValueType, *pattern: str, rank: int = 5, needs: str = r"\d", relative: bool = False, ending: Ending = whole) -> Form:
    """A form from the pieces of its pattern."""
    return Form(type=kind, rank=rank, pattern=re.compile("".join(pattern)), needs=re.compile(needs), relative=relative, ending=ending)


def words_before(found: Match, reach: int = 40) -> list[str]:
    """The words that stand directly before the value, nearest last, up to a mark between them."""
    start = found.start("value")
    before = found.string[max(0, start - reach) : start]
    tail = re.split(r"[.,;:!?()\"“”]\s*", before)[-1]
    return re.findall(r"[\w’'-]+", tail)
