"""Re-checking teachers' own questions when the library changes: they were checked against its articles, too."""

from datetime import datetime

from sqlalchemy import Connection

from quizapp.knowledge.scope import Scope
from quizapp.services.deciding import Actor
from quizapp.services.own_scope import join
from quizapp.services.rechecking import Rechecked, recheck
from quizapp.storage.scopes import ScopeHead, mark_decided, own_scopes, read_scope


def recheck_own_scopes(
    connection: Connection, *, library: ScopeHead, known: Scope, now: datetime, why: str, actor: Actor | None, bring_back: bool = False
) -> tuple[Rechecked, ...]:
    """Check every teacher's own questions against the library as it is `known` now, together with her own articles.

    What no longer holds waits for her decision again, as `rechecking.recheck` does it; with `bring_back`, what holds again comes back.
    """
    touched: list[Rechecked] = []
    for head in own_scopes(connection):
        mark_decided(connection, head.id)
        scope = join(connection, known, library, head, read_scope(connection, head.id))
        touched.extend(recheck(connection, scope=head.id, known=scope, now=now, why=why, actor=actor, bring_back=bring_back))
    return tuple(touched)
