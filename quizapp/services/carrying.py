"""Questions whose words still stand in a corrected text go on as they were decided: a version that rests on the new text."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from quizapp.knowledge.carrying import Carrier
from quizapp.questions.item import Candidate, Item, State
from quizapp.storage.bank_store import Decided, Shelf, add_decision, store_edited
from quizapp.storage.bank_values import StoredItem

LIVE = frozenset({State.CANDIDATE, State.APPROVED, State.SENT_BACK})
"""Where a question is asked or waits."""
Carried = tuple[StoredItem, Item]


def is_live_on(stored: StoredItem, article: str) -> bool:
    """Whether the question is asked or waits, and rests on words of this article."""
    return stored.state in LIVE and any(one.article == article for one in stored.value.evidence)


def carried_items(bank: Iterable[StoredItem], carrier: Carrier, article: str) -> tuple[Carried, ...]:
    """The live questions on the article all of whose words still stand, each as it rests on the new text."""
    found = []
    for stored in bank:
        evidence = [carrier.evidence(one) for one in stored.value.evidence]
        whole = tuple(one for one in evidence if one is not None)
        if is_live_on(stored, article) and len(whole) == len(evidence):
            found.append((stored, replace(stored.value, evidence=whole)))
    return tuple(found)


def store_carried(connection: Connection, shelf: Shelf, stored: StoredItem, item: Item, *, now: datetime) -> None:
    """Give the question a version that rests on the new text, decided as the old one was in the scope of the shelf."""
    row = store_edited(connection, shelf, Candidate(item=item, checks=stored.checks, state=stored.state), stored, now=now)
    if stored.decision is not None and stored.state is not State.CANDIDATE:
        made = stored.decision
        decided = Decided(state=stored.state, reason=made.reason, actor=made.actor, actor_id=made.actor_id)
        add_decision(connection, shelf.scope, row, decided, content=item.content, now=now)
