"""How far a player has come with the questions of the bank, group by group."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """Questions of one group: right and missed at the last answer, and those not asked yet."""

    name: str
    right: int
    missed: int
    unseen: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.right + self.missed + self.unseen


def shares(questions: Iterable[tuple[str, Iterable[str]]], last: Mapping[str, bool]) -> tuple[Share, ...]:
    """A share for each group in order of appearance, from (question, its groups) and whether the last answer to it was right."""
    counts: dict[str, list[int]] = {}
    for question, groups in questions:
        place = 2 if question not in last else 0 if last[question] else 1
        for group in groups:
            counts.setdefault(group, [0, 0, 0])[place] += 1
    return tuple(Share(name=name, right=one[0], missed=one[1], unseen=one[2]) for name, one in counts.items())
