"""Coefficients learned from decisions."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.storage.base import Base

_IN_USE = text("in_use")


class CoefficientsRow(Base):
    """One fit of the estimate that a reviewer accepts a question; kept for good, at most one is in use, else the shipped ones are.

    `cases` decisions, of which `accepted` approved the question unchanged; `before` and `after` are the calibration on them.
    """

    __tablename__ = "coefficients"
    __table_args__ = (
        CheckConstraint("cases >= accepted AND accepted >= 0", name="accepted_among_cases"),
        Index("uq_coefficients_one_in_use", "in_use", unique=True, sqlite_where=_IN_USE, postgresql_where=_IN_USE),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    made_at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(60))
    cases: Mapped[int]
    accepted: Mapped[int]
    log_odds: Mapped[dict[str, object]]
    before: Mapped[dict[str, object]]
    after: Mapped[dict[str, object]]
    replaced: Mapped[int | None] = mapped_column(ForeignKey("coefficients.id"))
    in_use: Mapped[bool]
