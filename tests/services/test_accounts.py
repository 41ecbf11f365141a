"""Accounts: made, entered, left; what a guest played moves along; every act leaves one line in the record."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from quizapp.services import accounts, play, quizzes, signing_in
from quizapp.services.accounts import Role
from quizapp.services.database import Database
from quizapp.services.errors import FieldRefused, NotFound
from quizapp.services.passwords import Cost, Passwords, refuse_weak
from quizapp.services.players import NewVisit
from quizapp.storage.account_export import EXPORTED
from quizapp.storage.belongings import LEFT, MERGED, MOVED
from quizapp.storage.tables import Base
from services.accounts import OTHER, PASSWORD, School
from services.balloon import NOW
from services.playing import QUIZ, Game, dump


@pytest.fixture
def school(db: Database) -> School:
    """The library's database."""
    return School(db=db)


def start(school: School, visit: NewVisit) -> Game:
    """A quiz begun in this visit."""
    attempt = quizzes.start_attempt(school.db, player=visit.visit.player, quiz=QUIZ, now=NOW, rng=school.rng)
    return Game(db=school.db, player=visit.visit.player, attempt=attempt)


def test_registering_gives_a_visit_with_a_name_and_eight_codes(school: School) -> None:
    made = school.register("Paul")
    assert school.who(made.visit.token) == made.visit.visit
    assert (made.visit.visit.name, made.visit.visit.role, made.visit.visit.guest) == ("Paul", Role.PLAYER, False)
    assert len(set(made.codes)) == 8


def test_a_guest_who_registers_goes_on_with_the_same_attempt(school: School) -> None:
    guest = school.guest()
    game = start(school, guest)
    game.answer_right(game.current())
    made = school.register("Paul", visit=guest.token)
    after = play.progress(school.db, player=made.visit.visit.player, attempt=game.attempt, now=NOW)
    assert (after.answered, after.right) == (1, 1)


def test_a_guest_who_signs_in_mid_quiz_goes_on_with_the_same_attempt(school: School) -> None:
    school.register("Paul")
    guest, stranger = school.guest(), school.guest()
    game, other = start(school, guest), start(school, stranger)
    game.answer_right(game.current())
    paul = school.sign_in("Paul", visit=guest.token)
    mine = Game(db=school.db, player=paul.visit.player, attempt=game.attempt)
    mine.answer_right(mine.current())
    assert play.progress(school.db, player=paul.visit.player, attempt=game.attempt, now=NOW).answered == 2
    with pytest.raises(NotFound):
        play.progress(school.db, player=paul.visit.player, attempt=other.attempt, now=NOW)
    with pytest.raises(NotFound):
        play.progress(school.db, player=guest.visit.player, attempt=game.attempt, now=NOW)


def test_entering_gives_a_new_token_and_ends_the_guests(school: School) -> None:
    guest = school.guest()
    made = school.register("Paul", visit=guest.token)
    assert school.who(guest.token) is None
    again = school.guest()
    entered = school.sign_in("Paul", visit=again.token)
    assert school.who(again.token) is None
    assert len({guest.token, made.visit.token, again.token, entered.token}) == 4


def test_signing_in_over_another_account_takes_nothing_from_it(school: School) -> None:
    sam = school.register("Sam")
    game = start(school, sam.visit)
    school.register("Paul")
    paul = school.sign_in("Paul", visit=sam.visit.token)
    assert school.who(sam.visit.token) is None
    with pytest.raises(NotFound):
        play.progress(school.db, player=paul.visit.player, attempt=game.attempt, now=NOW)


@pytest.mark.parametrize("name", ["Paul", "paul", " PAUL ", "PauI", "Раul", "Pau1"])
def test_a_name_and_its_look_alikes_are_given_once(school: School, name: str) -> None:
    school.register("Paul")
    with pytest.raises(FieldRefused) as refused:
        school.register(name)
    assert refused.value.field == "name"


@pytest.mark.parametrize("name", ["", "x" * 25, "Pa\u200bul", "Admin", "fuck"])
def test_names_that_will_not_do_are_refused_beside_the_name(school: School, name: str) -> None:
    with pytest.raises(FieldRefused) as refused:
        school.register(name)
    assert refused.value.field == "name"
    assert school.record() == []


@pytest.mark.parametrize("password", ["", "short", "password", "12345678", "iloveyou1", "x" * 257, "aaaaaaaaaaaa", "Paulpaul1"])
def test_passwords_that_others_would_guess_are_refused(password: str) -> None:
    with pytest.raises(FieldRefused) as refused:
        refuse_weak(password, name="Paul")
    assert refused.value.field == "password"


@pytest.mark.parametrize("password", [PASSWORD, "Tr0ub4dor&3", "ünï cödé pässwörd", "🦔🦔 hedgehogs", "x7#kQ2!v"])
def test_any_other_password_will_do(password: str) -> None:
    refuse_weak(password, name="Paul")
    hashed = Passwords(Cost(passes=1, memory_kib=8, lanes=1)).hash(password)
    assert hashed.startswith("$argon2id$")


def test_a_password_typed_with_other_code_points_for_the_same_signs_fits(school: School) -> None:
    kept = school.passwords.hash("\u00fcber kettle rain")
    assert school.passwords.fits(kept, "u\u0308ber kettle rain")
    assert not school.passwords.fits(None, "anything")
    assert not school.passwords.fits("no hash", "anything")


def test_a_hash_of_another_cost_is_renewed_when_its_owner_signs_in(school: School) -> None:
    school.register("Paul")
    dearer = School(db=school.db, passwords=Passwords(Cost(passes=2, memory_kib=16, lanes=1)))
    dearer.sign_in("Paul")
    assert [line for line in dump(school.db) if "m=16,t=2" in line]
    assert dearer.sign_in("Paul").visit.name == "Paul"


@pytest.mark.parametrize(("name", "password"), [("Paul", OTHER), ("Nobody", PASSWORD), ("", ""), ("x" * 10_000, PASSWORD)])
def test_a_wrong_password_and_an_unknown_name_are_refused_in_the_same_words(school: School, name: str, password: str) -> None:
    school.register("Paul")
    with pytest.raises(FieldRefused, match="The name and the password do not go together") as refused:
        school.sign_in(name, password=password)
    assert refused.value.field == "password"


def test_an_unknown_name_is_hashed_too(school: School) -> None:
    asked: list[str | None] = []

    class Counting(Passwords):
        def fits(self, kept: str | None, password: str) -> bool:
            asked.append(kept)
            return super().fits(kept, password)

    counting = School(db=school.db, passwords=Counting(Cost(passes=1, memory_kib=8, lanes=1)))
    with pytest.raises(FieldRefused):
        counting.sign_in("Nobody")
    assert asked == [None]


def test_signing_out_ends_the_visit_on_the_server(school: School) -> None:
    made = school.register("Paul")
    other = school.sign_in("Paul")
    signing_in.sign_out(school.db, token=made.visit.token, now=NOW)
    assert school.who(made.visit.token) is None
    assert school.who(other.token) is not None
    signing_in.sign_out(school.db, token=made.visit.token, now=NOW)
    signing_in.sign_out(school.db, token="never begun", now=NOW)
    assert [what for _, what in school.record()].count("signed_out") == 1


def test_signing_out_everywhere_ends_every_visit_of_this_account_alone(school: School) -> None:
    first, second, sam = school.register("Paul").visit, school.sign_in("Paul"), school.register("Sam").visit
    signing_in.sign_out_everywhere(school.db, player=first.visit.player, now=NOW)
    assert [school.who(one.token) for one in (first, second)] == [None, None]
    assert school.who(sam.token) is not None


def test_the_first_admins_link_is_made_once_and_works_once(school: School) -> None:
    token = accounts.first_admin_link(school.db, now=NOW, rng=school.rng)
    assert token
    assert accounts.first_admin_link(school.db, now=NOW, rng=school.rng) is None
    assert not accounts.is_first_admin_link(school.db, "x" * 43, now=NOW)
    ada = accounts.claim_first_admin(school.db, token=token, name="Ada", password=PASSWORD, **school.doing(now=NOW + timedelta(days=900)))  # type: ignore[arg-type]
    assert ada.visit.visit.role is Role.ADMIN
    assert not accounts.is_first_admin_link(school.db, token, now=NOW)
    with pytest.raises(NotFound):
        accounts.claim_first_admin(school.db, token=token, name="Sam", password=PASSWORD, **school.doing())  # type: ignore[arg-type]


def test_there_is_no_first_admins_link_where_there_is_an_admin(school: School) -> None:
    school.staff("Ada", Role.ADMIN)
    assert accounts.first_admin_link(school.db, now=NOW, rng=school.rng) is None


def test_a_first_admins_link_stops_working_when_an_admin_was_made_otherwise(school: School) -> None:
    token = accounts.first_admin_link(school.db, now=NOW, rng=school.rng)
    school.staff("Ada", Role.ADMIN)
    assert token
    assert not accounts.is_first_admin_link(school.db, token, now=NOW)


def test_every_act_writes_one_line_and_players_stand_there_by_number(school: School) -> None:
    guest = school.guest()
    paul = school.register("Paul", visit=guest.token)
    tess = school.staff("Tess", Role.TEACHER)
    signing_in.sign_out(school.db, token=paul.visit.token, now=NOW)
    signing_in.sign_out_everywhere(school.db, player=tess.visit.player, now=NOW)
    assert school.record() == [
        ("account 1", "account_registered"),
        ("the command line", "account_created"),
        ("Tess", "signed_in"),
        ("account 1", "signed_out"),
        ("Tess", "signed_out_everywhere"),
    ]


def test_no_secret_stands_in_the_database(school: School) -> None:
    token = accounts.first_admin_link(school.db, now=NOW, rng=school.rng)
    made = school.register("Paul")
    secrets = [token or "", PASSWORD, made.visit.token, *made.codes, *(code.replace("-", "") for code in made.codes)]
    assert not [line for line in dump(school.db) for secret in secrets if secret in line]


def test_a_name_taken_at_the_same_moment_is_refused_by_the_database_too(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    school.register("Paul")
    monkeypatch.setattr("quizapp.storage.accounts.is_taken", lambda *_args, **_more: False)
    with pytest.raises(FieldRefused, match="taken"):
        school.register("paul")
    with school.db.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM account")) == 1


def test_every_column_that_names_a_player_says_what_becomes_of_it() -> None:
    naming = {
        f"{table.name}.{column.name}"
        for table in Base.metadata.tables.values()
        for column in table.columns
        if any(key.column.table.name == "player" for key in column.foreign_keys)
    }
    moved = {f"{column.class_.__tablename__}.{column.key}" for column in MOVED} | set(MERGED)
    assert naming == moved | set(LEFT), "say in storage/belongings.py whether a guest's rows move along"
    assert naming == set(EXPORTED), "say in storage/account_export.py where its rows stand in an export"
    assert not moved & set(LEFT)
