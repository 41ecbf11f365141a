"""Withdrawn articles: what was known of them is set aside, and they are put back with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.orm import Session

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim
from quizapp.knowledge.names import NameEntry
from quizapp.knowledge.scope import Pack, Scope
from quizapp.storage.knowledge_values import (
    Cells,
    claim_cells,
    entry_json,
    name_cells,
    read_article,
    read_claim,
    read_proposal,
    read_relation,
)
from quizapp.storage.tables.knowledge import ArticleRow, ClaimRow, RevisionRow
from quizapp.storage.tables.set_aside import SetAsideRow


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredWithdrawn:
    """An article that is out of its scope, with its last text; `by` is None where its file is gone.

    `read` is what was known of it, None for one that went before that was kept; `places` are those its claims had among all claims.
    """

    row: int
    article: Article
    by: str | None
    at: datetime
    made_here: bool
    read: Pack | None
    places: tuple[int, ...] = ()


def put_aside(connection: Connection, scope: int, known: Scope, name: str) -> None:
    """Keep what is known of an article that is about to go; what was kept of it before is replaced."""
    row = connection.execute(select(ArticleRow.id).where(ArticleRow.scope_id == scope, ArticleRow.name == name)).scalar_one()
    mine = [(place, claim) for place, claim in enumerate(known.claims) if claim.evidence.article == name]
    asked, used = {(claim.subject, claim.relation) for _, claim in mine}, {claim.relation for _, claim in mine}
    cells: Cells = {
        "claims": [{**claim_cells(claim, {name: 0}), "place": place} for place, claim in mine],
        "names": [name_cells(one) for one in known.names.entries if _is_named(one, known.articles[name].text)],
        "relations": [entry_json(one) for key, one in known.catalogue.items() if key in used],
        "proposals": [entry_json(one) for one in known.proposals if (one.subject, one.relation) in asked],
    }
    connection.execute(delete(SetAsideRow).where(SetAsideRow.article_id == row))
    connection.execute(insert(SetAsideRow).values(article_id=row, **cells))


def read_withdrawn(connection: Connection, scope: int, row: int) -> StoredWithdrawn | None:
    """The withdrawn article with this row; None where there is none."""
    found = (
        select(ArticleRow, RevisionRow.text, SetAsideRow)
        .join(RevisionRow, RevisionRow.article_id == ArticleRow.id)
        .outerjoin(SetAsideRow, SetAsideRow.article_id == ArticleRow.id)
        .where(ArticleRow.scope_id == scope, ArticleRow.id == row, ArticleRow.withdrawn_at.is_not(None), RevisionRow.is_current)
    )
    with Session(bind=connection) as session:
        one = session.execute(found).first()
        return _withdrawn(*one) if one else None


def put_in_place(connection: Connection, row: int, *, slug: str, made_here: bool) -> None:
    """Let an article count again, at this address; `made_here` keeps it when no file brings it."""
    cells = {"withdrawn_at": None, "withdrawn_by": None, "slug": slug, "made_here": made_here}
    connection.execute(update(ArticleRow).where(ArticleRow.id == row).values(cells))
    connection.execute(delete(SetAsideRow).where(SetAsideRow.article_id == row))


def _is_named(entry: NameEntry, text: str) -> bool:
    return any(form in text for form in entry.forms())


def _withdrawn(row: ArticleRow, text: str, aside: SetAsideRow | None) -> StoredWithdrawn:
    article = read_article(row, text)
    at = row.withdrawn_at
    if at is None:
        raise ValueError(f"{row.name} is not withdrawn")
    read, places = _read(aside, article) if aside else (None, ())
    return StoredWithdrawn(row=row.id, article=article, by=row.withdrawn_by, at=at, made_here=row.made_here, read=read, places=places)


def _read(aside: SetAsideRow, article: Article) -> tuple[Pack, tuple[int, ...]]:
    """What was kept, as far as it speaks of the text that the article has."""
    kept = [
        (place, claim) for place, claim in _claims(msgspec.convert(aside.claims, list[Cells]), article) if claim.evidence.holds_in(article)
    ]
    pack = Pack(
        names=msgspec.convert(aside.names, tuple[NameEntry, ...]),
        relations=tuple(map(read_relation, msgspec.convert(aside.relations, list[Cells]))),
        claims=tuple(claim for _, claim in kept),
        proposals=tuple(map(read_proposal, msgspec.convert(aside.proposals, list[Cells]))),
    )
    return pack, tuple(place for place, _ in kept)


def _claims(kept: Iterable[Cells], article: Article) -> Iterable[tuple[int, Claim]]:
    for cells in kept:
        row = ClaimRow(**cells)
        yield row.place, read_claim(row, article.name, article.revision)
