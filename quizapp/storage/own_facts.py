"""Facts that a teacher states herself with a question of her own: added to her scope beside what was read there."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, func, insert, select, update

from quizapp.exchange.value_json import value_json
from quizapp.knowledge.claim import Claim
from quizapp.knowledge.fact import Fact
from quizapp.storage.knowledge_values import claim_cells, entry_json
from quizapp.storage.tables.knowledge import ArticleRow, ClaimRow, FactRow, PositionRow, RelationRow, RevisionRow, ScopeRow


def revisions_for(connection: Connection, scopes: Iterable[int], digests: Iterable[str]) -> dict[str, int]:
    """The rows of revisions with these digests in these scopes, by the article's name; of several the first scope's counts."""
    order = {scope: place for place, scope in enumerate(scopes)}
    wanted = (
        select(ArticleRow.name, ArticleRow.scope_id, RevisionRow.id)
        .join(RevisionRow, RevisionRow.article_id == ArticleRow.id)
        .where(ArticleRow.scope_id.in_(order), RevisionRow.digest.in_(set(digests)))
    )
    found = sorted(connection.execute(wanted), key=lambda row: -order[row.scope_id])
    return {row.name: row.id for row in found}


def add_fact(connection: Connection, scope: int, fact: Fact, revisions: Mapping[str, int]) -> bool:
    """Store a fact with its relation, positions and claims; False when the scope has it already."""
    if connection.scalar(select(FactRow.id).where(FactRow.scope_id == scope, FactRow.fact == fact.id)) is not None:
        return False
    if connection.scalar(select(RelationRow.id).where(RelationRow.scope_id == scope, RelationRow.key == fact.relation.key)) is None:
        connection.execute(insert(RelationRow).values(scope_id=scope, key=fact.relation.key, entry=entry_json(fact.relation)))
    row = _add_head(connection, scope, fact)
    for place, position in enumerate(fact.positions):
        cells = {"fact_id": row, "place": place, "value_type": position.value.type.value, "value": value_json(position.value)}
        connection.execute(insert(PositionRow).values(**cells, shown=position.value.display(), negated=position.negated))
        mine = select(PositionRow.id).where(PositionRow.fact_id == row, PositionRow.place == place)
        for rank, claim in enumerate(position.claims):
            _add_claim(connection, scope, claim, connection.execute(mine).scalar_one(), rank, revisions)
    return True


def replace_fact(connection: Connection, scope: int, fact: Fact, revisions: Mapping[str, int]) -> None:
    """Store a fact of the scope, which has it already, as it is stated now."""
    connection.execute(delete(FactRow).where(FactRow.scope_id == scope, FactRow.fact == fact.id))
    connection.execute(delete(RelationRow).where(RelationRow.scope_id == scope, RelationRow.key == fact.relation.key))
    add_fact(connection, scope, fact, revisions)


def _add_head(connection: Connection, scope: int, fact: Fact) -> int:
    cells = {"fact": fact.id, "subject": fact.subject, "subject_key": fact.subject_key, "relation": fact.relation.key}
    qualifiers = [list(pair) for pair in fact.qualifiers]
    connection.execute(
        insert(FactRow).values(scope_id=scope, **cells, qualifiers=qualifiers, verdict=fact.verdict.value, askable=fact.askable)
    )
    return connection.execute(select(FactRow.id).where(FactRow.scope_id == scope, FactRow.fact == fact.id)).scalar_one()


def _add_claim(connection: Connection, scope: int, claim: Claim, position: int, rank: int, revisions: Mapping[str, int]) -> None:
    last = connection.scalar(select(func.max(ClaimRow.place)).where(ClaimRow.scope_id == scope))
    place = 0 if last is None else last + 1
    cells = claim_cells(claim, revisions)
    connection.execute(insert(ClaimRow).values(scope_id=scope, place=place, position_id=position, rank=rank, **cells))


def tell_changed(connection: Connection, scope: int, *, knowledge: bool) -> None:
    """Tell every reader that a question came to the scope, and whether something new is known in it."""
    grown = {"generation": ScopeRow.generation + 1, "knowledge": ScopeRow.knowledge + int(knowledge)}
    connection.execute(update(ScopeRow).where(ScopeRow.id == scope).values(grown))
