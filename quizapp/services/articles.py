"""The public library of articles, each with its evidence marked."""

from quizapp.services.database import Database
from quizapp.services.views import ArticleCard, ArticleView, DisagreementView


def articles(db: Database) -> tuple[ArticleCard, ...]:
    """Every article of the library, by title."""
    raise NotImplementedError


def article(db: Database, *, slug: str, player: int | None = None) -> ArticleView:
    """The whole text with its evidence; without marks and notes while `player` has open questions on it. Raises NotFound."""
    raise NotImplementedError


def disagreements(db: Database, *, player: int | None = None) -> tuple[DisagreementView, ...]:
    """Every disputed or qualified fact, without those that `player` still has open questions on."""
    raise NotImplementedError
