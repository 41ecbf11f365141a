"""The record of what is done with classes and with what was given to them; it holds numbers and no names."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection

from quizapp.services.deciding import Actor
from quizapp.storage.record import Entry, write_record


def record_act(
    kind: str,
    connection: Connection,
    actor: Actor,
    row: int,
    action: str,
    *,
    now: datetime,
    old: Mapping[str, object] | None = None,
    new: Mapping[str, object] | None = None,
) -> None:
    """Write what was done with the class or assignment (`kind`) of this number."""
    before, after = (dict(one) if one is not None else None for one in (old, new))
    act = Entry(
        at=now, actor=actor.name, actor_id=actor.player, action=action, subject_kind=kind, subject_id=str(row), old=before, new=after
    )
    write_record(connection, act)
