"""Questions mended after they were played, and the scores that changed with them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.storage.base import Base


class MendingRow(Base):
    """Which places of a version's options count as right, append only: the latest stands; no place at all counts for nobody.

    With a `scope_id`, which is a teacher's, it holds in what that teacher gives to classes and nowhere else.
    """

    __tablename__ = "mending"
    __table_args__ = (CheckConstraint("length(why) > 0", name="has_reason"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    item_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id", ondelete="CASCADE"), index=True)
    places: Mapped[list[object]]
    why: Mapped[str]
    actor: Mapped[str] = mapped_column(String(60))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("player.id", ondelete="SET NULL"))
    at: Mapped[datetime]
    scope_id: Mapped[int | None] = mapped_column(ForeignKey("scope.id", ondelete="CASCADE"))


class ScoreChangeRow(Base):
    """What a mending did to a finished attempt's score; `told_at` is when the player has read of it."""

    __tablename__ = "score_change"
    __table_args__ = (
        UniqueConstraint("attempt_id", "mending_id"),
        CheckConstraint("old_score BETWEEN 0 AND old_total AND new_score BETWEEN 0 AND new_total", name="scores_within_totals"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"))
    mending_id: Mapped[int] = mapped_column(ForeignKey("mending.id", ondelete="CASCADE"), index=True)
    old_score: Mapped[int]
    old_total: Mapped[int]
    new_score: Mapped[int]
    new_total: Mapped[int]
    told_at: Mapped[datetime | None]
