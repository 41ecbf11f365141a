"""Scopes as a whole: finding them, telling that they changed, reading one back as a value."""

from collections import defaultdict
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Row, bindparam, insert, select, update
from sqlalchemy.orm import Session

from quizapp.exchange.value_json import read_qualifiers, read_value_json
from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim
from quizapp.knowledge.fact import Fact, Position, Verdict
from quizapp.knowledge.names import Names
from quizapp.knowledge.relation import Relation
from quizapp.knowledge.rulings import Ruling, spelling_cases
from quizapp.knowledge.scope import Proposal, Scope
from quizapp.knowledge.shapes import shape_of
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

_HEADS = select(ScopeRow.id, ScopeRow.generation, ScopeRow.digest, ScopeRow.knowledge)
_HEAD = _HEADS.where(ScopeRow.kind == ScopeKind.LIBRARY)
_DECIDED = update(ScopeRow).where(ScopeRow.id == bindparam("row")).values(generation=ScopeRow.generation + 1)
_DECIDED_AT = _DECIDED.where(ScopeRow.generation == bindparam("seen"))
_OWN = _HEADS.where(ScopeRow.owner_id == bindparam("owner"))

_ALL_OWN = _HEADS.where(ScopeRow.kind == ScopeKind.TEACHER).order_by(ScopeRow.id)


@dataclass(frozen=True, kw_only=True, slots=True)
class ScopeHead:
    """A scope's row, without what is known in it; `knowledge` stays while nothing but decisions and wordings of questions changes."""

    id: int
    generation: int
    digest: str | None
    knowledge: int = 0


def library(connection: Connection) -> ScopeHead | None:
    """The library, or None before it was loaded for the first time."""
    return _head(connection.execute(_HEAD).first())


def is_library(connection: Connection, scope: int) -> bool:
    """Whether this scope is the library, which everybody may see."""
    head = library(connection)
    return head is not None and head.id == scope


def make_library(connection: Connection) -> ScopeHead:
    """Add the row of the library, which has none yet."""
    connection.execute(insert(ScopeRow).values(kind=ScopeKind.LIBRARY, generation=0))
    row = connection.execute(_HEAD).one()
    return ScopeHead(id=row.id, generation=row.generation, digest=row.digest, knowledge=row.knowledge)


def scope_of(connection: Connection, owner: int) -> ScopeHead | None:
    """The scope of this teacher's own articles, or None while there is none."""
    return _head(connection.execute(_OWN, {"owner": owner}).first())


def own_scopes(connection: Connection) -> tuple[ScopeHead, ...]:
    """The scopes of all teachers, oldest first."""
    return tuple(head for row in connection.execute(_ALL_OWN) if (head := _head(row)))


def make_scope_of(connection: Connection, owner: int) -> ScopeHead:
    """Add the row of a teacher's scope, who has none yet."""
    connection.execute(insert(ScopeRow).values(kind=ScopeKind.TEACHER, owner_id=owner, generation=0))
    row = connection.execute(_OWN, {"owner": owner}).one()
    return ScopeHead(id=row.id, generation=row.generation, digest=row.digest, knowledge=row.knowledge)


def _head(row: "Row[int, int, str | None, int] | None") -> ScopeHead | None:
    return ScopeHead(id=row.id, generation=row.generation, digest=row.digest, knowledge=row.knowledge) if row else None


def mark_changed(connection: Connection, head: ScopeHead, digest: str | None) -> None:
    """Tell every reader that what it remembers of the scope is old."""
    grown = {"generation": ScopeRow.generation + 1, "knowledge": ScopeRow.knowledge + 1, "digest": digest}
    connection.execute(update(ScopeRow).where(ScopeRow.id == head.id).values(grown))


def mark_decided(connection: Connection, scope: int, *, generation: int | None = None) -> bool:
    """Tell every reader that decisions or wordings of questions changed and nothing else; False when it is not `generation` any more.

    Call it before they are written: nobody else changes the scope until the transaction ends, so their rows come in order.
    """
    if generation is None:
        return connection.execute(_DECIDED, {"row": scope}).rowcount > 0
    return connection.execute(_DECIDED_AT, {"row": scope, "seen": generation}).rowcount > 0


def read_scope(connection: Connection, scope: int) -> Scope:
    """Everything known in a scope, equal to the value that was stored."""
    with Session(bind=connection) as session:
        articles = _articles(session, scope)
        catalogue = _catalogue(session, scope)
        claims, by_position = _claims(session, scope)
        return Scope(
            articles=articles,
            claims=claims,
            facts=_facts(session, scope, catalogue, by_position, {id(claim): place for place, claim in enumerate(claims)}),
            names=_names(session, scope),
            catalogue=catalogue,
            proposals=_proposals(session, scope),
        )


def read_rulings(session: Session, scope: int) -> tuple[Ruling, ...]:
    """The rulings that stand, in their order."""
    standing = select(RulingRow).where(RulingRow.scope_id == scope, RulingRow.withdrawn_at.is_(None))
    return tuple(read_ruling(row.entry) for row in session.scalars(standing.order_by(RulingRow.place, RulingRow.id)))


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


def _facts(
    session: Session, scope: int, catalogue: dict[str, Relation], claims: dict[int, tuple[Claim, ...]], order: dict[int, int]
) -> tuple[Fact, ...]:
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
    return tuple(_fact(row, catalogue, tuple(positions[name]), order) for name, row in rows.items())


def _fact(row: FactRow, catalogue: dict[str, Relation], positions: tuple[Position, ...], order: dict[int, int]) -> Fact:
    """A fact; the wordings of an open relation are those of its claims, in the order in which they were found."""
    claims = sorted((claim for position in positions for claim in position.claims), key=lambda claim: order[id(claim)])
    catalogued = catalogue.get(row.relation) or catalogue[claims[0].relation]
    shaped = any(claim.shape for claim in claims)
    relation = shape_of(claims, catalogued) if shaped else catalogued
    return Fact(
        subject=row.subject,
        subject_key=row.subject_key,
        relation=relation if relation.key == row.relation else replace(relation, key=row.relation),
        qualifiers=read_qualifiers(row.qualifiers),
        positions=positions,
        verdict=Verdict(row.verdict),
        askable=row.askable,
    )
