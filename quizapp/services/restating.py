"""A fact that a teacher stated with a question of her own says what she says now, when she corrects the answer."""

from dataclasses import replace

from sqlalchemy import Connection

from quizapp.knowledge.fact import Fact
from quizapp.knowledge.scope import Scope
from quizapp.questions.own_fact import restated
from quizapp.services.known import Known
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.own_facts import replace_fact, revisions_for, tell_changed


def restate(connection: Connection, known: Known, stored: StoredItem, answer: str) -> Known:
    """What is known with this answer to a question in a teacher's own words; the same where articles were read or the library says it."""
    fact = known.scope.fact(stored.value.fact)
    new = restated(fact, stored.value.stem, answer, known.background) if fact and _is_hers(known, fact) else None
    if fact is None or new is None:
        return known
    scope = known.head.id
    replace_fact(connection, scope, new, revisions_for(connection, (scope,), {claim.evidence.revision for claim in new.claims}))
    tell_changed(connection, scope, knowledge=True)
    return Known(known.head, _with(known.scope, fact, new), known.bank, known.own)


def _is_hers(known: Known, fact: Fact) -> bool:
    return all(claim.evidence.article in known.own for claim in fact.claims)


def _with(scope: Scope, old: Fact, new: Fact) -> Scope:
    facts = tuple(new if one.id == old.id else one for one in scope.facts)
    claims = tuple(one for one in scope.claims if one not in old.claims)
    return replace(scope, facts=facts, claims=(*claims, *new.claims))
