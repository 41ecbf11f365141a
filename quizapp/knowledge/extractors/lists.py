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


def read_data(name: str) -> str:
    """The text of a data file."""
    return files("quizapp.knowledge.extractors").joinpath("data").joinpath(name).read_text(encoding="utf-8")


@cache
def _table() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads(read_data("words.toml"))
    return found
