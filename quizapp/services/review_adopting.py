"""A fact that a teacher stated herself becomes the library's with the question on it, when that is approved."""

from sqlalchemy import Connection

from quizapp.knowledge.fact import Fact
from quizapp.questions.background import Background
from quizapp.questions.own_fact import add_fact as with_fact
from quizapp.services.known import Known
from quizapp.storage import sharing
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.own_facts import add_fact, revisions_for
from quizapp.storage.scopes import mark_changed, read_scope


def stated_fact(connection: Connection, scope: int, library: Known, fact: str) -> Fact | None:
    """The fact of a teacher's scope that the library lacks and could prove; None when there is none."""
    found = read_scope(connection, scope).fact(fact) if library.scope.fact(fact) is None else None
    return found if found is not None and all(library.scope.proves(claim.evidence) for claim in found.claims) else None


def background_with(library: Known, fact: Fact | None) -> Background:
    """What the library knows, and this fact."""
    return with_fact(fact, library.background) if fact is not None else library.background


def adopt_fact(connection: Connection, library: Known, approved: StoredItem) -> bool:
    """Let the library know the fact of a question given by a teacher and approved just now; False when there is nothing to add."""
    if library.scope.fact(approved.value.fact) is not None:
        return False
    own = sharing.own_scope_of(connection, approved.row)
    fact = stated_fact(connection, own, library, approved.value.fact) if own is not None else None
    if fact is None:
        return False
    revisions = revisions_for(connection, (library.head.id,), {claim.evidence.revision for claim in fact.claims})
    added = add_fact(connection, library.head.id, fact, revisions)
    mark_changed(connection, library.head, library.head.digest)
    return added
