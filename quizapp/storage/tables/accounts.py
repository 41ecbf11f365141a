"""Accounts with their recovery codes and one-time links, and how often somebody may try; secrets stand here as digests alone."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.storage.base import Base, one_of

DIGEST = 64


class Role(StrEnum):
    """What an account may do; each may do what those before it may."""

    PLAYER = "player"
    TEACHER = "teacher"
    ADMIN = "admin"


class LinkPurpose(StrEnum):
    """What a one-time link is for."""

    FIRST_ADMIN = "first_admin"
    RESET = "reset"
    INVITE = "invite"


class AccountRow(Base):
    """A player's account: `name_key` is the name without regard to case, `name_look` what it looks like; an id is never given twice."""

    __tablename__ = "account"
    __table_args__ = (
        one_of("role", Role),
        CheckConstraint("length(name_key) > 0 AND length(name_look) > 0", name="name_kept"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    player_id: Mapped[int] = mapped_column(ForeignKey("player.id", ondelete="CASCADE"), unique=True)
    name_key: Mapped[str] = mapped_column(String(120), unique=True)
    name_look: Mapped[str] = mapped_column(String(120), unique=True)
    role: Mapped[str] = mapped_column(String(10))
    password_hash: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime]
    locked_at: Mapped[datetime | None]


class RecoveryCodeRow(Base):
    """A code that opens an account once when the password is forgotten."""

    __tablename__ = "recovery_code"
    __table_args__ = (CheckConstraint(f"length(code_hash) = {DIGEST}", name="code_hash_whole"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    code_hash: Mapped[str] = mapped_column(String(DIGEST), unique=True)
    made_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class AccountLinkRow(Base):
    """A link that works once: to make the first admin's account, an account with the `role` it invites to, or to set a password."""

    __tablename__ = "account_link"
    __table_args__ = (
        one_of("purpose", LinkPurpose),
        CheckConstraint(f"length(token_hash) = {DIGEST}", name="token_hash_whole"),
        CheckConstraint("(purpose = 'reset') = (account_id IS NOT NULL)", name="reset_has_account"),
        CheckConstraint("purpose = 'first_admin' OR expires_at IS NOT NULL", name="expires"),
        CheckConstraint("(purpose = 'invite') = (role IS NOT NULL)", name="invite_has_role"),
        one_of("role", Role),
        Index(
            "uq_account_link_one_first_admin",
            "purpose",
            unique=True,
            sqlite_where=text("purpose = 'first_admin'"),
            postgresql_where=text("purpose = 'first_admin'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    purpose: Mapped[str] = mapped_column(String(20))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(String(DIGEST), unique=True)
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    used_at: Mapped[datetime | None]
    role: Mapped[str | None] = mapped_column(String(10))


class ThrottleRow(Base):
    """How full a bucket of tries is: it leaks at a steady pace and is empty at `empty_at`; of whom it is only a digest is known."""

    __tablename__ = "throttle"
    __table_args__ = (CheckConstraint(f"length(bucket) = {DIGEST}", name="bucket_whole"),)

    bucket: Mapped[str] = mapped_column(String(DIGEST), primary_key=True)
    empty_at: Mapped[datetime] = mapped_column(index=True)
