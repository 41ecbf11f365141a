"""What a player missed and when it comes back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from random import Random

from sqlalchemy import Connection

from quizapp.play.choosing import Choice, choose
from quizapp.play.recall import Memory, review
from quizapp.services.days import day_end
from quizapp.services.known import Known
from quizapp.services.starting import choices
from quizapp.storage import history, recall
from quizapp.storage.attempts import StoredAttempt

TEN = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class ToPractise:
    """Questions of the bank that a player may practise now, at most ten each, one a fact."""

    missed: tuple[Choice, ...] = ()
    due: tuple[Choice, ...] = ()


def remember(connection: Connection, attempt: StoredAttempt, number: int, *, player: int, right: bool, now: datetime) -> None:
    """Let the scheduler know of the first answer to a question; what was never missed needs no practice."""
    version = attempt.value.questions[number - 1].version
    item = recall.item_of(connection, version)
    before = recall.read_memory(connection, player=player, item=item)
    after = review(before, right=right, now=now)
    if after is not None:
        recall.store_memory(connection, player=player, item=item, memory=after, known=before is not None)


def to_practise(connection: Connection, library: Known, *, player: int, now: datetime, zone: tzinfo | None) -> ToPractise:
    """What was answered wrongly the last time, longest ago first, and what is due by the end of the day, longest due first.

    Nothing of a quiz that does not tell yet what is right.
    """
    secret = {one.item for one in history.answers(connection, player=player, now=now, guarded=True) if not one.told}
    known = recall.read_memories(connection, player=player)
    open_to = {item: memory for item, memory in known.items() if item in library.playable and item not in secret}
    over = day_end(now, zone)
    return ToPractise(
        missed=_longest_ago(library, {item: memory.last_at for item, memory in open_to.items() if not memory.right}),
        due=_longest_ago(library, {item: memory.due for item, memory in open_to.items() if _is_due(memory, over)}),
    )


def _is_due(memory: Memory, over: datetime) -> bool:
    return memory.due < over


def _longest_ago(library: Known, since: Mapping[str, datetime]) -> tuple[Choice, ...]:
    """Nothing is left to chance here: every question has its moment, and ties go by its id."""
    return choose(choices(library.playable[item] for item in since), seen=since, count=TEN, rng=Random(0))
