"""Items with their versions, evidence and the decisions on them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.questions.item import Kind, State
from quizapp.questions.review import Move
from quizapp.storage.base import CONTENT_ID, Base, one_of


class ItemRow(Base):
    """A question through all its versions; `item` and `fact` are content ids."""

    __tablename__ = "item"
    __table_args__ = (UniqueConstraint("scope_id", "item"), one_of("kind", Kind))

    id: Mapped[int] = mapped_column(primary_key=True)
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id", ondelete="CASCADE"))
    item: Mapped[str] = mapped_column(String(CONTENT_ID))
    kind: Mapped[str] = mapped_column(String(20))
    fact: Mapped[str] = mapped_column(String(CONTENT_ID), index=True)


class ItemVersionRow(Base):
    """One wording of an item, never edited in what `content` digests; the highest number is the current one.

    `edited` says that a person wrote this wording here: what comes with files never replaces it.
    """

    __tablename__ = "item_version"
    __table_args__ = (
        UniqueConstraint("item_id", "number"),
        CheckConstraint("number >= 1", name="number_from_one"),
        CheckConstraint("key >= 0 AND key < 5", name="key_in_range"),
        CheckConstraint("difficulty BETWEEN 0 AND 1 AND confidence BETWEEN 0 AND 1", name="shares"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id", ondelete="CASCADE"))
    number: Mapped[int]
    stem: Mapped[str]
    options: Mapped[list[str]]
    key: Mapped[int]
    explanation: Mapped[str]
    ordered: Mapped[bool]
    source: Mapped[str | None]
    difficulty: Mapped[float]
    confidence: Mapped[float]
    content: Mapped[str] = mapped_column(String(CONTENT_ID))
    checks: Mapped[list[object]]
    made_at: Mapped[datetime]
    edited: Mapped[bool] = mapped_column(default=False, server_default=false())


class ItemEvidenceRow(Base):
    """Words that support a version's key, with the passage shown around them; offsets are code points of the revision's text."""

    __tablename__ = "item_evidence"
    __table_args__ = (
        UniqueConstraint("item_version_id", "place"),
        CheckConstraint('start >= 0 AND "end" > start AND length(quote) = "end" - start', name="evidence_whole"),
        CheckConstraint('passage_start <= start AND passage_end >= "end"', name="passage_covers"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    item_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id", ondelete="CASCADE"))
    place: Mapped[int]
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), index=True)
    start: Mapped[int]
    end: Mapped[int]
    quote: Mapped[str]
    passage_start: Mapped[int]
    passage_end: Mapped[int]


class DecisionRow(Base):
    """A decision on one version in one scope, append only: the latest stands.

    `actor` is a name for the record, `actor_id` the account while there is one; `with_files` marks what came with the seeds.
    """

    __tablename__ = "decision"
    __table_args__ = (
        one_of("action", Move),
        one_of("state", State),
        Index(None, "item_version_id", "scope_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    item_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id", ondelete="CASCADE"))
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id", ondelete="CASCADE"), index=True)
    actor: Mapped[str] = mapped_column(String(60))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("player.id", ondelete="SET NULL"))
    action: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    content: Mapped[str] = mapped_column(String(CONTENT_ID))
    reason: Mapped[str]
    at: Mapped[datetime]
    with_files: Mapped[bool]
