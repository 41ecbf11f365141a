"""A quiz: an ordered choice of questions with settings."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class FeaturedQuiz:
    """A quiz as the library's editors describe it; `items` are ids of items, in order."""

    slug: str
    title: str
    note: str
    level: str
    items: tuple[str, ...]
