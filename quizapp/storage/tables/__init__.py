"""Every table, so that importing this package fills `Base.metadata`."""

from quizapp.storage.base import Base
from quizapp.storage.tables import accounts, bank, knowledge, people, playing, reports, returning

__all__ = ["Base", "accounts", "bank", "knowledge", "people", "playing", "reports", "returning"]
