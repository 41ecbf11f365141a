"""Lists of things of one kind, shipped as data beside this file (plain facts, no licence needed; see lists/README.md)."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from quizapp.knowledge.fold import fold_name


@dataclass(frozen=True, slots=True, eq=False)
class KindList:
    """Things of one kind in groups of those that lie near each other."""

    kind: str
    groups: tuple[tuple[str, ...], ...]

    def near(self, name: str) -> Iterator[str]:
        """The others of its group, those nearest on the list first."""
        for group in self.groups:
            folded = [fold_name(one) for one in group]
            if fold_name(name) in folded:
                place = folded.index(fold_name(name))
                yield from sorted((one for one in group if one != group[place]), key=lambda one: abs(group.index(one) - place))
                return


def list_of(name: str) -> KindList | None:
    """The list a name stands on, or None."""
    return _by_name().get(fold_name(name))


@cache
def _by_name() -> dict[str, KindList]:
    found: dict[str, KindList] = {}
    for kind in _lists():
        for group in kind.groups:
            for name in group:
                found.setdefault(fold_name(name), kind)
    return found


@cache
def _lists() -> tuple[KindList, ...]:
    data = tomllib.loads(files("quizapp.questions.distractors").joinpath("lists.toml").read_text(encoding="utf-8"))
    return tuple(KindList(kind, tuple(tuple(group) for group in groups)) for kind, groups in data.items())
