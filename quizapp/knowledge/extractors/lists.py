"""Word lists shipped as data."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def words(key: str) -> frozenset[str]:
    """One list of `data/words.toml`."""
    return frozenset(_table()[key].split())


def words_by_key(key: str) -> dict[str, frozenset[str]]:
    """One table of lists of `data/words.toml`: by the type of value they tell, or by the verb."""
    return {kind: frozenset(listed.split()) for kind, listed in _table()[key].items()}


@cache
def verbs_of_nouns(key: str) -> dict[str, str]:
    """From noun to verb: one table of `data/words.toml` that lists nouns for deeds or doers by the verb."""
    return {noun: verb for verb, nouns in words_by_key(key).items() for noun in nouns}


def read_data(name: str) -> str:
    """The text of a data file."""
    return files("quizapp.knowledge.extractors").joinpath("data").joinpath(name).read_text(encoding="utf-8")


@cache
def _table() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads(read_data("words.toml"))
    return found
