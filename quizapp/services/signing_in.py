"""Signing in and out, and proving that it is still the account's owner who sits there."""

from collections.abc import Callable
from datetime import datetime
from random import Random

from sqlalchemy import Connection

from quizapp.play.player_names import name_key
from quizapp.services.account_acts import Browser, enter, record_act
from quizapp.services.database import Database
from quizapp.services.errors import FieldRefused, NotFound
from quizapp.services.passwords import Passwords
from quizapp.services.players import NewVisit
from quizapp.services.throttling import account_turn, address_turn, give_back, take_turns
from quizapp.storage import accounts, visits
from quizapp.storage.accounts import StoredAccount
from quizapp.storage.tables.people import PlayerKind

_NOT_TOGETHER = "The name and the password do not go together."
_LOCKED = "This account is locked. An admin of this site can open it again."
_NOT_YOURS = "This is not your password."
NO_ACCOUNT = "There is no such account."


def sign_in(db: Database, *, name: str, password: str, browser: Browser, passwords: Passwords, now: datetime, rng: Random) -> NewVisit:
    """Begin a visit of this account; what the browser's guest played moves along. Raises FieldRefused, TooOften, NotSaved.

    A name that nobody has takes the same time, counts the same tries and is refused in the same words as a wrong password.
    """
    key = name_key(name)
    take_turns(db, [account_turn(key), address_turn(browser.address)], now=now)
    with db.reading() as connection:
        found = accounts.account_by_key(connection, key)
    if not passwords.fits(found.password_hash if found else None, password) or found is None:
        raise FieldRefused("password", _NOT_TOGETHER)
    fresh = passwords.hash(password) if passwords.is_stale(found.password_hash or "") else None
    with db.writing() as connection:
        account = _still(connection, found)
        if fresh:
            accounts.set_password(connection, account.id, fresh)
        give_back(connection, account_turn(key))
        record_act(connection, account, "signed_in", now=now)
        return enter(connection, account, browser, now=now, rng=rng)


def sign_out(db: Database, *, token: str, now: datetime) -> None:
    """End this visit for good; a guest's too. Raises NotSaved."""
    with db.writing() as connection:
        found = visits.open_visit(connection, token)
        visits.close_visit(connection, token, now=now)
        account = accounts.account_by_player(connection, found.player) if found and found.kind is PlayerKind.ACCOUNT else None
        if account:
            record_act(connection, account, "signed_out", now=now)


def sign_out_everywhere(db: Database, *, player: int, now: datetime) -> None:
    """End every visit of the account, this one too; raises NotFound, NotSaved."""
    with db.writing() as connection:
        account = own_account(connection, player)
        ended = accounts.close_visits(connection, player, now=now)
        record_act(connection, account, "signed_out_everywhere", now=now, old={"visits": ended}, new={"visits": 0})


def own_account(connection: Connection, player: int, *, to_change: bool = False) -> StoredAccount:
    """The account of this player; raises NotFound."""
    account = accounts.account_by_player(connection, player, to_change=to_change)
    if account is None:
        raise NotFound(NO_ACCOUNT)
    return account


def confirm_password(
    db: Database, *, player: int, password: str, browser: Browser, passwords: Passwords, now: datetime, field: str = "password"
) -> Callable[[Connection], StoredAccount]:
    """Have the owner prove it is them; the result loads the account in a writing transaction, where it must still be the same.

    Raises FieldRefused for `field`, TooOften, NotFound, NotSaved.
    """
    with db.reading() as connection:
        found = own_account(connection, player)
    turn = account_turn(name_key(found.name))
    take_turns(db, [turn, address_turn(browser.address)], now=now)
    if not passwords.fits(found.password_hash, password):
        raise FieldRefused(field, _NOT_YOURS)

    def load(connection: Connection) -> StoredAccount:
        give_back(connection, turn)
        return _still(connection, found, field=field)

    return load


def _still(connection: Connection, found: StoredAccount, *, field: str = "password") -> StoredAccount:
    now_there = accounts.account_by_id(connection, found.id, to_change=True)
    if now_there is not None and now_there.locked and now_there.password_hash == found.password_hash:
        raise FieldRefused(field, _LOCKED)
    if now_there is None or now_there.password_hash != found.password_hash:
        raise FieldRefused(field, _NOT_TOGETHER)
    return now_there
