"""Scopes and what is known in them: articles with their revisions, claims, facts, names, relations, rulings."""

import datetime as dt
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.knowledge.claim import MadeBy, Modality
from quizapp.knowledge.fact import Verdict
from quizapp.knowledge.rulings import RulingKind
from quizapp.knowledge.values.base import ValueType
from quizapp.storage.base import CONTENT_ID, Base, one_of


class ScopeKind(StrEnum):
    """The library, or one teacher's own articles."""

    LIBRARY = "library"
    TEACHER = "teacher"


_IS_LIBRARY = text("kind = 'library'")
_IS_CURRENT = text("is_current")
_IN_PLACE = text("withdrawn_at IS NULL")


class ScopeRow(Base):
    """Articles that count together; `digest` tells what was loaded from files.

    `generation` grows with every change, `knowledge` with those that are more than a decision or a new wording of a question.
    """

    __tablename__ = "scope"
    __table_args__ = (
        one_of("kind", ScopeKind),
        CheckConstraint("(kind = 'library') = (owner_id IS NULL)", name="only_teachers_own"),
        Index("uq_scope_one_library", "kind", unique=True, sqlite_where=_IS_LIBRARY, postgresql_where=_IS_LIBRARY),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("player.id", ondelete="CASCADE"), unique=True)
    generation: Mapped[int] = mapped_column(default=0)
    digest: Mapped[str | None] = mapped_column(String(CONTENT_ID))
    knowledge: Mapped[int] = mapped_column(default=0, server_default=text("0"))


class ArticleRow(Base):
    """An article and what its sidecar says of it; `withdrawn_at` takes it out of the scope, its texts stay for what was played.

    `made_here` marks one that people brought, which no file says anything of; `withdrawn_by` names the person who withdrew it.
    """

    __tablename__ = "article"
    __table_args__ = (
        UniqueConstraint("scope_id", "name"),
        Index("uq_article_one_slug", "scope_id", "slug", unique=True, sqlite_where=_IN_PLACE, postgresql_where=_IN_PLACE),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(255))
    slug: Mapped[str] = mapped_column(String(200))
    title: Mapped[str] = mapped_column(String(300))
    date: Mapped[dt.date | None]
    source: Mapped[str | None]
    note: Mapped[str | None]
    withdrawn_at: Mapped[dt.datetime | None]
    made_here: Mapped[bool] = mapped_column(default=False, server_default=false())
    withdrawn_by: Mapped[str | None] = mapped_column(String(60))


class RevisionRow(Base):
    """One text of an article, never edited; exactly one revision is the current one. `made_here` marks a person's correction."""

    __tablename__ = "revision"
    __table_args__ = (
        UniqueConstraint("article_id", "digest"),
        Index("uq_revision_one_current", "article_id", unique=True, sqlite_where=_IS_CURRENT, postgresql_where=_IS_CURRENT),
        CheckConstraint("length(text) > 0", name="has_text"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    digest: Mapped[str] = mapped_column(String(CONTENT_ID), index=True)
    text: Mapped[str]
    is_current: Mapped[bool]
    added_at: Mapped[dt.datetime]
    made_here: Mapped[bool] = mapped_column(default=False, server_default=false())


class RelationRow(Base):
    """An entry of the scope's catalogue."""

    __tablename__ = "relation"
    __table_args__ = (UniqueConstraint("scope_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(String(80))
    entry: Mapped[dict[str, object]]


class NameRow(Base):
    """An entry of the scope's registry of names; `place` keeps the order, which decides which entry an alias names."""

    __tablename__ = "name"
    __table_args__ = (UniqueConstraint("scope_id", "place"), one_of("type", ValueType))

    id: Mapped[int] = mapped_column(primary_key=True)
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id", ondelete="CASCADE"))
    place: Mapped[int]
    name: Mapped[str]
    type: Mapped[str] = mapped_column(String(20))
    aliases: Mapped[list[str]]
    broader: Mapped[list[str]]


class ProposalRow(Base):
    """Wrong options that an editor proposes for a fact."""

    __tablename__ = "proposal"
    __table_args__ = (UniqueConstraint("scope_id", "place"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id", ondelete="CASCADE"))
    place: Mapped[int]
    entry: Mapped[dict[str, object]]


class RulingRow(Base):
    """A person's decision on names or facts; withdrawn, never deleted. `with_files` marks what came with the seeds.

    `withdrawn_by` names the person who took it back, so that no file brings it again; None where the files dropped it.
    """

    __tablename__ = "ruling"
    __table_args__ = (
        one_of("kind", RulingKind),
        CheckConstraint("length(reason) > 0", name="has_reason"),
        Index("uq_ruling_one_standing", "scope_id", "digest", unique=True, sqlite_where=_IN_PLACE, postgresql_where=_IN_PLACE),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id", ondelete="CASCADE"))
    place: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str]
    fact: Mapped[str | None] = mapped_column(String(CONTENT_ID), index=True)
    entry: Mapped[dict[str, object]]
    digest: Mapped[str] = mapped_column(String(CONTENT_ID))
    actor: Mapped[str] = mapped_column(String(60))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("player.id", ondelete="SET NULL"))
    at: Mapped[dt.datetime]
    with_files: Mapped[bool]
    withdrawn_at: Mapped[dt.datetime | None]
    withdrawn_by: Mapped[str | None] = mapped_column(String(60))
    withdrawn_why: Mapped[str | None]


class FactRow(Base):
    """A fact with its verdict; `fact` is its content id."""

    __tablename__ = "fact"
    __table_args__ = (UniqueConstraint("scope_id", "fact"), one_of("verdict", Verdict))

    id: Mapped[int] = mapped_column(primary_key=True)
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id", ondelete="CASCADE"))
    fact: Mapped[str] = mapped_column(String(CONTENT_ID))
    subject: Mapped[str]
    subject_key: Mapped[str]
    relation: Mapped[str] = mapped_column(String(80))
    qualifiers: Mapped[list[object]]
    verdict: Mapped[str] = mapped_column(String(20))
    askable: Mapped[bool]


class PositionRow(Base):
    """One value of a fact; `shown` is its wording for people."""

    __tablename__ = "position"
    __table_args__ = (UniqueConstraint("fact_id", "place"), one_of("value_type", ValueType))

    id: Mapped[int] = mapped_column(primary_key=True)
    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id", ondelete="CASCADE"))
    place: Mapped[int]
    value_type: Mapped[str] = mapped_column(String(20))
    value: Mapped[dict[str, object]]
    shown: Mapped[str]
    negated: Mapped[bool]


class ClaimRow(Base):
    """What one revision says at one place; `claim` is its content id, `place` its order in the scope, `rank` in its position.

    `shape` is the open relation that extraction found, with the claim's own wording.
    """

    __tablename__ = "claim"
    __table_args__ = (
        UniqueConstraint("scope_id", "place"),
        UniqueConstraint("position_id", "rank"),
        Index(None, "revision_id", "start"),
        CheckConstraint('start >= 0 AND "end" > start AND length(quote) = "end" - start', name="evidence_whole"),
        one_of("value_type", ValueType),
        one_of("modality", Modality),
        one_of("made_by", MadeBy),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scope_id: Mapped[int] = mapped_column(ForeignKey("scope.id", ondelete="CASCADE"))
    place: Mapped[int]
    position_id: Mapped[int] = mapped_column(ForeignKey("position.id", ondelete="CASCADE"))
    rank: Mapped[int]
    claim: Mapped[str] = mapped_column(String(CONTENT_ID), index=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id", ondelete="CASCADE"))
    start: Mapped[int]
    end: Mapped[int]
    quote: Mapped[str]
    subject: Mapped[str]
    relation: Mapped[str] = mapped_column(String(80))
    qualifiers: Mapped[list[object]]
    value_type: Mapped[str] = mapped_column(String(20))
    value: Mapped[dict[str, object]]
    modality: Mapped[str] = mapped_column(String(20))
    attributed_to: Mapped[str | None]
    origin: Mapped[str | None]
    reservation: Mapped[str | None]
    made_by: Mapped[str] = mapped_column(String(20))
    shape: Mapped[dict[str, object] | None]
