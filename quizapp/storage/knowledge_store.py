"""Writing what is known in a scope: texts are added and never changed, what follows from them is replaced whole."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from quizapp.exchange.value_json import value_json
from quizapp.knowledge.article import Article
from quizapp.knowledge.fact import Fact
from quizapp.knowledge.rulings import Ruling
from quizapp.knowledge.scope import Scope
from quizapp.storage.base import Base
from quizapp.storage.knowledge_values import Cells, article_cells, claim_cells, entry_json, name_cells, ruling_cells, ruling_digest
from quizapp.storage.tables.knowledge import (
    ArticleRow,
    ClaimRow,
    FactRow,
    NameRow,
    PositionRow,
    ProposalRow,
    RelationRow,
    RevisionRow,
    RulingRow,
)

SEEDS = "seeds"
"""Who stands in the record for what came with files that name nobody."""


def current_revisions(connection: Connection, scope: int) -> dict[str, str]:
    """The digest of every article's current text, by the article's name, articles withdrawn left out."""
    found = (
        select(ArticleRow.name, RevisionRow.digest)
        .join(RevisionRow, RevisionRow.article_id == ArticleRow.id)
        .where(ArticleRow.scope_id == scope, ArticleRow.withdrawn_at.is_(None), RevisionRow.is_current)
    )
    return {row.name: row.digest for row in connection.execute(found)}


def revision_rows(connection: Connection, scope: int) -> dict[str, int]:
    """The row of every article's current text, by the article's name, articles withdrawn left out."""
    found = (
        select(ArticleRow.name, RevisionRow.id)
        .join(RevisionRow, RevisionRow.article_id == ArticleRow.id)
        .where(ArticleRow.scope_id == scope, ArticleRow.withdrawn_at.is_(None), RevisionRow.is_current)
    )
    return {row.name: row.id for row in connection.execute(found)}


def store_articles(connection: Connection, scope: int, articles: Mapping[str, Article], *, now: datetime) -> dict[str, int]:
    """Add and update articles and withdraw those that are gone; returns the rows of the current revisions, by the article's name."""
    connection.execute(
        update(ArticleRow)
        .where(ArticleRow.scope_id == scope, ArticleRow.name.not_in(articles), ArticleRow.withdrawn_at.is_(None))
        .values(withdrawn_at=now)
    )
    return {name: store_article(connection, scope, article, now=now) for name, article in articles.items()}


def store_article(connection: Connection, scope: int, article: Article, *, now: datetime, made_here: bool = False) -> int:
    """Add or update one article, whatever the others are; returns the row of its current revision.

    `made_here` marks an article that a person adds: no file takes it away again.
    """
    mine = (ArticleRow.scope_id == scope, ArticleRow.name == article.name)
    row = connection.scalar(select(ArticleRow.id).where(*mine))
    if row is None:
        connection.execute(insert(ArticleRow).values(scope_id=scope, name=article.name, made_here=made_here, **article_cells(article)))
        row = connection.execute(select(ArticleRow.id).where(*mine)).scalar_one()
    else:
        connection.execute(update(ArticleRow).where(ArticleRow.id == row).values(withdrawn_at=None, **article_cells(article)))
    return _store_revision(connection, row, article, now)


def store_correction(connection: Connection, scope: int, article: Article, *, now: datetime) -> None:
    """Make this the current text of an article that is there, as a person's correction: no file replaces it."""
    row = connection.execute(select(ArticleRow.id).where(ArticleRow.scope_id == scope, ArticleRow.name == article.name)).scalar_one()
    known = select(RevisionRow.id).where(RevisionRow.article_id == row, RevisionRow.digest == article.revision)
    seen = connection.scalar(known) is not None
    revision = _store_revision(connection, row, article, now)
    if not seen:
        connection.execute(update(RevisionRow).where(RevisionRow.id == revision).values(made_here=True))


def withdraw_article(connection: Connection, scope: int, name: str, *, by: str, now: datetime) -> None:
    """Take an article out of the scope, for good as far as files go; its texts stay for what was played."""
    mine = update(ArticleRow).where(ArticleRow.scope_id == scope, ArticleRow.name == name, ArticleRow.withdrawn_at.is_(None))
    connection.execute(mine.values(withdrawn_at=now, withdrawn_by=by))


def _store_revision(connection: Connection, article_row: int, article: Article, now: datetime) -> int:
    mine = (RevisionRow.article_id == article_row, RevisionRow.digest == article.revision)
    others = update(RevisionRow).where(RevisionRow.article_id == article_row, RevisionRow.digest != article.revision)
    connection.execute(others.values(is_current=False))
    if connection.execute(update(RevisionRow).where(*mine).values(is_current=True)).rowcount == 0:
        new = {"article_id": article_row, "digest": article.revision, "text": article.text, "is_current": True, "added_at": now}
        connection.execute(insert(RevisionRow).values(new))
    return connection.execute(select(RevisionRow.id).where(*mine)).scalar_one()


def store_rulings(connection: Connection, scope: int, rulings: Sequence[Ruling], *, now: datetime) -> None:
    """Make exactly these the rulings that stand among those that came with files; what no longer stands is withdrawn, not deleted.

    One that a person made here in the same words stands as it is.
    """
    of_files = (RulingRow.scope_id == scope, RulingRow.with_files, RulingRow.withdrawn_at.is_(None))
    wanted = {ruling_digest(ruling): (place, ruling) for place, ruling in enumerate(rulings)}
    connection.execute(update(RulingRow).where(*of_files, RulingRow.digest.not_in(wanted)).values(withdrawn_at=now))
    standing = set(connection.scalars(select(RulingRow.digest).where(*of_files)))
    made_here = select(RulingRow.digest).where(RulingRow.scope_id == scope, ~RulingRow.with_files, RulingRow.withdrawn_at.is_(None))
    here = set(connection.scalars(made_here))
    for digest, (place, ruling) in wanted.items():
        if digest in standing:
            connection.execute(update(RulingRow).where(*of_files, RulingRow.digest == digest).values(place=place))
        elif digest not in here:
            cells = {"scope_id": scope, "place": place, "actor": SEEDS, "at": now, "with_files": True, **ruling_cells(ruling)}
            connection.execute(insert(RulingRow).values(cells))


def replace_knowledge(connection: Connection, scope: int, known: Scope, revisions: Mapping[str, int]) -> None:
    """Replace relations, names, proposals, facts, positions and claims of a scope by these."""
    for table in (ClaimRow, FactRow, RelationRow, NameRow, ProposalRow):
        connection.execute(delete(table).where(table.scope_id == scope))
    _insert(connection, RelationRow, [_of(scope, key=key, entry=entry_json(entry)) for key, entry in known.catalogue.items()])
    _insert(connection, NameRow, [_of(scope, place=place, **name_cells(name)) for place, name in enumerate(known.names.entries)])
    _insert(connection, ProposalRow, [_of(scope, place=place, entry=entry_json(one)) for place, one in enumerate(known.proposals)])
    positions = _store_facts(connection, scope, known.facts)
    _insert(connection, ClaimRow, _claim_rows(scope, known, revisions, positions))


def _store_facts(connection: Connection, scope: int, facts: Sequence[Fact]) -> dict[tuple[str, int], int]:
    _insert(connection, FactRow, [_fact_cells(scope, fact) for fact in facts])
    rows = {row.fact: row.id for row in connection.execute(select(FactRow.id, FactRow.fact).where(FactRow.scope_id == scope))}
    _insert(connection, PositionRow, [cells for fact in facts for cells in _position_cells(rows[fact.id], fact)])
    stored = select(FactRow.fact, PositionRow.place, PositionRow.id).join(PositionRow).where(FactRow.scope_id == scope)
    return {(row.fact, row.place): row.id for row in connection.execute(stored)}


def _fact_cells(scope: int, fact: Fact) -> Cells:
    return _of(
        scope,
        fact=fact.id,
        subject=fact.subject,
        subject_key=fact.subject_key,
        relation=fact.relation.key,
        qualifiers=[list(pair) for pair in fact.qualifiers],
        verdict=fact.verdict.value,
        askable=fact.askable,
    )


def _position_cells(row: int, fact: Fact) -> list[Cells]:
    return [
        {
            "fact_id": row,
            "place": place,
            "value_type": position.value.type.value,
            "value": value_json(position.value),
            "shown": position.value.display(),
            "negated": position.negated,
        }
        for place, position in enumerate(fact.positions)
    ]


def _claim_rows(scope: int, known: Scope, revisions: Mapping[str, int], positions: Mapping[tuple[str, int], int]) -> list[Cells]:
    homes = {
        id(claim): (positions[fact.id, place], rank)
        for fact in known.facts
        for place, position in enumerate(fact.positions)
        for rank, claim in enumerate(position.claims)
    }
    rows: list[Cells] = []
    for place, claim in enumerate(known.claims):
        position, rank = homes[id(claim)]
        rows.append(_of(scope, place=place, position_id=position, rank=rank, **claim_cells(claim, revisions)))
    return rows


def _of(scope: int, **cells: object) -> Cells:
    return {"scope_id": scope, **cells}


def _insert(connection: Connection, table: type[Base], rows: list[Cells]) -> None:
    if rows:
        connection.execute(insert(table), rows)
