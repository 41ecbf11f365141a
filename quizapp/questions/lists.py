"""Lists of things of one kind, shipped as data beside this file (plain facts, no licence needed; see its head)."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from quizapp.knowledge.fold import fold_name


@dataclass(frozen=True, slots=True, eq=False)
class KindList:
    """Things of one kind in groups of those that lie near each other."""

    kind: str
    groups: tuple[tuple[str, ...], ...]

    def near(self, name: str) -> Iterator[str]:
        """The others of its group, those nearest on the list first."""
        wanted = _listed(name)
        for group in self.groups:
            folded = [fold_name(one) for one in group]
            if wanted in folded:
                place = folded.index(wanted)
                yield from sorted((one for one in group if one != group[place]), key=lambda one: abs(group.index(one) - place))
                return


def list_of(name: str) -> KindList | None:
    """The list a name stands on, also under another name it goes by; None for a name on no list."""
    return _by_name().get(_listed(name))


def city_group(name: str) -> int | None:
    """The place of its group on the list of cities, groups near each other lying in one part of the world; None for other names."""
    listed, wanted = list_of(name), _listed(name)
    if listed is None or listed.kind != "city":
        return None
    return next(place for place, group in enumerate(listed.groups) if wanted in map(fold_name, group))


def was_there(name: str, year: int | None) -> bool:
    """Whether nothing on the list of beginnings speaks against a state or town of that name in a year."""
    return year is None or year >= _since().get(_listed(name), year)


def same_on_list(one: str, other: str) -> bool:
    """Whether both are ways to write one name of a list: "US" and "United States"."""
    return _listed(one) == _listed(other)


def word_list(name: str) -> frozenset[str]:
    """The words of one list of words."""
    return frozenset(_data()["words"][name].split())


def _listed(name: str) -> str:
    folded = fold_name(name)
    return _other_names().get(folded, folded)


@cache
def _other_names() -> dict[str, str]:
    """Folded short names, each with the folded name it stands on a list under."""
    return {fold_name(short): fold_name(name) for short, name in _data()["also"].items()}


@cache
def _since() -> dict[str, int]:
    return {fold_name(name): year for name, year in _data()["since"].items()}


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
    return tuple(KindList(kind, tuple(tuple(group) for group in groups)) for kind, groups in _data()["lists"].items())


@cache
def _data() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("quizapp.questions").joinpath("lists.toml").read_text(encoding="utf-8"))
