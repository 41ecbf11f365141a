"""Mending a question that was played: everybody who answered it is graded anew, and what stood before stays in the record."""

from datetime import datetime
from functools import partial

from sqlalchemy import Connection

from quizapp.play.scoring import tally
from quizapp.services.deciding import KIND, Actor
from quizapp.services.errors import Invalid, NotFound
from quizapp.storage import mending
from quizapp.storage.mending import Played
from quizapp.storage.record import Entry, write_record
from quizapp.storage.scopes import is_library

LONGEST_WHY = 1000
MENDED, MENDED_WITHIN = "mend scores", "mend scores in own classes"
"""What the record calls it."""


def mend(
    connection: Connection,
    *,
    item_version: int,
    right: frozenset[int],
    within: int | None = None,
    actor: Actor,
    why: str,
    now: datetime,
) -> int:
    """Let these places of the version's options count as right (none: it counts for nobody) and say how many scores changed.

    `within` is the scope of a teacher in whose classes alone it shall hold. Of mendings for everybody and for a class the latest stands.
    What the scheduler of missed questions keeps stays as it is: it learned what the player thought when the question was asked, and
    the question comes back in a new version, if at all. Raises NotFound, Invalid (no such place, no reason).
    """
    reason = why.strip()
    version = _version(connection, item_version, right, within)
    if not reason or len(reason) > LONGEST_WHY:
        raise Invalid(f"A reason of {len(reason)} characters; expected 1 to {LONGEST_WHY}. Players read it.")
    if version.right == right:
        return 0
    held = mending.hold_attempts(connection, item_version, within=within)
    row = mending.add_mending(connection, item_version, right, within=within, why=reason, actor=actor.name, actor_id=actor.player, now=now)
    changes = [(one, after) for one in mending.finished(connection, held) if (after := tally(one.answers)) != one.tally]
    mending.store_changes(connection, row, changes)
    action = MENDED if within is None else MENDED_WITHIN
    _write(connection, item_version, version, right, action=action, changed=len(changes), actor=actor, why=reason, now=now)
    return len(changes)


def _version(connection: Connection, item_version: int, right: frozenset[int], within: int | None) -> Played:
    version = mending.played_version(connection, item_version, within=within)
    if version is None:
        raise NotFound("There is no such question.")
    wrong = sorted(place for place in right if not 0 <= place < len(version.options))
    if wrong:
        raise Invalid(f"Answer number {wrong[0] + 1}; the question has {len(version.options)} answers.")
    return version


def _write(
    connection: Connection,
    item_version: int,
    before: Played,
    right: frozenset[int],
    *,
    action: str,
    changed: int,
    actor: Actor,
    why: str,
    now: datetime,
) -> None:
    said = partial(_texts, before) if is_library(connection, before.scope) else _numbers
    act = Entry(
        at=now,
        actor=actor.name,
        actor_id=actor.player,
        action=action,
        subject_kind=KIND,
        subject_id=before.item,
        old={"right": said(before.right)},
        new={"right": said(right), "version": item_version, "scores_changed": changed},
        why=why,
    )
    write_record(connection, act)


def _numbers(places: frozenset[int]) -> list[int]:
    """What the record says of a teacher's own question: reviewers, who read it, do not see her words."""
    return [place + 1 for place in sorted(places)]


def _texts(version: Played, places: frozenset[int]) -> list[str]:
    return [version.options[place] for place in sorted(places)]
