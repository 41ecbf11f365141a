"""Players and their visits: who is on the other side of a browser's cookie."""

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime
from random import Random

from sqlalchemy import Connection

from quizapp.services.database import Database
from quizapp.storage import visits
from quizapp.storage.tables.accounts import Role
from quizapp.storage.tables.people import PlayerKind

TOKEN_BYTES = 32
MAX_TOKEN = 100


@dataclass(frozen=True, kw_only=True, slots=True)
class Visit:
    """An open visit: the player it belongs to, who is a guest, perhaps `answering` under a name of a class, or has an account."""

    player: int
    guest: bool
    name: str | None = None
    role: Role | None = None
    answering: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class NewVisit:
    """A visit just begun; `token` is for the player's cookie and is kept nowhere else."""

    token: str
    visit: Visit


def begin_visit(db: Database, *, now: datetime, rng: Random) -> NewVisit:
    """Make a guest player with an open visit; `rng` must be one that nobody can foretell. Raises NotSaved."""
    with db.writing() as connection:
        return begin_guest(connection, now=now, rng=rng)


def begin_guest(connection: Connection, *, now: datetime, rng: Random) -> NewVisit:
    """The same within a transaction."""
    token, player = new_token(rng), visits.add_guest(connection, now=now)
    visits.add_visit(connection, player=player, token=token, now=now)
    return NewVisit(token=token, visit=Visit(player=player, guest=True))


def find_visit(db: Database, token: str) -> Visit | None:
    """The open visit with this token; None when there is none or it has ended."""
    if not 0 < len(token) <= MAX_TOKEN:
        return None
    with db.reading() as connection:
        found = visits.open_visit(connection, token)
    if found is None:
        return None
    guest = found.kind is PlayerKind.GUEST
    return Visit(player=found.player, guest=guest, name=found.name, role=found.role, answering=found.answering)


def end_visit(db: Database, token: str, *, now: datetime) -> None:
    """End the visit with this token for good; an unknown token changes nothing. Raises NotSaved."""
    with db.writing() as connection:
        visits.close_visit(connection, token, now=now)


def new_token(rng: Random) -> str:
    """A token of 256 random bits."""
    return urlsafe_b64encode(rng.randbytes(TOKEN_BYTES)).rstrip(b"=").decode("ascii")
