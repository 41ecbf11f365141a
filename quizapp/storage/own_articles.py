"""A teacher's own articles as rows: what stands beside the article, and which questions rest on it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Column, Connection, Row, bindparam, delete, insert, select, update

from quizapp.knowledge.names import NameEntry
from quizapp.storage.knowledge_values import Cells, name_cells
from quizapp.storage.tables import Base
from quizapp.storage.tables.bank import ItemEvidenceRow, ItemRow, ItemVersionRow
from quizapp.storage.tables.jobs import JobRow
from quizapp.storage.tables.knowledge import ArticleRow, RevisionRow, ScopeRow
from quizapp.storage.tables.own_articles import Form, OwnArticleRow, Rights, Sharing
from quizapp.storage.tables.people import PlayerRow


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredOwn:
    """An article of a teacher's with what she says of it; `owner` is the player, `owner_name` how people call her."""

    row: int
    scope: int
    owner: int
    owner_name: str
    name: str
    slug: str
    title: str
    date: dt.date | None
    source: str | None
    rights: Rights
    rights_note: str
    link: str | None
    form: Form
    added_at: dt.datetime
    read_at: dt.datetime | None
    job: int | None
    sharing: Sharing
    shared_at: dt.datetime | None
    answered_at: dt.datetime | None
    answer: str | None
    accepted_as: int | None


_COLUMNS = (
    OwnArticleRow.article_id.label("row"),
    ArticleRow.scope_id.label("scope"),
    ScopeRow.owner_id.label("owner"),
    PlayerRow.name.label("owner_name"),
    ArticleRow.name,
    ArticleRow.slug,
    ArticleRow.title,
    ArticleRow.date,
    ArticleRow.source,
    OwnArticleRow.rights,
    OwnArticleRow.rights_note,
    OwnArticleRow.link,
    OwnArticleRow.form,
    OwnArticleRow.added_at,
    OwnArticleRow.read_at,
    OwnArticleRow.job,
    OwnArticleRow.sharing,
    OwnArticleRow.shared_at,
    OwnArticleRow.answered_at,
    OwnArticleRow.answer,
    OwnArticleRow.accepted_as,
)
_IN_PLACE = (
    select(*_COLUMNS)
    .join(ArticleRow, ArticleRow.id == OwnArticleRow.article_id)
    .join(ScopeRow, ScopeRow.id == ArticleRow.scope_id)
    .join(PlayerRow, PlayerRow.id == ScopeRow.owner_id)
    .where(ArticleRow.withdrawn_at.is_(None))
)
_OF_OWNER = _IN_PLACE.where(ScopeRow.owner_id == bindparam("owner"))
_NEWEST = _OF_OWNER.order_by(OwnArticleRow.added_at.desc(), OwnArticleRow.article_id.desc())
_ONE = _OF_OWNER.where(ArticleRow.slug == bindparam("slug"))
_SHARED = _IN_PLACE.where(OwnArticleRow.sharing == Sharing.SHARED).order_by(OwnArticleRow.shared_at, OwnArticleRow.article_id)
_BY_ROW = _IN_PLACE.where(OwnArticleRow.article_id == bindparam("article"))


def own_articles(connection: Connection, owner: int) -> tuple[StoredOwn, ...]:
    """Every article of this teacher's own, newest first."""
    return tuple(map(_stored, connection.execute(_NEWEST, {"owner": owner})))


def own_article(connection: Connection, owner: int, slug: str) -> StoredOwn | None:
    """This teacher's article at this address."""
    row = connection.execute(_ONE, {"owner": owner, "slug": slug}).first()
    return _stored(row) if row else None


def shared_articles(connection: Connection) -> tuple[StoredOwn, ...]:
    """Every article that waits for the library's answer, the longest waiting first."""
    return tuple(map(_stored, connection.execute(_SHARED)))


def article_by_row(connection: Connection, article: int) -> StoredOwn | None:
    """An article of any teacher."""
    row = connection.execute(_BY_ROW, {"article": article}).first()
    return _stored(row) if row else None


def put_own(connection: Connection, article: int, cells: Cells) -> None:
    """Say of an article of the scope what belongs to a teacher's own; what was said before is replaced."""
    connection.execute(delete(OwnArticleRow).where(OwnArticleRow.article_id == article))
    connection.execute(insert(OwnArticleRow).values(article_id=article, **cells))


def change_own(connection: Connection, article: int, cells: Cells) -> None:
    """Change some of it."""
    connection.execute(update(OwnArticleRow).where(OwnArticleRow.article_id == article).values(cells))


def change_article(connection: Connection, article: int, cells: Cells) -> None:
    """Change what every article has besides its text."""
    connection.execute(update(ArticleRow).where(ArticleRow.id == article).values(cells))


def put_names(connection: Connection, article: int, names: Sequence[NameEntry], *, now: dt.datetime) -> None:
    """Keep who and what the reading of an article found."""
    cells = {"names": [name_cells(name) for name in names], "read_at": now}
    connection.execute(update(OwnArticleRow).where(OwnArticleRow.article_id == article).values(cells))


def names_found(connection: Connection, scope: int) -> dict[str, tuple[NameEntry, ...]]:
    """What the readings of the scope's articles found, by the article's name."""
    found = (
        select(ArticleRow.name, OwnArticleRow.names)
        .join(ArticleRow, ArticleRow.id == OwnArticleRow.article_id)
        .where(ArticleRow.scope_id == scope, ArticleRow.withdrawn_at.is_(None))
        .order_by(ArticleRow.name)
    )
    return {name: msgspec.convert(names, tuple[NameEntry, ...]) for name, names in connection.execute(found)}


def row_of(connection: Connection, scope: int, name: str) -> int:
    """The row of the article with this name."""
    return connection.execute(select(ArticleRow.id).where(ArticleRow.scope_id == scope, ArticleRow.name == name)).scalar_one()


def versions_on(connection: Connection, article: int) -> tuple[int, ...]:
    """Every version of a question that rests on words of the article, by its row."""
    found = (
        select(ItemEvidenceRow.item_version_id)
        .join(RevisionRow, RevisionRow.id == ItemEvidenceRow.revision_id)
        .where(RevisionRow.article_id == article)
    )
    return tuple(sorted(set(connection.scalars(found))))


def used(connection: Connection, versions: Sequence[int]) -> frozenset[int]:
    """Those of these versions that a quiz asks or somebody has played: whatever names one and does not go with it."""
    return frozenset(row for column in _uses() for row in connection.scalars(select(column).where(column.in_(versions))))


def _uses() -> "list[Column[int]]":
    keys = (key for table in Base.metadata.tables.values() for key in table.foreign_keys)
    return [key.parent for key in keys if key.column is ItemVersionRow.__table__.c.id and key.ondelete is None]


def delete_versions(connection: Connection, versions: Sequence[int]) -> None:
    """Delete versions that nobody played, and the questions that have none left."""
    items = set(connection.scalars(select(ItemVersionRow.item_id).where(ItemVersionRow.id.in_(versions))))
    connection.execute(delete(ItemVersionRow).where(ItemVersionRow.id.in_(versions)))
    left = set(connection.scalars(select(ItemVersionRow.item_id).where(ItemVersionRow.item_id.in_(items))))
    connection.execute(delete(ItemRow).where(ItemRow.id.in_(items - left)))


def forget_readings(connection: Connection, owner: int, kind: str, slug: str) -> None:
    """Delete the jobs of this kind that were about the article: they hold its title, and lead nowhere any more."""
    mine = select(JobRow.id, JobRow.subject).where(JobRow.owner_id == owner, JobRow.kind == kind)
    ids = [row.id for row in connection.execute(mine) if row.subject.get("article") == slug]
    connection.execute(delete(JobRow).where(JobRow.id.in_(ids)))


def delete_own(connection: Connection, article: int) -> None:
    """Forget what a teacher said of an article that stays for the record alone."""
    connection.execute(delete(OwnArticleRow).where(OwnArticleRow.article_id == article))


def delete_article(connection: Connection, article: int) -> None:
    """Delete an article with its texts; nothing may rest on them."""
    connection.execute(delete(ArticleRow).where(ArticleRow.id == article))


def _stored(row: Row) -> StoredOwn:  # type: ignore[type-arg]
    fields = dict(row._mapping)
    return StoredOwn(**{**fields, "rights": Rights(row.rights), "form": Form(row.form), "sharing": Sharing(row.sharing)})
