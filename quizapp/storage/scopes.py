"""Scopes as a whole: finding them, telling that they changed, reading one back as a value."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.orm import Session

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim
from quizapp.knowledge.fact import Fact, Position, Verdict
from quizapp.knowledge.names import Names
from quizapp.knowledge.relation import Relation
from quizapp.knowledge.rulings import Ruling, spelling_cases
from quizapp.knowledge.scope import Proposal, Scope
from quizapp.storage.knowledge_values import read_article, read_claim, read_name, read_proposal, read_relation, read_ruling
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
    ScopeKind,
    ScopeRow,
)
from quizapp.storage.value_json import read_qualifiers, read_value_json

_HEAD = select(ScopeRow.id, ScopeRow.generation, ScopeRow.digest).where(ScopeRow.kind == ScopeKind.LIBRARY)


@dataclass(frozen=True, kw_only=True, slots=True)
class ScopeHead:
    """A scope's row, without what is known in it."""

    id: int
    generation: int
    digest: str | None


def library(connection: Connection) -> ScopeHead | None:
    """The library, or None before it was loaded for the first time."""
    row = connection.execute(_HEAD).first()
    return ScopeHead(id=row.id, generation=row.generation, digest=row.digest) if row else None


def make_library(connection: Connection) -> ScopeHead:
    """Add the row of the library, which has none yet."""
    connection.execute(insert(ScopeRow).values(kind=ScopeKind.LIBRARY, generation=0))
    row = connection.execute(_HEAD).one()
    return ScopeHead(id=row.id, generation=row.generation, digest=row.digest)


def mark_changed(connection: Connection, head: ScopeHead, digest: str | None) -> None:
    """Tell every reader that what it remembers of the scope is old."""
    connection.execute(update(ScopeRow).where(ScopeRow.id == head.id).values(generation=head.generation + 1, digest=digest))


def read_scope(connection: Connection, scope: int) -> Scope:
    """Everything known in a scope, equal to the value that was stored."""
    with Session(bind=connection) as session:
        articles = _articles(session, scope)
        catalogue = _catalogue(session, scope)
        claims, by_position = _claims(session, scope)
        return Scope(
            articles=articles,
            claims=claims,
            facts=_facts(session, scope, catalogue, by_position),
            names=_names(session, scope),
            catalogue=catalogue,
            proposals=_proposals(session, scope),
        )


def read_rulings(session: Session, scope: int) -> tuple[Ruling, ...]:
    """The rulings that stand, in their order."""
    standing = select(RulingRow).where(RulingRow.scope_id == scope, RulingRow.withdrawn_at.is_(None)).order_by(RulingRow.place)
    return tuple(read_ruling(row.entry) for row in session.scalars(standing))


def _articles(session: Session, scope: int) -> dict[str, Article]:
    current = (
        select(ArticleRow, RevisionRow.text)
        .join(RevisionRow, RevisionRow.article_id == ArticleRow.id)
        .where(ArticleRow.scope_id == scope, ArticleRow.withdrawn_at.is_(None), RevisionRow.is_current)
        .order_by(ArticleRow.name)
    )
    return {row.name: read_article(row, text) for row, text in session.execute(current)}


def _catalogue(session: Session, scope: int) -> dict[str, Relation]:
    rows = session.scalars(select(RelationRow).where(RelationRow.scope_id == scope).order_by(RelationRow.id))
    return {row.key: read_relation(row.entry) for row in rows}


def _names(session: Session, scope: int) -> Names:
    rows = session.scalars(select(NameRow).where(NameRow.scope_id == scope).order_by(NameRow.place))
    return Names(tuple(read_name(row) for row in rows), spelling_cases(read_rulings(session, scope)))


def _proposals(session: Session, scope: int) -> tuple[Proposal, ...]:
    rows = session.scalars(select(ProposalRow).where(ProposalRow.scope_id == scope).order_by(ProposalRow.place))
    return tuple(read_proposal(row.entry) for row in rows)


def _claims(session: Session, scope: int) -> tuple[tuple[Claim, ...], dict[int, tuple[Claim, ...]]]:
    found = (
        select(ClaimRow, ArticleRow.name, RevisionRow.digest)
        .join(RevisionRow, RevisionRow.id == ClaimRow.revision_id)
        .join(ArticleRow, ArticleRow.id == RevisionRow.article_id)
        .where(ClaimRow.scope_id == scope)
        .order_by(ClaimRow.place)
    )
    claims: list[Claim] = []
    ranked: dict[int, list[tuple[int, Claim]]] = defaultdict(list)
    for row, article, revision in session.execute(found):
        claims.append(read_claim(row, article, revision))
        ranked[row.position_id].append((row.rank, claims[-1]))
    by_position = {position: tuple(claim for _, claim in sorted(group, key=lambda one: one[0])) for position, group in ranked.items()}
    return tuple(claims), by_position


def _facts(session: Session, scope: int, catalogue: dict[str, Relation], claims: dict[int, tuple[Claim, ...]]) -> tuple[Fact, ...]:
    found = (
        select(FactRow, PositionRow)
        .join(PositionRow, PositionRow.fact_id == FactRow.id)
        .where(FactRow.scope_id == scope)
        .order_by(FactRow.fact, PositionRow.place)
    )
    rows: dict[str, FactRow] = {}
    positions: dict[str, list[Position]] = defaultdict(list)
    for fact, position in session.execute(found):
        rows[fact.fact] = fact
        value = read_value_json(position.value)
        positions[fact.fact].append(Position(value=value, claims=claims[position.id], negated=position.negated))
    return tuple(_fact(row, catalogue, tuple(positions[name])) for name, row in rows.items())


def _fact(row: FactRow, catalogue: dict[str, Relation], positions: tuple[Position, ...]) -> Fact:
    return Fact(
        subject=row.subject,
        subject_key=row.subject_key,
        relation=catalogue[row.relation],
        qualifiers=read_qualifiers(row.qualifiers),
        positions=positions,
        verdict=Verdict(row.verdict),
        askable=row.askable,
    )
