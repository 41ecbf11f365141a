"""Every table, so that importing this package fills `Base.metadata`."""

from quizapp.storage.base import Base
from quizapp.storage.tables import bank, knowledge, people, playing

__all__ = ["Base", "bank", "knowledge", "people", "playing"]
