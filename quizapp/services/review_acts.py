"""What a reviewer does at the queue: decide and go on, take back, answer before seeing the right answer."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from quizapp.questions.item import State
from quizapp.questions.review import Move
from quizapp.services.database import Database
from quizapp.services.deciding import KIND, Actor, Done, current_version, decide_known, moved_on
from quizapp.services.errors import Invalid, NotFound
from quizapp.services.known import known
from quizapp.services.review_adopting import adopt_fact
from quizapp.services.review_filters import Filters
from quizapp.services.review_queue import HOLD_LASTS, queue_of
from quizapp.services.undoing import undo_within
from quizapp.storage import review_holds
from quizapp.storage.blind_answers import add_blind_answer
from quizapp.storage.record import Entry, write_record
from quizapp.storage.scopes import library

_NO_LIBRARY = "There is no library yet."


@dataclass(frozen=True, kw_only=True, slots=True)
class WentOn:
    """A decision, and the question that comes next in the queue, "" when nothing does."""

    done: Done
    next: str


def decide_and_go_on(
    db: Database,
    *,
    item: str,
    version: int,
    wanted: Move,
    reason: str,
    filters: Filters,
    actor: Actor,
    now: datetime,
) -> WentOn:
    """Decide on a question of the library, let go of it and take the next one, all at once. Raises as `deciding.decide`."""
    with db.writing() as connection:
        queue = queue_of(db, connection, player=actor.player, now=now)
        if queue is None:
            raise NotFound(_NO_LIBRARY)
        next_, stored = queue.next(filters, item), queue.entry(item).stored
        if stored.row != version:
            raise moved_on(connection, scope=queue.library.head.id, item=item)
        done = decide_known(connection, queue.library, stored, wanted=wanted, reason=reason, actor=actor, now=now)
        if done.new is State.APPROVED:
            adopt_fact(connection, queue.library, stored)
        if next_ is None:
            review_holds.let_go(connection, actor.player)
        else:
            until = now + HOLD_LASTS
            review_holds.take(connection, queue.library.head.id, next_.stored.item, player=actor.player, until=until, now=now)
    return WentOn(done=done, next=next_.stored.item if next_ else "")


def take_back(db: Database, *, item: str, version: int, actor: Actor, now: datetime) -> Done:
    """Undo the last decision on a question of the library, or the edit before which nothing was decided. Raises as `deciding.decide`."""
    with db.writing() as connection:
        library = known(db, connection)
        if library is None:
            raise NotFound(_NO_LIBRARY)
        return undo_within(connection, library, item=item, version=version, actor=actor, now=now)


def answer_blind(db: Database, *, item: str, version: int, chosen: int, actor: Actor, now: datetime) -> bool:
    """Keep what a reviewer chose before seeing the right answer, and say whether it is that one; the first choice stands.

    Raises NotFound, Conflict (not the current version), Invalid (no such option), NotSaved.
    """
    with db.writing() as connection:
        scope = _library(connection)
        stored = current_version(connection, scope=scope, item=item, version=version, own=True)
        if not 0 <= chosen < len(stored.value.options):
            raise Invalid("This question has no such answer.")
        agrees = chosen == stored.value.key
        if add_blind_answer(connection, version=version, player=actor.player, name=actor.name, chosen=chosen, now=now):
            entry = Entry(
                at=now,
                actor=actor.name,
                actor_id=actor.player,
                action="answered before seeing",
                subject_kind=KIND,
                subject_id=item,
                new={"scope": scope, "version": stored.number, "chosen": stored.value.options[chosen], "agrees": agrees},
            )
            write_record(connection, entry)
        return agrees


def _library(connection: Connection) -> int:
    head = library(connection)
    if head is None:
        raise NotFound(_NO_LIBRARY)
    return head.id
