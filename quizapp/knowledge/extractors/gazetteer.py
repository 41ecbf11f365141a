"""Lists that vote on the type of a name: places, first names, titles, and the words that names of one kind begin or end with."""

import tomllib
from functools import cache

from quizapp.knowledge.extractors.lists import read_data, words, words_by_key
from quizapp.knowledge.fold import fold, fold_name
from quizapp.knowledge.values.base import ValueType

TITLES = words("titles")
PLACE_NOUNS = words("place_nouns")
DEMONYMS = words("demonyms")
_WIDE_LINES = (0, 1, 2, 8, 9)
_VEHICLES = ("space shuttle ", "soyuz ", "apollo ")


@cache
def places() -> frozenset[str]:
    """Folded names of countries, regions and large cities."""
    return frozenset(fold_name(name) for line in _place_lines() for name in line.split(", "))


@cache
def countries() -> frozenset[str]:
    """Folded names of countries: the first line of the list."""
    return frozenset(fold_name(name) for name in _place_lines()[0].split(", "))


@cache
def wide_places() -> frozenset[str]:
    """Folded names of countries, regions, states and islands, in which other places lie: the lines of the list that hold no towns."""
    lines = _place_lines()
    return frozenset(fold_name(name) for place in _WIDE_LINES if place < len(lines) for name in lines[place].split(", "))


@cache
def first_names() -> dict[str, str]:
    """Folded first names, each with "male" or "female"."""
    lists: dict[str, str] = tomllib.loads(read_data("first_names.toml"))
    return {fold(name): gender for gender, names in lists.items() for name in names.split()}


@cache
def name_ends() -> dict[str, ValueType]:
    """Last words that tell the type of a name."""
    return {word: ValueType(kind) for kind, listed in words_by_key("ends").items() for word in listed}


@cache
def name_beginnings() -> dict[str, ValueType]:
    """First words that tell the type of a name."""
    return {word: ValueType(kind) for kind, listed in words_by_key("begins").items() for word in listed}


def is_vehicle(folded: str) -> bool:
    """Whether a folded name is that of a spacecraft or ship by its first words."""
    return folded.startswith(_VEHICLES)


def _place_lines() -> list[str]:
    return [line for line in read_data("places.txt").splitlines() if line and not line.startswith("#")]
