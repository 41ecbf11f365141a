"""What belongs to a player: what moves along when a guest signs in. Every column that names a player stands in one of the lists."""

from typing import Final

from sqlalchemy import Connection, update
from sqlalchemy.orm import InstrumentedAttribute

from quizapp.storage.participants import merge_parts
from quizapp.storage.recall import merge_memories
from quizapp.storage.tables.playing import AttemptRow

MOVED: Final[tuple[InstrumentedAttribute[int], ...]] = (AttemptRow.player_id,)
"""Columns whose rows become the account's when a guest signs in; a table with one row a player needs a merge of its own in `move`."""

MERGED: Final = {
    "recall.player_id": "of two memories of one question the later one stays",
    "participant.player_id": "who takes part twice in one assignment takes part once, with the attempts of both",
}
"""Columns of tables with one row a player and thing, and how two rows become one."""

LEFT: Final = {
    "visit.player_id": "a visit ends, it never changes its player",
    "account.player_id": "a guest has no account",
    "record.actor_id": "the record is never edited",
    "scope.owner_id": "guests own no scope",
    "decision.actor_id": "guests decide nothing",
    "ruling.actor_id": "guests rule nothing",
    "review_hold.taken_by": "guests review nothing",
    "blind_answer.player_id": "guests review nothing",
    "shared_question.shared_by": "guests write no questions",
    "job.owner_id": "guests ask for no work",
    "mending.actor_id": "guests mend nothing",
    "school_class.owner_id": "guests have no classes",
    "assignment.owner_id": "guests give no quizzes",
    "student.player_id": "what was answered under a name of a class stays with the name",
}
"""Columns that stay, and why."""


def move_belongings(connection: Connection, *, guest: int, to: int) -> int:
    """Give everything a guest has played to another player; how many rows that were."""
    moved = sum(connection.execute(update(column.class_).where(column == guest).values({column.key: to})).rowcount for column in MOVED)
    return moved + merge_memories(connection, guest=guest, to=to) + merge_parts(connection, guest=guest, to=to)
