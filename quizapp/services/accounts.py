"""Making accounts: in a browser, from the command line, and the first admin's by the link of the first start."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from random import Random

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from quizapp.play.player_names import NameRefusedError, clean_name, is_reserved, name_key, name_look
from quizapp.services.account_acts import Browser, enter, guest_of, record_act
from quizapp.services.database import Database
from quizapp.services.errors import FieldRefused, LinkUsed
from quizapp.services.passwords import Passwords, refuse_weak
from quizapp.services.players import NewVisit, new_token
from quizapp.services.recovery_codes import new_codes, plain_code
from quizapp.services.throttling import new_account_turn, take_turns
from quizapp.storage import account_secrets, accounts
from quizapp.storage.accounts import StoredAccount
from quizapp.storage.record import Entry, write_record
from quizapp.storage.tables.accounts import LinkPurpose, Role

__all__ = ["Registered", "Role", "claim_first_admin", "claim_link", "create_account", "first_admin_link", "register"]

_TAKEN = "This name is taken, or looks like one that is. Choose another one."
_NO_LINK = "This link was used already, or is not one of ours."
COMMAND_LINE = "the command line"
FIRST_START = "the first start"


@dataclass(frozen=True, kw_only=True, slots=True)
class Registered:
    """A new account's first visit, and its recovery codes, which are kept nowhere else."""

    visit: NewVisit
    codes: tuple[str, ...]


def register(db: Database, *, name: str, password: str, browser: Browser, passwords: Passwords, now: datetime, rng: Random) -> Registered:
    """Make a player's account; what the browser's guest played becomes its own. Raises FieldRefused, TooOften, NotSaved."""
    shown = _usable_name(name)
    if is_reserved(shown):
        raise FieldRefused("name", "This name speaks for the site. Choose another one.")
    refuse_weak(password, name=shown)
    take_turns(db, [new_account_turn(browser.address)], now=now)
    kept, codes = passwords.hash(password), new_codes(rng)
    with _one_of_a_name(), db.writing() as connection:
        account = _add(connection, shown, Role.PLAYER, kept, guest=guest_of(connection, browser), now=now)
        visit = _settle(connection, account, codes, browser, now=now, rng=rng)
        record_act(connection, account, "account_registered", now=now, new={"role": Role.PLAYER.value})
    return Registered(visit=visit, codes=codes)


def create_account(db: Database, *, name: str, password: str, role: Role, passwords: Passwords, now: datetime) -> None:
    """Make an account from the command line; raises FieldRefused, NotSaved."""
    shown = _usable_name(name)
    refuse_weak(password, name=shown)
    kept = passwords.hash(password)
    with _one_of_a_name(), db.writing() as connection:
        account = _add(connection, shown, role, kept, guest=None, now=now)
        record_act(connection, account, "account_created", now=now, by=COMMAND_LINE, new={"role": role.value})


def first_admin_link(db: Database, *, now: datetime, rng: Random) -> str | None:
    """The token of the link that makes the first admin's account: made once, on the first start without an admin; afterwards None."""
    token = new_token(rng)
    try:
        with db.writing() as connection:
            if accounts.has_admin(connection) or account_secrets.has_first_admin_link(connection):
                return None
            account_secrets.add_link(connection, purpose=LinkPurpose.FIRST_ADMIN, token=token, now=now)
            entry = Entry(at=now, actor=FIRST_START, action="first_admin_link_made", subject_kind="site", subject_id="")
            write_record(connection, entry)
    except IntegrityError:
        return None  # another process was first
    return token


def is_first_admin_link(db: Database, token: str, *, now: datetime) -> bool:
    """Whether this link still makes an admin."""
    with db.reading() as connection:
        return _first_admin_link(connection, token, now) is not None


def claim_first_admin(
    db: Database, *, token: str, name: str, password: str, browser: Browser, passwords: Passwords, now: datetime, rng: Random
) -> Registered:
    """Make the first admin's account and use the link up; raises NotFound, FieldRefused, NotSaved."""

    def find(connection: Connection, to_change: bool) -> tuple[int, Role]:
        link = _first_admin_link(connection, token, now, to_change=to_change)
        if link is None:
            raise LinkUsed(_NO_LINK)
        return link, Role.ADMIN

    return claim_link(
        db,
        find,
        action="first_admin_made",
        by=FIRST_START,
        name=name,
        password=password,
        browser=browser,
        passwords=passwords,
        now=now,
        rng=rng,
    )


def claim_link(
    db: Database,
    find: Callable[[Connection, bool], tuple[int, Role]],
    *,
    action: str,
    by: str | None = None,
    name: str,
    password: str,
    browser: Browser,
    passwords: Passwords,
    now: datetime,
    rng: Random,
) -> Registered:
    """Make the account that a link leads to and use the link up; `find` gives its row and the role, or raises NotFound.

    It is asked twice, the second time holding the link (True). The act is on the record as done `by` somebody, or by the new account.
    """
    with db.reading() as connection:
        find(connection, False)
    shown = _usable_name(name)
    refuse_weak(password, name=shown)
    kept, codes = passwords.hash(password), new_codes(rng)
    with _one_of_a_name(), db.writing() as connection:
        link, role = find(connection, True)
        account_secrets.use_link(connection, link, now=now)
        account = _add(connection, shown, role, kept, guest=guest_of(connection, browser), now=now)
        visit = _settle(connection, account, codes, browser, now=now, rng=rng)
        record_act(connection, account, action, now=now, by=by, new={"role": role.value})
    return Registered(visit=visit, codes=codes)


def _first_admin_link(connection: Connection, token: str, now: datetime, *, to_change: bool = False) -> int | None:
    link = account_secrets.open_link(connection, token, now=now, to_change=to_change)
    if link is None or link.purpose is not LinkPurpose.FIRST_ADMIN or accounts.has_admin(connection):
        return None
    return link.id


def _usable_name(text: str) -> str:
    try:
        return clean_name(text)
    except NameRefusedError as error:
        raise FieldRefused("name", str(error)) from error


def _add(connection: Connection, name: str, role: Role, kept: str, *, guest: int | None, now: datetime) -> StoredAccount:
    key, look = name_key(name), name_look(name)
    if accounts.is_taken(connection, key=key, look=look):
        raise FieldRefused("name", _TAKEN)
    if guest is None:
        player = accounts.add_account_player(connection, name, now=now)
    else:
        player = guest
        accounts.name_player(connection, guest, name)
    account = accounts.add_account(connection, player=player, key=key, look=look, role=role, password_hash=kept, now=now)
    return StoredAccount(id=account, player=player, name=name, role=role, password_hash=kept, created_at=now, locked=False)


def _settle(
    connection: Connection, account: StoredAccount, codes: tuple[str, ...], browser: Browser, *, now: datetime, rng: Random
) -> NewVisit:
    account_secrets.replace_codes(connection, account.id, map(plain_code, codes), now=now)
    accounts.close_visits(connection, account.player, now=now)
    return enter(connection, account, browser, now=now, rng=rng)


@contextmanager
def _one_of_a_name() -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise FieldRefused("name", _TAKEN) from error  # somebody took it at the same moment
