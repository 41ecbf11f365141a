"""What every use case of accounts shares: the browser it comes from, its line in the record, entering with a new visit."""

from dataclasses import dataclass
from datetime import datetime
from random import Random

from sqlalchemy import Connection

from quizapp.services.players import NewVisit, Visit, new_token
from quizapp.storage import visits
from quizapp.storage.accounts import StoredAccount
from quizapp.storage.belongings import move_belongings
from quizapp.storage.record import Entry, write_record
from quizapp.storage.tables.accounts import Role
from quizapp.storage.tables.people import PlayerKind

KIND = "account"
"""What the record calls an account; its id is never given to another one, and nothing but the account leads from it to a player."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Browser:
    """Where a request comes from; `visit` is the token of its open visit, if it has one."""

    address: str
    visit: str = ""


def actor_name(account: StoredAccount) -> str:
    """How the record names who acted: players by number, so that nothing names them when their account is gone; others by name."""
    return f"account {account.id}" if account.role is Role.PLAYER else account.name


def record_act(
    connection: Connection,
    account: StoredAccount,
    action: str,
    *,
    now: datetime,
    by: StoredAccount | str | None = None,
    old: dict[str, object] | None = None,
    new: dict[str, object] | None = None,
) -> None:
    """Write one line on this account: done by its owner, by another account, or by a program with this name."""
    actor = account if by is None else by
    entry = Entry(
        at=now,
        actor=actor if isinstance(actor, str) else actor_name(actor),
        actor_id=None if isinstance(actor, str) else actor.player,
        action=action,
        subject_kind=KIND,
        subject_id=str(account.id),
        old=old,
        new=new,
    )
    write_record(connection, entry)


def guest_of(connection: Connection, browser: Browser) -> int | None:
    """The guest whose open visit the browser has, none for a student: what was answered under a name of a class stays with the name.

    Nobody else may change the guest until the transaction ends.
    """
    found = visits.open_visit(connection, browser.visit) if browser.visit else None
    if (
        found is None
        or found.kind is not PlayerKind.GUEST
        or found.answering is not None
        or not visits.hold_player(connection, found.player)
    ):
        return None
    return found.player


def enter(connection: Connection, account: StoredAccount, browser: Browser, *, now: datetime, rng: Random) -> NewVisit:
    """Open a new visit for the account; the browser's old one ends, and what its guest played moves along."""
    guest = guest_of(connection, browser)
    if guest is not None and guest != account.player:
        move_belongings(connection, guest=guest, to=account.player)
    if browser.visit:
        visits.close_visit(connection, browser.visit, now=now)
    token = new_token(rng)
    visits.add_visit(connection, player=account.player, token=token, now=now)
    return NewVisit(token=token, visit=Visit(player=account.player, guest=False, name=account.name, role=account.role))
