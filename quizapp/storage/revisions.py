"""The texts an article has had."""

from sqlalchemy import Connection, select

from quizapp.storage.tables.knowledge import ArticleRow, RevisionRow


def text_of(connection: Connection, scope: int, name: str, digest: str) -> str | None:
    """The text of this revision of the scope's article; None where it never had it."""
    found = select(RevisionRow.text).join(ArticleRow, ArticleRow.id == RevisionRow.article_id)
    return connection.scalar(found.where(ArticleRow.scope_id == scope, ArticleRow.name == name, RevisionRow.digest == digest))


def first_revision(connection: Connection, scope: int, name: str) -> str | None:
    """The digest of the text that the article came with."""
    found = select(RevisionRow.digest).join(ArticleRow, ArticleRow.id == RevisionRow.article_id)
    return connection.scalar(found.where(ArticleRow.scope_id == scope, ArticleRow.name == name).order_by(RevisionRow.id).limit(1))


def is_of_files(connection: Connection, scope: int, name: str, digest: str) -> bool:
    """Whether this text came with files, and not with a person."""
    found = select(RevisionRow.id).join(ArticleRow, ArticleRow.id == RevisionRow.article_id)
    mine = found.where(ArticleRow.scope_id == scope, ArticleRow.name == name, ~ArticleRow.made_here)
    return connection.scalar(mine.where(RevisionRow.digest == digest, ~RevisionRow.made_here)) is not None
