"""What a teacher says of an article of her own, besides what every article has: rights, file, and whether the library may have it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String, text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.storage.base import Base, one_of


class Rights(StrEnum):
    """Why the teacher may use the text."""

    OWN_WORK = "own work"
    FREE_LICENCE = "free licence"
    QUOTED = "quoted for class"


class Form(StrEnum):
    """What the text came as."""

    PASTED = "pasted"
    TXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    EPUB = "epub"


class Sharing(StrEnum):
    """Whether the library was asked to take the article in, and what it said."""

    PRIVATE = "private"
    SHARED = "shared"
    ACCEPTED = "accepted"
    DECLINED = "declined"


_ANSWERED = "(sharing IN ('accepted', 'declined')) = (answered_at IS NOT NULL)"


class OwnArticleRow(Base):
    """An article of a teacher's scope; `names` is who and what its reading found, `job` the reading submitted last."""

    __tablename__ = "own_article"
    __table_args__ = (
        one_of("rights", Rights),
        one_of("form", Form),
        one_of("sharing", Sharing),
        CheckConstraint(_ANSWERED, name="answer_has_time"),
        CheckConstraint("sharing = 'private' OR shared_at IS NOT NULL", name="sharing_has_time"),
    )

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"), primary_key=True)
    rights: Mapped[str] = mapped_column(String(20))
    rights_note: Mapped[str] = mapped_column(server_default=text("''"))
    link: Mapped[str | None]
    form: Mapped[str] = mapped_column(String(10))
    names: Mapped[list[object]]
    added_at: Mapped[datetime]
    read_at: Mapped[datetime | None]
    job: Mapped[int | None]
    sharing: Mapped[str] = mapped_column(String(10))
    shared_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    answer: Mapped[str | None]
    accepted_as: Mapped[int | None] = mapped_column(ForeignKey("article.id", ondelete="SET NULL"), index=True)
