"""What admins see of the library's articles: those in place with what rests on them, and those withdrawn."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from quizapp.knowledge.article import Article
from quizapp.services.database import Database
from quizapp.services.errors import NotFound
from quizapp.services.known import Known, known
from quizapp.storage.tables.knowledge import ArticleRow, RevisionRow


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleLine:
    """An article with how many passages and questions in play rest on it, and how many texts it has had."""

    slug: str
    title: str
    date: dt.date | None
    passages: int
    in_play: int
    texts: int
    made_here: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class WithdrawnLine:
    """An article that is out, by its row; `by` is None where its file is gone."""

    row: int
    title: str
    by: str | None
    at: dt.datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelf:
    """The library's articles by title."""

    lines: tuple[ArticleLine, ...]
    withdrawn: tuple[WithdrawnLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleText:
    """An article with its text as it is."""

    line: ArticleLine
    text: str


def shelf(db: Database) -> Shelf:
    """Every article of the library. Raises NotFound before it is loaded."""
    with db.reading() as connection:
        library = _library(known(db, connection))
        of_library = ArticleRow.scope_id == library.head.id
        texts = select(ArticleRow.name, ArticleRow.made_here, RevisionRow.id).join(RevisionRow).where(of_library)
        rows = connection.execute(texts).all()
        cells = (ArticleRow.id, ArticleRow.title, ArticleRow.withdrawn_by, ArticleRow.withdrawn_at)
        gone = select(*cells).where(of_library, ArticleRow.withdrawn_at.is_not(None))
        out = connection.execute(gone.order_by(ArticleRow.withdrawn_at.desc(), ArticleRow.id)).all()
    here = {row.name for row in rows if row.made_here}
    counts = {name: sum(row.name == name for row in rows) for name in library.scope.articles}
    lines = (_line(library, one, texts=counts[name], made_here=name in here) for name, one in library.scope.articles.items())
    return Shelf(
        lines=tuple(sorted(lines, key=lambda one: one.title.strip("[“").casefold())),
        withdrawn=tuple(WithdrawnLine(row=row.id, title=row.title, by=row.withdrawn_by, at=row.withdrawn_at) for row in out),
    )


def article_text(db: Database, *, article: str) -> ArticleText:
    """The article with this slug; raises NotFound."""
    with db.reading() as connection:
        library = _library(known(db, connection))
    found = next((one for one in library.scope.articles.values() if one.slug == article), None)
    if found is None:
        raise NotFound("There is no such article in the library.")
    line = next(one for one in shelf(db).lines if one.slug == article)
    return ArticleText(line=line, text=found.text)


def _library(found: Known | None) -> Known:
    if found is None:
        raise NotFound("The library is not loaded.")
    return found


def _line(library: Known, article: Article, *, texts: int, made_here: bool) -> ArticleLine:
    return ArticleLine(
        slug=article.slug,
        title=article.title,
        date=article.date,
        passages=len(library.places.get(article.name, ())),
        in_play=sum(any(one.article == article.name for one in item.value.evidence) for item in library.playable.values()),
        texts=texts,
        made_here=made_here,
    )
