"""What an admin does with people: roles, locks, one-time links for a new password, signing somebody out."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import Connection

from quizapp.services.account_acts import record_act
from quizapp.services.database import Database
from quizapp.services.errors import Forbidden, LastAdmin, NotFound
from quizapp.services.players import new_token
from quizapp.services.signing_in import NO_ACCOUNT
from quizapp.storage import account_secrets, accounts
from quizapp.storage.accounts import StoredAccount
from quizapp.storage.tables.accounts import LinkPurpose, Role

LINK_LASTS = timedelta(days=3)
_ADMINS_ONLY = "Only an admin may do this."


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """An account as an admin sees it."""

    account: int
    name: str
    role: Role
    created_at: datetime
    locked: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ResetLink:
    """A link that sets the password of this person once; the token is kept nowhere else."""

    name: str
    token: str
    expires_at: datetime


def people(db: Database, *, by: int) -> tuple[Person, ...]:
    """Every account by name; raises Forbidden unless the player `by` is an admin."""
    with db.reading() as connection:
        admin_account(connection, by)
        return tuple(
            Person(account=one.id, name=one.name, role=one.role, created_at=one.created_at, locked=one.locked)
            for one in accounts.read_accounts(connection)
        )


def name_of(db: Database, *, by: int, account: int) -> str:
    """Whose account it is. Raises Forbidden, NotFound."""
    with db.reading() as connection:
        admin_account(connection, by)
        found = accounts.account_by_id(connection, account)
    if found is None:
        raise NotFound(NO_ACCOUNT)
    return found.name


def change_role(db: Database, *, by: int, account: int, role: Role, now: datetime) -> None:
    """Give an account another role, which counts from its next request on. Raises Forbidden, NotFound, LastAdmin, NotSaved."""
    with db.writing() as connection:
        admin, person = admin_account(connection, by), _person(connection, account)
        if person.role is role:
            return
        if person.role is Role.ADMIN:
            refuse_last_admin(connection, person)
        accounts.set_role(connection, account, role)
        record_act(connection, person, "role_changed", now=now, by=admin, old={"role": person.role.value}, new={"role": role.value})


def lock(db: Database, *, by: int, account: int, now: datetime) -> None:
    """Sign somebody out everywhere and let them in no more. Raises Forbidden, NotFound, LastAdmin, NotSaved."""
    with db.writing() as connection:
        admin, person = admin_account(connection, by), _person(connection, account)
        if person.locked:
            return
        refuse_last_admin(connection, person)
        accounts.set_locked(connection, account, now)
        accounts.close_visits(connection, person.player, now=now)
        record_act(connection, person, "account_locked", now=now, by=admin, old={"locked": False}, new={"locked": True})


def unlock(db: Database, *, by: int, account: int, now: datetime) -> None:
    """Let somebody in again. Raises Forbidden, NotFound, NotSaved."""
    with db.writing() as connection:
        admin, person = admin_account(connection, by), _person(connection, account)
        if person.locked:
            accounts.set_locked(connection, account, None)
            record_act(connection, person, "account_unlocked", now=now, by=admin, old={"locked": True}, new={"locked": False})


def sign_out_person(db: Database, *, by: int, account: int, now: datetime) -> None:
    """End every visit of somebody. Raises Forbidden, NotFound, NotSaved."""
    with db.writing() as connection:
        admin, person = admin_account(connection, by), _person(connection, account)
        ended = accounts.close_visits(connection, person.player, now=now)
        record_act(connection, person, "signed_out_everywhere", now=now, by=admin, old={"visits": ended}, new={"visits": 0})


def make_reset_link(db: Database, *, by: int, account: int, now: datetime, rng: Random) -> ResetLink:
    """A link that sets somebody's password once within three days; earlier links stop working. Raises Forbidden, NotFound, NotSaved."""
    token, expires_at = new_token(rng), now + LINK_LASTS
    with db.writing() as connection:
        admin, person = admin_account(connection, by), _person(connection, account)
        account_secrets.drop_open_links(connection, account)
        account_secrets.add_link(connection, purpose=LinkPurpose.RESET, token=token, account=account, now=now, expires_at=expires_at)
        record_act(connection, person, "reset_link_made", now=now, by=admin, new={"until": expires_at.isoformat()})
    return ResetLink(name=person.name, token=token, expires_at=expires_at)


def refuse_last_admin(connection: Connection, account: StoredAccount) -> None:
    """Raise LastAdmin when the site would be left without an admin who can sign in."""
    if account.role is Role.ADMIN and not account.locked and accounts.count_admins(connection) <= 1:
        raise LastAdmin


def admin_account(connection: Connection, player: int) -> StoredAccount:
    """The account of this player; raises Forbidden unless it is an admin's that may sign in."""
    account = accounts.account_by_player(connection, player)
    if account is None or account.role is not Role.ADMIN or account.locked:
        raise Forbidden(_ADMINS_ONLY)
    return account


def _person(connection: Connection, account: int) -> StoredAccount:
    found = accounts.account_by_id(connection, account, to_change=True)
    if found is None:
        raise NotFound(NO_ACCOUNT)
    return found
