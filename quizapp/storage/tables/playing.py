"""Quizzes, attempts and responses."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.play.attempt import Mode
from quizapp.storage.base import Base, one_of

PUBLIC_ID = 22
"""Length of an attempt's id in addresses: 128 random bits."""


class QuizKind(StrEnum):
    """Whose quiz it is."""

    FEATURED = "featured"
    TEACHER = "teacher"


class QuizRow(Base):
    """A quiz through all its versions; `place` orders the featured ones, `withdrawn_at` takes it off the pages."""

    __tablename__ = "quiz"
    __table_args__ = (one_of("kind", QuizKind),)

    id: Mapped[int] = mapped_column(primary_key=True)
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(10))
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    place: Mapped[int]
    withdrawn_at: Mapped[datetime | None]


class QuizVersionRow(Base):
    """One state of a quiz; the highest number is the current one.

    A teacher's version is a draft until `published_at`, and not edited after; the published one with the highest number is the one played.
    """

    __tablename__ = "quiz_version"
    __table_args__ = (UniqueConstraint("quiz_id", "number"), CheckConstraint("number >= 1", name="number_from_one"))

    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id", ondelete="CASCADE"))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    note: Mapped[str]
    level: Mapped[str] = mapped_column(String(40))
    settings: Mapped[dict[str, object]]
    made_at: Mapped[datetime]
    published_at: Mapped[datetime | None]


class QuizItemRow(Base):
    """One question of a quiz version."""

    __tablename__ = "quiz_item"
    __table_args__ = (UniqueConstraint("quiz_version_id", "place"), UniqueConstraint("quiz_version_id", "item_version_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_version_id: Mapped[int] = mapped_column(ForeignKey("quiz_version.id", ondelete="CASCADE"))
    place: Mapped[int]
    item_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id"), index=True)


class AttemptRow(Base):
    """One run of a player through a quiz or a draw from the bank; the score is kept when it is finished.

    `stretch` is how much of the set time this player gets, in percent; 0 is no limit, NULL as the quiz gives to all.
    `participant_id` says who took it in which assignment, where it belongs to one.
    `total` is the number of questions that count: a mended attempt may have fewer than it shows, down to none.
    """

    __tablename__ = "attempt"
    __table_args__ = (
        one_of("mode", Mode),
        CheckConstraint(f"length(public) = {PUBLIC_ID}", name="public_whole"),
        CheckConstraint(
            "(mode <> 'quiz' OR quiz_version_id IS NOT NULL) AND (quiz_version_id IS NULL OR mode IN ('quiz', 'preview'))",
            name="quiz_has_version",
        ),
        CheckConstraint("(finished_at IS NULL) = (score IS NULL)", name="finished_has_score"),
        CheckConstraint("stretch IN (0, 100, 125, 150, 200)", name="stretch_known"),
        CheckConstraint("total >= 0 AND (score IS NULL OR score BETWEEN 0 AND total)", name="score_within_total"),
        Index(None, "player_id", "started_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public: Mapped[str] = mapped_column(String(PUBLIC_ID), unique=True)
    player_id: Mapped[int] = mapped_column(ForeignKey("player.id"))
    mode: Mapped[str] = mapped_column(String(10))
    quiz_version_id: Mapped[int | None] = mapped_column(ForeignKey("quiz_version.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    total: Mapped[int]
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    score: Mapped[int | None]
    stretch: Mapped[int | None]
    participant_id: Mapped[int | None] = mapped_column(ForeignKey("participant.id", ondelete="SET NULL"), index=True)


class AttemptQuestionRow(Base):
    """A question as one attempt shows it; `options` are [token, place in the version's options] as shown, `skipped` counts skips.

    `shown_at` is when a timed question was shown first.
    """

    __tablename__ = "attempt_question"
    __table_args__ = (
        UniqueConstraint("attempt_id", "number"),
        UniqueConstraint("attempt_id", "item_version_id"),
        CheckConstraint("number >= 1 AND skipped >= 0", name="counts"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"))
    number: Mapped[int]
    item_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id"), index=True)
    options: Mapped[list[object]]
    skipped: Mapped[int] = mapped_column(default=0)
    shown_at: Mapped[datetime | None]


class ResponseRow(Base):
    """The first answer to a question, which is the one that counts; `chosen` is a place in the version's options.

    A `late` one came when the time was over and is not right, whatever was chosen.
    """

    __tablename__ = "response"
    __table_args__ = (CheckConstraint("chosen >= 0", name="chosen_place"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_question_id: Mapped[int] = mapped_column(ForeignKey("attempt_question.id", ondelete="CASCADE"), unique=True)
    chosen: Mapped[int]
    at: Mapped[datetime]
    late: Mapped[bool] = mapped_column(default=False, server_default=false())
