"""What reviewers hold, what they answered before they saw the right answer, and what teachers gave to the library."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.storage.base import Base


class ReviewHoldRow(Base):
    """A question that one reviewer has open, until when; others are told so."""

    __tablename__ = "review_hold"

    item_id: Mapped[int] = mapped_column(ForeignKey("item.id", ondelete="CASCADE"), primary_key=True)
    taken_by: Mapped[int] = mapped_column(ForeignKey("player.id", ondelete="CASCADE"), index=True)
    taken_until: Mapped[datetime]


class BlindAnswerRow(Base):
    """What a reviewer chose before seeing which answer is right; the first choice on a version stands.

    `name` is how the record names the reviewer, `player_id` the account while there is one.
    """

    __tablename__ = "blind_answer"
    __table_args__ = (UniqueConstraint("item_version_id", "player_id"), CheckConstraint("chosen >= 0", name="chosen_place"))

    id: Mapped[int] = mapped_column(primary_key=True)
    item_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id", ondelete="CASCADE"))
    player_id: Mapped[int | None] = mapped_column(ForeignKey("player.id", ondelete="SET NULL"), index=True)
    name: Mapped[str] = mapped_column(String(60))
    chosen: Mapped[int]
    at: Mapped[datetime]


class SharedQuestionRow(Base):
    """A teacher's question given to the library, where it is a question of the library's own from then on.

    What comes of it is what is decided on `library_version_id`; the teacher's own version stays hers whatever that is.
    """

    __tablename__ = "shared_question"
    __table_args__ = (UniqueConstraint("own_version_id"), UniqueConstraint("library_version_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    own_item_id: Mapped[int | None] = mapped_column(ForeignKey("item.id", ondelete="SET NULL"), index=True)
    own_version_id: Mapped[int | None] = mapped_column(ForeignKey("item_version.id", ondelete="SET NULL"))
    library_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id", ondelete="CASCADE"))
    shared_by: Mapped[int | None] = mapped_column(ForeignKey("player.id", ondelete="SET NULL"), index=True)
    name: Mapped[str] = mapped_column(String(60))
    at: Mapped[datetime]
