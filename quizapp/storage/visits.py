"""Players and visits; of a visit's token only the SHA-256 is stored."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from quizapp.storage.digests import digest
from quizapp.storage.tables.accounts import AccountRow, Role
from quizapp.storage.tables.classes import StudentRow
from quizapp.storage.tables.people import PlayerKind, PlayerRow, VisitRow


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredVisit:
    """The player of an open visit; a guest has no role, `answering` is the name in a class under which a student plays."""

    player: int
    kind: PlayerKind
    name: str | None
    role: Role | None
    answering: str | None = None


_OPEN = (
    select(PlayerRow.id, PlayerRow.kind, PlayerRow.name, AccountRow.role, StudentRow.name.label("answering"))
    .join(VisitRow, VisitRow.player_id == PlayerRow.id)
    .outerjoin(AccountRow, AccountRow.player_id == PlayerRow.id)
    .outerjoin(StudentRow, StudentRow.player_id == PlayerRow.id)
    .where(VisitRow.token_hash == bindparam("token_hash"), VisitRow.ended_at.is_(None), AccountRow.locked_at.is_(None))
)
_END = update(VisitRow).where(VisitRow.token_hash == bindparam("token"), VisitRow.ended_at.is_(None)).values(ended_at=bindparam("at"))
_LOCK_PLAYER = select(PlayerRow.id).where(PlayerRow.id == bindparam("player")).with_for_update()


def add_guest(connection: Connection, *, now: datetime) -> int:
    """A new guest's row."""
    key = connection.execute(insert(PlayerRow).values(kind=PlayerKind.GUEST.value, created_at=now)).inserted_primary_key
    if key is None:
        raise RuntimeError("the database gave no id for a new player")
    return int(key[0])


def add_visit(connection: Connection, *, player: int, token: str, now: datetime) -> None:
    """Open a visit with this token."""
    connection.execute(insert(VisitRow).values(player_id=player, token_hash=digest(token), created_at=now))


def open_visit(connection: Connection, token: str) -> StoredVisit | None:
    """The open visit with this token, or None."""
    row = connection.execute(_OPEN, {"token_hash": digest(token)}).first()
    if row is None:
        return None
    role = Role(row.role) if row.role else None
    return StoredVisit(player=row.id, kind=PlayerKind(row.kind), name=row.name, role=role, answering=row.answering)


def close_visit(connection: Connection, token: str, *, now: datetime) -> None:
    """End the visit with this token, if it is open."""
    connection.execute(_END, {"token": digest(token), "at": now})


def hold_player(connection: Connection, player: int) -> bool:
    """Keep others from starting anything for this player until the transaction ends; False when there is no such player."""
    return connection.scalar(_LOCK_PLAYER, {"player": player}) is not None
