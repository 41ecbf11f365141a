"""Tries are counted by account and by address, in the database, with a given clock."""

from datetime import datetime, timedelta

import pytest

from quizapp.services import new_passwords
from quizapp.services.database import Database
from quizapp.services.errors import FieldRefused, TooOften
from quizapp.services.passwords import Passwords
from quizapp.services.throttling import OF_ACCOUNT, OF_ADDRESS, OF_NEW_ACCOUNTS, Turn, address_turn, take_turns
from services.accounts import HOME, OTHER, PASSWORD, School
from services.balloon import NOW
from services.playing import count


@pytest.fixture
def school(db: Database) -> School:
    """A school in which Paul has an account."""
    made = School(db=db)
    made.register("Paul")
    return made


def fail(school: School, name: str, times: int, *, now: datetime = NOW, address: str = HOME) -> None:
    """So many wrong passwords."""
    for _ in range(times):
        with pytest.raises(FieldRefused):
            school.sign_in(name, password=OTHER, now=now, address=address)


@pytest.mark.parametrize("name", ["Paul", "Nobody"])
def test_after_ten_wrong_passwords_even_the_right_one_waits(school: School, name: str) -> None:
    fail(school, name, OF_ACCOUNT.tries)
    with pytest.raises(TooOften) as refused:
        school.sign_in(name)
    assert refused.value.wait == 90
    with pytest.raises(TooOften) as refused:
        school.sign_in(name, now=NOW + timedelta(seconds=60, milliseconds=1), address="198.51.100.1")
    assert refused.value.wait == 30


def test_after_waiting_the_next_try_counts_and_only_one(school: School) -> None:
    fail(school, "Paul", OF_ACCOUNT.tries)
    later = NOW + OF_ACCOUNT.every
    fail(school, "paul", 1, now=later)
    with pytest.raises(TooOften):
        school.sign_in("Paul", now=later)
    assert school.sign_in("Paul", now=later + OF_ACCOUNT.every).visit.name == "Paul"


def test_a_refused_try_does_not_make_the_wait_longer(school: School) -> None:
    fail(school, "Paul", OF_ACCOUNT.tries)
    for _ in range(20):
        with pytest.raises(TooOften):
            school.sign_in("Paul")
    assert school.sign_in("Paul", now=NOW + OF_ACCOUNT.every).visit.name == "Paul"


def test_the_right_password_forgets_the_wrong_ones(school: School) -> None:
    for _ in range(3):
        fail(school, "Paul", OF_ACCOUNT.tries - 1)
        school.sign_in("Paul")


def test_another_account_is_not_held_up(school: School) -> None:
    school.register("Sam")
    fail(school, "Paul", OF_ACCOUNT.tries)
    assert school.sign_in("Sam").visit.name == "Sam"


def test_an_address_that_tries_many_names_waits_and_others_do_not(school: School) -> None:
    turn = address_turn(HOME)
    for _ in range(OF_ADDRESS.tries):
        take_turns(school.db, [turn], now=NOW)
    with pytest.raises(TooOften):
        school.sign_in("Paul")
    assert school.sign_in("Paul", address="198.51.100.1").visit.name == "Paul"


def test_one_house_has_one_bucket_whatever_its_devices_are_called() -> None:
    assert address_turn("2001:db8:1:2::1") == address_turn("2001:db8:1:2:ffff::9")
    assert address_turn("2001:db8:1:2::1") != address_turn("2001:db8:1:3::1")
    assert address_turn("::ffff:192.0.2.7") == address_turn("192.0.2.7")
    assert address_turn("fe80::1%eth0") == address_turn("fe80::2")
    assert address_turn("") != address_turn("192.0.2.7")


def test_new_accounts_are_counted_by_address(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    turn = Turn(bucket=f"new:{HOME}", pace=OF_NEW_ACCOUNTS)
    for _ in range(OF_NEW_ACCOUNTS.tries - 1):
        take_turns(school.db, [turn], now=NOW)
    with pytest.raises(TooOften):
        school.register("Sam")
    assert school.register("Sam", address="198.51.100.1").visit.visit.name == "Sam"


def test_recovery_codes_and_the_password_of_who_is_in_share_the_accounts_bucket(school: School) -> None:
    paul = school.sign_in("Paul")
    fail(school, "Paul", OF_ACCOUNT.tries - 1)
    with pytest.raises(FieldRefused):
        new_passwords.recover(school.db, name="Paul", code="AAAA", password=OTHER, **school.doing())  # type: ignore[arg-type]
    with pytest.raises(TooOften):
        new_passwords.recover(school.db, name="Paul", code="AAAA", password=OTHER, **school.doing())  # type: ignore[arg-type]
    with pytest.raises(TooOften):
        new_passwords.make_codes(school.db, player=paul.visit.player, password=PASSWORD, **school.doing())  # type: ignore[arg-type]


def test_tries_at_the_same_moment_are_all_counted_before_any_password_is_looked_at(school: School) -> None:
    inside: list[int] = []

    class Nested(Passwords):
        """While one password is checked, another try comes in."""

        def fits(self, kept: str | None, password: str) -> bool:
            if len(inside) < OF_ACCOUNT.tries - 1:
                inside.append(1)
                with pytest.raises(FieldRefused):
                    nested.sign_in("Paul", password=OTHER)
            return super().fits(kept, password)

    nested = School(db=school.db, passwords=Nested(school.passwords.cost))
    with pytest.raises(FieldRefused):
        nested.sign_in("Paul", password=OTHER)
    with pytest.raises(TooOften):
        school.sign_in("Paul")


def test_old_buckets_are_thrown_away_and_hold_no_address(school: School) -> None:
    fail(school, "Paul", 1)
    fail(school, "Nobody", 1)
    before = count(school.db, "throttle")
    take_turns(school.db, [address_turn("198.51.100.1")], now=NOW + timedelta(days=3))
    assert (before, count(school.db, "throttle")) == (4, 1)
