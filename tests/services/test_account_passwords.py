"""New passwords: by the old one, by a recovery code, by an admin's link; each way ends what came before."""

from datetime import timedelta

import pytest

from quizapp.services import new_passwords, people
from quizapp.services.accounts import Role
from quizapp.services.database import Database
from quizapp.services.errors import FieldRefused, NotFound
from quizapp.services.people import LINK_LASTS
from quizapp.services.players import NewVisit
from quizapp.services.recovery_codes import plain_code
from services.accounts import OTHER, PASSWORD, School
from services.balloon import NOW
from services.playing import dump


@pytest.fixture
def school(db: Database) -> School:
    """The library's database."""
    return School(db=db)


def change(school: School, visit: NewVisit, *, old: str = PASSWORD, new: str = OTHER) -> NewVisit:
    """Change a password."""
    return new_passwords.change_password(school.db, player=visit.visit.player, old=old, new=new, **school.doing(visit.token))  # type: ignore[arg-type]


def recover(school: School, name: str, code: str, *, password: str = OTHER) -> NewVisit:
    """Use a recovery code."""
    return new_passwords.recover(school.db, name=name, code=code, password=password, **school.doing())  # type: ignore[arg-type]


def make_codes(school: School, visit: NewVisit, *, password: str = PASSWORD) -> tuple[str, ...]:
    """Make new codes."""
    return new_passwords.make_codes(school.db, player=visit.visit.player, password=password, **school.doing(visit.token))  # type: ignore[arg-type]


def use_link(school: School, token: str, *, late: timedelta = timedelta()) -> NewVisit:
    """Use an admin's link."""
    return new_passwords.use_reset_link(school.db, token=token, password=OTHER, **school.doing(now=NOW + late))  # type: ignore[arg-type]


def test_changing_the_password_asks_the_old_one_and_ends_every_other_visit(school: School) -> None:
    here, elsewhere = school.register("Paul").visit, school.sign_in("Paul")
    with pytest.raises(FieldRefused) as refused:
        change(school, here, old=OTHER)
    assert refused.value.field == "old"
    after = change(school, here)
    assert [school.who(one.token) for one in (here, elsewhere)] == [None, None]
    assert school.who(after.token) == after.visit
    assert school.sign_in("Paul", password=OTHER).visit.name == "Paul"
    with pytest.raises(FieldRefused):
        school.sign_in("Paul")


def test_a_weak_new_password_changes_nothing(school: School) -> None:
    here = school.register("Paul").visit
    with pytest.raises(FieldRefused) as refused:
        change(school, here, new="password1")
    assert refused.value.field == "password"
    assert school.who(here.token) is not None
    assert school.sign_in("Paul").visit.name == "Paul"


def test_a_recovery_code_sets_a_password_once(school: School) -> None:
    made = school.register("Paul")
    entered = recover(school, "paul", made.codes[0].lower().replace("-", " "))
    assert entered.visit.name == "Paul"
    assert school.who(made.visit.token) is None
    with pytest.raises(FieldRefused) as refused:
        recover(school, "Paul", made.codes[0])
    assert refused.value.field == "code"
    assert recover(school, "Paul", made.codes[7], password=PASSWORD).visit.name == "Paul"


@pytest.mark.parametrize("code", ["", "AAAA-AAAA-AAAA-AAAA", "x" * 5_000, "\x00", "%' OR 1=1"])
def test_no_other_code_does(school: School, code: str) -> None:
    made = school.register("Paul")
    sam = school.register("Sam")
    for wrong in (code, sam.codes[0]):
        with pytest.raises(FieldRefused, match="do not go together"):
            recover(school, "Paul", wrong)
    with pytest.raises(FieldRefused, match="do not go together"):
        recover(school, "Nobody", made.codes[0])
    assert school.who(made.visit.token) is not None


def test_a_code_is_read_as_people_write_it() -> None:
    assert plain_code(" abcd-ef0h 1jkl.8nop ") == plain_code("ABCD-EFOH-IJKL-BNOP") == "ABCDEFOHIJKLBNOP"


def test_new_codes_replace_the_old_ones_and_ask_for_the_password(school: School) -> None:
    made = school.register("Paul")
    with pytest.raises(FieldRefused):
        make_codes(school, made.visit, password=OTHER)
    codes = make_codes(school, made.visit)
    assert not set(codes) & set(made.codes)
    with pytest.raises(FieldRefused):
        recover(school, "Paul", made.codes[0])
    assert recover(school, "Paul", codes[0]).visit.name == "Paul"


def test_an_admins_link_sets_a_password_once_and_ends_every_visit(school: School) -> None:
    paul, ada = school.register("Paul").visit, school.staff("Ada", Role.ADMIN).visit.player
    link = people.make_reset_link(school.db, by=ada, account=school.account("Paul", by=ada), now=NOW, rng=school.rng)
    assert new_passwords.name_on_link(school.db, link.token, now=NOW) == "Paul"
    assert not [line for line in dump(school.db) if link.token in line]
    entered = use_link(school, link.token)
    assert (entered.visit.name, school.who(paul.token)) == ("Paul", None)
    with pytest.raises(NotFound):
        use_link(school, link.token)


def test_a_link_that_is_too_old_or_was_replaced_does_nothing(school: School) -> None:
    school.register("Paul")
    ada = school.staff("Ada", Role.ADMIN).visit.player
    account = school.account("Paul", by=ada)
    first = people.make_reset_link(school.db, by=ada, account=account, now=NOW, rng=school.rng)
    second = people.make_reset_link(school.db, by=ada, account=account, now=NOW, rng=school.rng)
    for token, late in ((first.token, timedelta()), (second.token, LINK_LASTS), ("x" * 43, timedelta())):
        with pytest.raises(NotFound):
            use_link(school, token, late=late)
    assert use_link(school, second.token, late=LINK_LASTS - timedelta(seconds=1)).visit.name == "Paul"


def test_a_password_changed_meanwhile_lets_an_open_link_lapse(school: School) -> None:
    paul = school.register("Paul").visit
    ada = school.staff("Ada", Role.ADMIN).visit.player
    link = people.make_reset_link(school.db, by=ada, account=school.account("Paul", by=ada), now=NOW, rng=school.rng)
    change(school, paul)
    with pytest.raises(NotFound):
        use_link(school, link.token)


def test_each_way_writes_one_line(school: School) -> None:
    made, ada = school.register("Paul"), school.staff("Ada", Role.ADMIN).visit.player
    link = people.make_reset_link(school.db, by=ada, account=school.account("Paul", by=ada), now=NOW, rng=school.rng)
    use_link(school, link.token)
    again = recover(school, "Paul", made.codes[0], password=PASSWORD)
    make_codes(school, again)
    change(school, again)
    assert school.record()[-5:] == [
        ("Ada", "reset_link_made"),
        ("account 1", "password_reset"),
        ("account 1", "password_recovered"),
        ("account 1", "recovery_codes_made"),
        ("account 1", "password_changed"),
    ]
