"""Every table, so that importing this package fills `Base.metadata`."""

from quizapp.storage.base import Base
from quizapp.storage.tables import (
    accounts,
    bank,
    classes,
    jobs,
    knowledge,
    learning,
    mending,
    own_articles,
    own_quizzes,
    people,
    playing,
    reports,
    returning,
    reviewing,
    set_aside,
)

__all__ = [
    "Base",
    "accounts",
    "bank",
    "classes",
    "jobs",
    "knowledge",
    "learning",
    "mending",
    "own_articles",
    "own_quizzes",
    "people",
    "playing",
    "reports",
    "returning",
    "reviewing",
    "set_aside",
]
