"""What brings players back: the day's questions, what they missed and when it is due, names on leaderboards."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.storage.base import Base


class DailyQuestionRow(Base):
    """One question of the ten of a day, kept as it was drawn: the bank may change later, the day's questions do not."""

    __tablename__ = "daily_question"
    __table_args__ = (
        UniqueConstraint("scope_id", "day", "place"),
        UniqueConstraint("scope_id", "day", "item_version_id"),
        CheckConstraint("place >= 0", name="place_from_zero"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id", ondelete="CASCADE"))
    day: Mapped[dt.date]
    place: Mapped[int]
    item_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id"), index=True)


class RecallRow(Base):
    """How well a player remembers a question missed once, as the FSRS scheduler counts it; `right` is the last answer."""

    __tablename__ = "recall"
    __table_args__ = (
        UniqueConstraint("player_id", "item_id"),
        CheckConstraint("stability > 0 AND difficulty BETWEEN 1 AND 10", name="within_scheduler"),
        CheckConstraint("due > last_at", name="due_later"),
        Index(None, "player_id", "due"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    player_id: Mapped[int] = mapped_column(ForeignKey("player.id", ondelete="CASCADE"))
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id", ondelete="CASCADE"), index=True)
    stability: Mapped[float]
    difficulty: Mapped[float]
    due: Mapped[dt.datetime]
    last_at: Mapped[dt.datetime]
    right: Mapped[bool]


class BoardEntryRow(Base):
    """A name that a player put beside the score of an attempt; `look` is what the name looks like, `hidden_at` an admin's act."""

    __tablename__ = "board_entry"
    __table_args__ = (CheckConstraint("length(name) > 0 AND length(look) > 0", name="name_kept"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"), unique=True)
    name: Mapped[str] = mapped_column(String(24))
    look: Mapped[str] = mapped_column(String(120))
    entered_at: Mapped[dt.datetime]
    hidden_at: Mapped[dt.datetime | None]
