"""New passwords: by the old one, by a recovery code, by a one-time link that an admin made."""

from datetime import datetime
from random import Random

from sqlalchemy import Connection

from quizapp.play.player_names import name_key
from quizapp.services.account_acts import Browser, enter, record_act
from quizapp.services.database import Database
from quizapp.services.errors import FieldRefused, LinkUsed
from quizapp.services.passwords import Passwords, refuse_weak
from quizapp.services.players import NewVisit
from quizapp.services.recovery_codes import new_codes, plain_code
from quizapp.services.signing_in import confirm_password
from quizapp.services.throttling import account_turn, address_turn, give_back, take_turns
from quizapp.storage import account_secrets, accounts
from quizapp.storage.account_secrets import StoredLink
from quizapp.storage.accounts import StoredAccount
from quizapp.storage.tables.accounts import LinkPurpose

_NO_SUCH_CODE = "The name and the code do not go together, or the code was used before."
_NO_LINK = "This link was used already, or is too old. Ask an admin for a new one."
_THE_SAME = "This is your password already. Choose another one."


def change_password(
    db: Database, *, player: int, old: str, new: str, browser: Browser, passwords: Passwords, now: datetime, rng: Random
) -> NewVisit:
    """Set a new password; every visit ends and this browser gets a new one. Raises FieldRefused, TooOften, NotFound, NotSaved."""
    load = confirm_password(db, player=player, password=old, browser=browser, passwords=passwords, now=now, field="old")
    if new == old:
        raise FieldRefused("password", _THE_SAME)
    with db.reading() as connection:
        account = accounts.account_by_player(connection, player)
    refuse_weak(new, name=account.name if account else "")
    kept = passwords.hash(new)
    with db.writing() as connection:
        return _renew(connection, load(connection), kept, browser, "password_changed", now=now, rng=rng)


def make_codes(
    db: Database, *, player: int, password: str, browser: Browser, passwords: Passwords, now: datetime, rng: Random
) -> tuple[str, ...]:
    """Eight new recovery codes in place of the old ones, to be shown once. Raises FieldRefused, TooOften, NotFound, NotSaved."""
    load = confirm_password(db, player=player, password=password, browser=browser, passwords=passwords, now=now)
    codes = new_codes(rng)
    with db.writing() as connection:
        account = load(connection)
        before = account_secrets.codes_left(connection, account.id)
        account_secrets.replace_codes(connection, account.id, map(plain_code, codes), now=now)
        record_act(connection, account, "recovery_codes_made", now=now, old={"codes": before}, new={"codes": len(codes)})
    return codes


def recover(
    db: Database, *, name: str, code: str, password: str, browser: Browser, passwords: Passwords, now: datetime, rng: Random
) -> NewVisit:
    """Set a new password by a recovery code, which is used up. Raises FieldRefused, TooOften, NotSaved."""
    refuse_weak(password, name=name)
    turn = account_turn(name_key(name))
    take_turns(db, [turn, address_turn(browser.address)], now=now)
    kept = passwords.hash(password)  # before looking, so that time tells nobody whether the code was right
    with db.writing() as connection:
        account = accounts.account_by_key(connection, name_key(name))
        if account is None or account.locked or not account_secrets.use_code(connection, account.id, plain_code(code), now=now):
            raise FieldRefused("code", _NO_SUCH_CODE)
        give_back(connection, turn)
        return _renew(connection, account, kept, browser, "password_recovered", now=now, rng=rng)


def name_on_link(db: Database, token: str, *, now: datetime) -> str:
    """Whose password this link sets; raises NotFound for a link that does not work."""
    with db.reading() as connection:
        return _linked(connection, token, now)[1].name


def use_reset_link(
    db: Database, *, token: str, password: str, browser: Browser, passwords: Passwords, now: datetime, rng: Random
) -> NewVisit:
    """Set a new password by an admin's link, which is used up. Raises NotFound, FieldRefused, NotSaved."""
    refuse_weak(password, name=name_on_link(db, token, now=now))
    kept = passwords.hash(password)
    with db.writing() as connection:
        link, account = _linked(connection, token, now, to_change=True)
        account_secrets.use_link(connection, link.id, now=now)
        return _renew(connection, account, kept, browser, "password_reset", now=now, rng=rng)


def _linked(connection: Connection, token: str, now: datetime, *, to_change: bool = False) -> tuple[StoredLink, StoredAccount]:
    link = account_secrets.open_link(connection, token, now=now, to_change=to_change)
    account = accounts.account_by_id(connection, link.account) if link and link.account is not None else None
    if link is None or account is None or link.purpose is not LinkPurpose.RESET or account.locked:
        raise LinkUsed(_NO_LINK)
    return link, account


def _renew(
    connection: Connection, account: StoredAccount, kept: str, browser: Browser, action: str, *, now: datetime, rng: Random
) -> NewVisit:
    accounts.set_password(connection, account.id, kept)
    account_secrets.drop_open_links(connection, account.id)
    visit = _only_visit(connection, account, browser, now=now, rng=rng)
    record_act(connection, account, action, now=now)
    return visit


def _only_visit(connection: Connection, account: StoredAccount, browser: Browser, *, now: datetime, rng: Random) -> NewVisit:
    accounts.close_visits(connection, account.player, now=now)
    return enter(connection, account, browser, now=now, rng=rng)
