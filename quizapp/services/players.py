"""Players and their visits: who is on the other side of a browser's cookie."""

from dataclasses import dataclass
from datetime import datetime
from random import Random

from quizapp.services.database import Database


@dataclass(frozen=True, kw_only=True, slots=True)
class Visit:
    """An open visit: the player it belongs to, who is a guest or has a name."""

    player: int
    guest: bool
    name: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class NewVisit:
    """A visit just begun; `token` is for the player's cookie and is kept nowhere else."""

    token: str
    visit: Visit


def begin_visit(db: Database, *, now: datetime, rng: Random) -> NewVisit:
    """Make a guest player with an open visit."""
    raise NotImplementedError


def find_visit(db: Database, token: str) -> Visit | None:
    """The open visit with this token; None when there is none or it has ended."""
    raise NotImplementedError


def end_visit(db: Database, token: str, *, now: datetime) -> None:
    """End the visit with this token for good; an unknown token changes nothing."""
    raise NotImplementedError
