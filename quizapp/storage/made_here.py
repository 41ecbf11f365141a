"""What people did in the library that no file says: articles they added, corrected or withdrew, and their rulings."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, select, update
from sqlalchemy.orm import Session

from quizapp.knowledge.article import Article
from quizapp.knowledge.rulings import Ruling
from quizapp.knowledge.scope import Scope
from quizapp.storage.knowledge_values import read_article
from quizapp.storage.rulings import read_stored
from quizapp.storage.scopes import read_scope
from quizapp.storage.tables.knowledge import ArticleRow, RevisionRow


@dataclass(frozen=True, kw_only=True, slots=True)
class MadeHere:
    """`added` and `corrected` are articles in place by name, `withdrawn` names of articles a person took out.

    `rulings` were made here and stand; `taken_back` are digests of rulings of files that a person withdrew. `scope` is all that is known
    now: what the added articles say is read from it.
    """

    added: Mapping[str, Article]
    corrected: Mapping[str, Article]
    withdrawn: frozenset[str]
    rulings: tuple[Ruling, ...]
    taken_back: frozenset[str]
    scope: Scope

    @property
    def nothing(self) -> bool:
        """Whether the library is what its files say."""
        return not (self.added or self.corrected or self.withdrawn or self.rulings or self.taken_back)


def read_made_here(connection: Connection, scope: int) -> MadeHere:
    """What people did in this scope."""
    rulings = read_stored(connection, scope)
    withdrawn = select(ArticleRow.name).where(ArticleRow.scope_id == scope, ArticleRow.withdrawn_by.is_not(None))
    return MadeHere(
        added=_articles(connection, scope, ArticleRow.made_here.is_(True)),
        corrected=_articles(connection, scope, ~ArticleRow.made_here & RevisionRow.made_here),
        withdrawn=frozenset(connection.scalars(withdrawn)),
        rulings=tuple(one.value for one in rulings if one.stands and not one.with_files),
        taken_back=frozenset(one.digest for one in rulings if one.with_files and one.withdrawn_by is not None),
        scope=read_scope(connection, scope),
    )


def leave_to_files(connection: Connection, scope: int, files: Mapping[str, Article]) -> None:
    """These articles come with files from now on, and so does a text that was a correction and now stands in its file."""
    mine = select(ArticleRow.id).where(ArticleRow.scope_id == scope, ArticleRow.name.in_(files))
    connection.execute(update(ArticleRow).where(ArticleRow.id.in_(mine)).values(made_here=False))
    texts = {article.revision for article in files.values()}
    connection.execute(update(RevisionRow).where(RevisionRow.article_id.in_(mine), RevisionRow.digest.in_(texts)).values(made_here=False))


def _articles(connection: Connection, scope: int, which: ColumnElement[bool]) -> dict[str, Article]:
    found = (
        select(ArticleRow, RevisionRow.text)
        .join(RevisionRow, RevisionRow.article_id == ArticleRow.id)
        .where(ArticleRow.scope_id == scope, ArticleRow.withdrawn_at.is_(None), RevisionRow.is_current, which)
        .order_by(ArticleRow.name)
    )
    with Session(bind=connection) as session:
        return {row.name: read_article(row, text) for row, text in session.execute(found)}
