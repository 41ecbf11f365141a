"""The catalogue of relations that ships with the program."""

from functools import cache
from importlib.resources import files

from quizapp.knowledge.pack import read_catalogue
from quizapp.knowledge.relation import Relation


@cache
def shipped_catalogue() -> dict[str, Relation]:
    """The relations of `catalogue.toml`, by key; read once."""
    return read_catalogue("catalogue.toml", files("quizapp.knowledge").joinpath("catalogue.toml").read_bytes())
