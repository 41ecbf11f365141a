"""What was known of an article when it was withdrawn, so that it can be put back as it was."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.storage.base import Base


class SetAsideRow(Base):
    """Claims of the text that the article had, each with its place in the scope, and the names, relations and proposals they need."""

    __tablename__ = "set_aside"

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"), primary_key=True)
    claims: Mapped[list[object]]
    names: Mapped[list[object]]
    relations: Mapped[list[object]]
    proposals: Mapped[list[object]]
