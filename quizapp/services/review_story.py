"""The history of a question in the library: who made it, decided on it, changed it, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from quizapp.questions.item import State
from quizapp.services.deciding import KIND
from quizapp.storage.item_story import decisions_without_person, versions_of
from quizapp.storage.record import Entry, record_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Happened:
    """One step: who, what was done, from which wording or state to which, why."""

    at: datetime
    who: str
    what: str
    old: str = ""
    new: str = ""
    why: str = ""


STATES: Mapping[State, str] = {
    State.CANDIDATE: "waiting",
    State.APPROVED: "approved",
    State.REJECTED: "rejected",
    State.SENT_BACK: "sent back",
    State.RETIRED: "retired",
}


def story(connection: Connection, *, scope: int, item: str) -> tuple[Happened, ...]:
    """What happened to a question, newest first."""
    versions = versions_of(connection, scope=scope, item=item)
    rows = {one.row for one in versions}
    acts = [one for one in record_of(connection, kind=KIND, subject=item) if _is_here(one, scope, rows)]
    told = {(one.at, one.actor) for one in acts}
    steps = [
        *(Happened(at=one.made_at, who="The program", what=f"wrote version {one.number}") for one in versions if not one.edited),
        *(
            Happened(at=one.at, who=_who(one.actor), what=f"decided: {STATES[one.state]}", why=one.reason)
            for one in decisions_without_person(connection, scope=scope, item=item)
            if (one.at, one.actor) not in told
        ),
        *(_told(one) for one in acts),
    ]
    return tuple(sorted(steps, key=lambda one: one.at, reverse=True))


def _who(actor: str) -> str:
    return "The program" if actor == "quizapp" else "The articles’ files" if actor == "seeds" else actor


def _is_here(entry: Entry, scope: int, versions: set[int]) -> bool:
    """Whether an act was done in this scope: teachers may have a question of the same id."""
    new = entry.new or {}
    return new["scope"] == scope if "scope" in new else new.get("version") in versions


def _told(entry: Entry) -> Happened:
    return Happened(
        at=entry.at,
        who=entry.actor,
        what=entry.action,
        old=" · ".join(_differences(entry.old, entry.new)),
        new=" · ".join(_differences(entry.new, entry.old)),
        why=entry.why,
    )


def _differences(one: dict[str, object] | None, other: dict[str, object] | None) -> Iterator[str]:
    """The fields that the other side says otherwise, in words."""
    for name, value in (one or {}).items():
        if name not in {"scope", "version", "restores"} and value != (other or {}).get(name):
            yield _plain(name, value)


def _plain(name: str, value: object) -> str:
    if name == "state" and isinstance(value, str):
        return STATES[State(value)] if value in set(State) else value
    if isinstance(value, list):
        return " / ".join(map(str, value)) or "nobody"
    return str(value)
