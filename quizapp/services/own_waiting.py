"""A teacher's own questions that were in play until something they rest on changed: hers to change, or to leave out."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from quizapp.questions.item import State
from quizapp.questions.review import Move
from quizapp.services.database import Database
from quizapp.services.deciding import Actor, decide_within
from quizapp.services.errors import NotFound
from quizapp.services.own_scope import own_scope
from quizapp.services.rechecking import CHECKER
from quizapp.storage.bank import read_bank
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.own_articles import own_articles

LEFT_OUT = "What it rests on changed."
"""The reason that stands with a question which its teacher leaves out."""
_NO_SUCH = "There is no such question that waits for you."


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """A question that left play, and why; `proof` are the words it rested on.

    `article` is the slug of her own article it rests on, "" when it rests on the library alone.
    """

    item: str
    version: int
    article: str
    stem: str
    options: tuple[str, ...]
    key: int
    proof: tuple[str, ...]
    why: str
    since: datetime


def waiting_again(db: Database, *, owner: int) -> tuple[Waiting, ...]:
    """What waits for this teacher, the latest first."""
    with db.reading() as connection:
        found = _waiting(connection, owner)
        slugs = {one.name: one.slug for one in own_articles(connection, owner)}
    return tuple(sorted((_shown(one, slugs) for one in found), key=lambda one: (one.since, one.stem), reverse=True))


def count_waiting(db: Database, *, owner: int) -> int:
    """How many there are."""
    with db.reading() as connection:
        return len(_waiting(connection, owner))


def leave_out(db: Database, *, item: str, version: int, actor: Actor, now: datetime) -> None:
    """Reject a question that waits so. Raises NotFound, Conflict when it is not the current version, NotSaved."""
    with db.writing() as connection:
        head = own_scope(connection, actor.player)
        if head is None or all(one.item != item for one in _waiting(connection, actor.player)):
            raise NotFound(_NO_SUCH)
        decide_within(connection, scope=head.id, item=item, version=version, wanted=Move.REJECT, reason=LEFT_OUT, actor=actor, now=now)


def _waiting(connection: Connection, owner: int) -> list[StoredItem]:
    head = own_scope(connection, owner)
    bank = read_bank(connection, head.id) if head else ()
    return [one for one in bank if one.state is State.CANDIDATE and one.decision is not None and one.decision.actor == CHECKER]


def _shown(stored: StoredItem, slugs: dict[str, str]) -> Waiting:
    value, decision = stored.value, stored.decision
    return Waiting(
        item=stored.item,
        version=stored.row,
        article=next((slugs[one.article] for one in value.evidence if one.article in slugs), ""),
        stem=value.stem,
        options=value.options,
        key=value.key,
        proof=tuple(one.quote for one in value.evidence),
        why=decision.reason if decision else "",
        since=decision.at if decision else stored.made_at,
    )
