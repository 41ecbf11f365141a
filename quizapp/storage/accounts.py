"""Accounts: the statements that find, make, change and delete them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select, update

from quizapp.storage.tables.accounts import AccountRow, Role
from quizapp.storage.tables.people import PlayerKind, PlayerRow, VisitRow


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredAccount:
    """An account with its player; `password_hash` is None until a password is set by a link."""

    id: int
    player: int
    name: str
    role: Role
    password_hash: str | None
    created_at: datetime
    locked: bool


_ACCOUNT = select(
    AccountRow.id,
    AccountRow.player_id,
    PlayerRow.name,
    AccountRow.role,
    AccountRow.password_hash,
    AccountRow.created_at,
    AccountRow.locked_at,
).join(PlayerRow, PlayerRow.id == AccountRow.player_id)


def account_by_key(connection: Connection, key: str) -> StoredAccount | None:
    """The account with this name key."""
    return _one(connection, AccountRow.name_key == key)


def account_by_player(connection: Connection, player: int, *, to_change: bool = False) -> StoredAccount | None:
    """The account of this player; `to_change` keeps others from changing it until the transaction ends."""
    return _one(connection, AccountRow.player_id == player, to_change=to_change)


def account_by_id(connection: Connection, account: int, *, to_change: bool = False) -> StoredAccount | None:
    """The account with this id."""
    return _one(connection, AccountRow.id == account, to_change=to_change)


def read_accounts(connection: Connection) -> tuple[StoredAccount, ...]:
    """All accounts by name."""
    return tuple(_stored(row) for row in connection.execute(_ACCOUNT.order_by(AccountRow.name_key)))


def is_taken(connection: Connection, *, key: str, look: str) -> bool:
    """Whether an account has this name or one that looks like it."""
    found = select(AccountRow.id).where((AccountRow.name_key == key) | (AccountRow.name_look == look)).limit(1)
    return connection.scalar(found) is not None


def count_admins(connection: Connection) -> int:
    """How many admins can sign in; their rows are held until the transaction ends, so that two last admins cannot both go."""
    open_admins = select(AccountRow.id).where(AccountRow.role == Role.ADMIN.value, AccountRow.locked_at.is_(None))
    return len(connection.scalars(open_admins.with_for_update()).all())


def has_admin(connection: Connection) -> bool:
    """Whether there is an admin at all."""
    return bool(connection.scalar(select(func.count()).select_from(AccountRow).where(AccountRow.role == Role.ADMIN.value)))


def add_account_player(connection: Connection, name: str, *, now: datetime) -> int:
    """A new player with a name."""
    made = connection.execute(insert(PlayerRow).values(kind=PlayerKind.ACCOUNT.value, name=name, created_at=now))
    return _key(made.inserted_primary_key)


def name_player(connection: Connection, player: int, name: str) -> None:
    """Turn a guest into a player with a name; what the guest played stays theirs."""
    connection.execute(update(PlayerRow).where(PlayerRow.id == player).values(kind=PlayerKind.ACCOUNT.value, name=name))


def add_account(connection: Connection, *, player: int, key: str, look: str, role: Role, password_hash: str | None, now: datetime) -> int:
    """The account of a player."""
    cells = {"player_id": player, "name_key": key, "name_look": look, "role": role.value, "password_hash": password_hash, "created_at": now}
    return _key(connection.execute(insert(AccountRow).values(cells)).inserted_primary_key)


def set_password(connection: Connection, account: int, password_hash: str) -> None:
    """Keep a new password's hash."""
    connection.execute(update(AccountRow).where(AccountRow.id == account).values(password_hash=password_hash))


def set_role(connection: Connection, account: int, role: Role) -> None:
    """Give the account this role."""
    connection.execute(update(AccountRow).where(AccountRow.id == account).values(role=role.value))


def set_locked(connection: Connection, account: int, at: datetime | None) -> None:
    """Lock the account, or open it again with None."""
    connection.execute(update(AccountRow).where(AccountRow.id == account).values(locked_at=at))


def close_visits(connection: Connection, player: int, *, now: datetime) -> int:
    """End every open visit of a player; how many there were."""
    mine = update(VisitRow).where(VisitRow.player_id == player, VisitRow.ended_at.is_(None)).values(ended_at=now)
    return int(connection.execute(mine).rowcount)


def delete_account(connection: Connection, account: int, player: int) -> None:
    """Delete the account with its codes, links and visits; the player stays as a guest without a name."""
    connection.execute(delete(AccountRow).where(AccountRow.id == account))
    connection.execute(delete(VisitRow).where(VisitRow.player_id == player))
    connection.execute(update(PlayerRow).where(PlayerRow.id == player).values(kind=PlayerKind.GUEST.value, name=None))


def _one(connection: Connection, condition: ColumnElement[bool], *, to_change: bool = False) -> StoredAccount | None:
    found = _ACCOUNT.where(condition)
    row = connection.execute(found.with_for_update(of=AccountRow) if to_change else found).first()
    return _stored(row) if row else None


def _stored(row: Row) -> StoredAccount:  # type: ignore[type-arg]
    return StoredAccount(
        id=row.id,
        player=row.player_id,
        name=row.name,
        role=Role(row.role),
        password_hash=row.password_hash,
        created_at=row.created_at,
        locked=row.locked_at is not None,
    )


def _key(made: Row | None) -> int:  # type: ignore[type-arg]
    if made is None:
        raise RuntimeError("the database gave no id for a new row")
    return int(made[0])
