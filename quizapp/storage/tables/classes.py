"""Classes, the names in them, quizzes given to them, and who takes part.

A name in a class is all that is known of a student; the name goes when its teacher removes it, and what was answered stays without it.
"""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.storage.base import Base, one_of

CODE = 6
"""Letters of the code of an assignment."""
NAME = 40
KEY = 120
DIGEST = 64


class Whom(StrEnum):
    """Who may answer: the names of a class, or anybody with the link."""

    CLASS = "class"
    ANYBODY = "anybody"


class ClassRow(Base):
    """A teacher's class."""

    __tablename__ = "school_class"
    __table_args__ = (CheckConstraint("length(title) > 0", name="titled"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("player.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(80))
    made_at: Mapped[datetime]


class StudentRow(Base):
    """A name in a class; `player_id` plays under it and `code_hash` opens it since somebody picked it; `stretch` is the time they get."""

    __tablename__ = "student"
    __table_args__ = (
        UniqueConstraint("class_id", "name_key"),
        CheckConstraint("length(name) > 0 AND length(name_key) > 0", name="named"),
        CheckConstraint(f"code_hash IS NULL OR length(code_hash) = {DIGEST}", name="code_hash_whole"),
        CheckConstraint("code_hash IS NULL OR player_id IS NOT NULL", name="code_has_player"),
        CheckConstraint("stretch IN (0, 100, 125, 150, 200)", name="stretch_known"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(NAME))
    name_key: Mapped[str] = mapped_column(String(KEY))
    stretch: Mapped[int] = mapped_column(default=100)
    player_id: Mapped[int | None] = mapped_column(ForeignKey("player.id"), unique=True)
    code_hash: Mapped[str | None] = mapped_column(String(DIGEST))
    joined_at: Mapped[datetime | None]


class AssignmentRow(Base):
    """A quiz version given under settings of its own."""

    __tablename__ = "assignment"
    __table_args__ = (
        one_of("whom", Whom),
        CheckConstraint(f"length(code) = {CODE}", name="code_whole"),
        CheckConstraint("whom = 'class' OR class_id IS NULL", name="class_is_meant"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("player.id", ondelete="CASCADE"), index=True)
    quiz_version_id: Mapped[int] = mapped_column(ForeignKey("quiz_version.id"), index=True)
    whom: Mapped[str] = mapped_column(String(10))
    class_id: Mapped[int | None] = mapped_column(ForeignKey("school_class.id", ondelete="SET NULL"), index=True)
    code: Mapped[str] = mapped_column(String(CODE), unique=True)
    closed_book: Mapped[bool]
    settings: Mapped[dict[str, object]]
    given_at: Mapped[datetime]


class ParticipantRow(Base):
    """Somebody who takes part: a student of the class, or a player with a nickname; neither once the name is gone.

    `more_tries` are those the teacher gave them beyond what everybody has.
    """

    __tablename__ = "participant"
    __table_args__ = (
        CheckConstraint("student_id IS NULL OR player_id IS NULL", name="one_of_both"),
        CheckConstraint("(player_id IS NULL) = (nickname IS NULL)", name="player_has_nickname"),
        CheckConstraint("more_tries >= 0", name="more_tries_counted"),
        Index(
            "uq_participant_student",
            "assignment_id",
            "student_id",
            unique=True,
            sqlite_where=text("student_id IS NOT NULL"),
            postgresql_where=text("student_id IS NOT NULL"),
        ),
        Index(
            "uq_participant_player",
            "assignment_id",
            "player_id",
            unique=True,
            sqlite_where=text("player_id IS NOT NULL"),
            postgresql_where=text("player_id IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id", ondelete="CASCADE"))
    student_id: Mapped[int | None] = mapped_column(ForeignKey("student.id", ondelete="SET NULL"), index=True)
    player_id: Mapped[int | None] = mapped_column(ForeignKey("player.id"), index=True)
    nickname: Mapped[str | None] = mapped_column(String(NAME))
    more_tries: Mapped[int] = mapped_column(default=0)
    since: Mapped[datetime]
