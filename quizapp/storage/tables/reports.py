"""Problems that players report."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.play.reports import MAX_WORDS, Outcome, Trouble
from quizapp.storage.base import Base, one_of


class ReportRow(Base):
    """What a player says is wrong with a question; whose report it is, and on which version, its attempt's question knows.

    `told_at` is when the player has read the outcome.
    """

    __tablename__ = "report"
    __table_args__ = (
        one_of("trouble", Trouble),
        one_of("outcome", Outcome),
        CheckConstraint(f"length(words) <= {MAX_WORDS}", name="words_short"),
        CheckConstraint("(outcome IS NULL) = (decided_at IS NULL)", name="outcome_has_time"),
        CheckConstraint("told_at IS NULL OR outcome IS NOT NULL", name="told_has_outcome"),
        Index(None, "outcome", "made_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_question_id: Mapped[int] = mapped_column(ForeignKey("attempt_question.id", ondelete="CASCADE"), unique=True)
    trouble: Mapped[str] = mapped_column(String(10))
    words: Mapped[str]
    made_at: Mapped[datetime]
    outcome: Mapped[str | None] = mapped_column(String(10))
    answer: Mapped[str | None]
    decided_at: Mapped[datetime | None]
    told_at: Mapped[datetime | None]
