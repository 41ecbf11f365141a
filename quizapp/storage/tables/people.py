"""Players, their visits, and the record of who did what."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.storage.base import Base, one_of


class PlayerKind(StrEnum):
    """Whether a player is a guest or has an account."""

    GUEST = "guest"
    ACCOUNT = "account"


class PlayerRow(Base):
    """Whoever plays."""

    __tablename__ = "player"
    __table_args__ = (one_of("kind", PlayerKind), CheckConstraint("kind = 'guest' OR name IS NOT NULL", name="account_has_name"))

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    name: Mapped[str | None] = mapped_column(String(60), unique=True)
    created_at: Mapped[datetime]


class VisitRow(Base):
    """A session kept by the server; of its token only the SHA-256 is known here."""

    __tablename__ = "visit"
    __table_args__ = (CheckConstraint("length(token_hash) = 64", name="token_hash_whole"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    player_id: Mapped[int] = mapped_column(ForeignKey("player.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class RecordRow(Base):
    """Who did what, when, to what, from which old to which new state, and why; written with the act itself, never edited."""

    __tablename__ = "record"
    __table_args__ = (Index(None, "subject_kind", "subject_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    actor: Mapped[str] = mapped_column(String(60))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("player.id", ondelete="SET NULL"), index=True)
    action: Mapped[str] = mapped_column(String(40))
    subject_kind: Mapped[str] = mapped_column(String(20))
    subject_id: Mapped[str] = mapped_column(String(60))
    old: Mapped[dict[str, object] | None]
    new: Mapped[dict[str, object] | None]
    why: Mapped[str] = mapped_column(default="")
