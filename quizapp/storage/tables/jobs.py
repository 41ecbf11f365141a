"""Work done in the background; this table is the truth, a queue only tells workers to look here."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.storage.base import Base, one_of

PUBLIC = 22


class JobState(StrEnum):
    """How far a job is: the last three are ends."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class JobRow(Base):
    """A job of somebody; `claim` is the token of the run that works on it, `heartbeat_at` when that run last gave a sign of life.

    `attempts` counts the runs begun since the job was submitted or tried again.
    """

    __tablename__ = "job"
    __table_args__ = (
        one_of("state", JobState),
        CheckConstraint("done >= 0 AND total >= 0 AND done <= total", name="done_within_total"),
        CheckConstraint("attempts >= 0", name="attempts_counted"),
        CheckConstraint("(state = 'running') = (claim IS NOT NULL)", name="running_has_claim"),
        CheckConstraint("(state = 'running') = (heartbeat_at IS NOT NULL)", name="running_has_heartbeat"),
        CheckConstraint("(state IN ('done', 'failed', 'cancelled')) = (ended_at IS NOT NULL)", name="over_has_end"),
        CheckConstraint("(state = 'failed') = (trouble IS NOT NULL)", name="failed_has_trouble"),
        CheckConstraint("(state = 'done') = (result IS NOT NULL)", name="done_has_result"),
        Index(None, "state", "made_at"),
        Index(None, "owner_id", "made_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public: Mapped[str] = mapped_column(String(PUBLIC), unique=True)
    kind: Mapped[str] = mapped_column(String(40))
    owner_id: Mapped[int] = mapped_column(ForeignKey("player.id", ondelete="CASCADE"))
    subject: Mapped[dict[str, object]]
    state: Mapped[str] = mapped_column(String(10))
    stage: Mapped[str] = mapped_column(String(120))
    done: Mapped[int]
    total: Mapped[int]
    result: Mapped[dict[str, object] | None]
    trouble: Mapped[str | None]
    made_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    heartbeat_at: Mapped[datetime | None]
    claim: Mapped[str | None] = mapped_column(String(32))
    attempts: Mapped[int]
