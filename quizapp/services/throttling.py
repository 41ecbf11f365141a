"""How often somebody may try: so many tries at once, then one every so often; counted in the database, for all processes together."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from sqlalchemy import Connection

from quizapp.services.database import Database
from quizapp.services.errors import TooOften
from quizapp.storage import throttles

KEPT = timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Pace:
    """So many tries at once, then one more after each `every`."""

    tries: int
    every: timedelta


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """One try, counted in this bucket."""

    bucket: str
    pace: Pace


OF_ACCOUNT = Pace(tries=10, every=timedelta(seconds=90))
OF_ADDRESS = Pace(tries=100, every=timedelta(seconds=10))  # a whole school may stand behind one address
OF_NEW_ACCOUNTS = Pace(tries=60, every=timedelta(minutes=1))


def account_turn(key: str) -> Turn:
    """A try at the password of the account with this name key, whether there is one or not."""
    return Turn(bucket=f"account:{key}", pace=OF_ACCOUNT)


def address_turn(address: str) -> Turn:
    """A try from this address."""
    return Turn(bucket=f"address:{network_of(address)}", pace=OF_ADDRESS)


def new_account_turn(address: str) -> Turn:
    """An account made from this address."""
    return Turn(bucket=f"new:{network_of(address)}", pace=OF_NEW_ACCOUNTS)


def network_of(address: str) -> str:
    """What is counted as one place: an address, or the network that one subscriber has with IPv6."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return str(found)
    return str(found.ipv4_mapped) if found.ipv4_mapped else str(ip_network((found, 64), strict=False))


def take_turns(db: Database, turns: Sequence[Turn], *, now: datetime) -> None:
    """Count one try in each bucket before it is made, so that tries at the same moment are all counted; raises TooOften, NotSaved."""
    with db.writing() as connection:
        throttles.drop_empty(connection, now=now, kept=KEPT)
        filled = [(turn, _filled(connection, turn, now)) for turn in turns]
        wait = max(empty_at - turn.pace.tries * turn.pace.every - now for turn, empty_at in filled)
        if wait > timedelta():
            raise TooOften(math.ceil(wait.total_seconds()))
        for turn, empty_at in filled:
            throttles.fill_bucket(connection, turn.bucket, empty_at)


def give_back(connection: Connection, turn: Turn) -> None:
    """Forget the tries of a bucket, for instance when the right password came."""
    throttles.empty_bucket(connection, turn.bucket)


def _filled(connection: Connection, turn: Turn, now: datetime) -> datetime:
    empty_at = throttles.held_bucket(connection, turn.bucket, now=now)
    return max(empty_at, now) + turn.pace.every
