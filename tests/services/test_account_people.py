"""What admins do with people, and what an account takes along or leaves behind."""

import json

import pytest
from sqlalchemy import text

from quizapp.play.reports import Trouble
from quizapp.services import account_data, accounts, people, play, quizzes, reports
from quizapp.services.accounts import Role
from quizapp.services.database import Database
from quizapp.services.errors import FieldRefused, Forbidden, LastAdmin, NotFound
from quizapp.services.players import NewVisit
from services.accounts import HOME, OTHER, PASSWORD, School
from services.balloon import NOW
from services.playing import QUIZ, Game, count, dump


@pytest.fixture
def school(db: Database) -> School:
    """The library's database."""
    return School(db=db)


def play_one(school: School, visit: NewVisit) -> Game:
    """A quiz with one question answered."""
    attempt = quizzes.start_attempt(school.db, player=visit.visit.player, quiz=QUIZ, now=NOW, rng=school.rng)
    game = Game(db=school.db, player=visit.visit.player, attempt=attempt)
    game.answer_wrong(game.current())
    return game


def delete(school: School, visit: NewVisit, *, password: str = PASSWORD) -> NewVisit:
    """Delete an account."""
    return account_data.delete_account(school.db, player=visit.visit.player, password=password, **school.doing(visit.token))  # type: ignore[arg-type]


def export(school: School, visit: NewVisit) -> dict[str, list[dict[str, object]]]:
    """What an account takes along."""
    found: dict[str, list[dict[str, object]]] = json.loads(account_data.export_data(school.db, player=visit.visit.player, now=NOW))
    return found


def test_a_role_counts_from_the_next_request_on(school: School) -> None:
    paul, ada = school.register("Paul").visit, school.staff("Ada", Role.ADMIN).visit.player
    people.change_role(school.db, by=ada, account=school.account("Paul", by=ada), role=Role.TEACHER, now=NOW)
    seen = school.who(paul.token)
    assert seen is not None
    assert seen.role is Role.TEACHER
    assert school.record()[-1] == ("Ada", "role_changed")
    assert [line for line in dump(school.db) if '{"role": "player"}' in line and '{"role": "teacher"}' in line]


def test_the_same_role_again_writes_nothing(school: School) -> None:
    school.register("Paul")
    ada = school.staff("Ada", Role.ADMIN).visit.player
    before = school.record()
    people.change_role(school.db, by=ada, account=school.account("Paul", by=ada), role=Role.PLAYER, now=NOW)
    people.unlock(school.db, by=ada, account=school.account("Paul", by=ada), now=NOW)
    assert school.record() == before


@pytest.mark.parametrize("role", [Role.PLAYER, Role.TEACHER, None])
def test_nobody_but_an_admin_does_any_of_it(school: School, role: Role | None) -> None:
    ada = school.staff("Ada", Role.ADMIN).visit.player
    by = school.staff("Tess", role).visit.player if role else school.guest().visit.player
    target, before = school.account("Ada", by=ada), school.record()
    for act in (people.lock, people.unlock, people.sign_out_person):
        with pytest.raises(Forbidden):
            act(school.db, by=by, account=target, now=NOW)
    with pytest.raises(Forbidden):
        people.change_role(school.db, by=by, account=target, role=Role.ADMIN, now=NOW)
    with pytest.raises(Forbidden):
        people.make_reset_link(school.db, by=by, account=target, now=NOW, rng=school.rng)
    with pytest.raises(Forbidden):
        people.people(school.db, by=by)
    assert school.record() == before


def test_who_is_locked_is_out_at_once_and_comes_in_again_when_unlocked(school: School) -> None:
    paul, ada = school.register("Paul"), school.staff("Ada", Role.ADMIN).visit.player
    account = school.account("Paul", by=ada)
    people.lock(school.db, by=ada, account=account, now=NOW)
    assert school.who(paul.visit.token) is None
    with pytest.raises(FieldRefused, match="account is locked"):
        school.sign_in("Paul")
    people.unlock(school.db, by=ada, account=account, now=NOW)
    assert school.sign_in("Paul").visit.name == "Paul"
    assert school.who(paul.visit.token) is None


def test_an_admin_signs_somebody_out_everywhere(school: School) -> None:
    paul, ada = school.register("Paul").visit, school.staff("Ada", Role.ADMIN)
    people.sign_out_person(school.db, by=ada.visit.player, account=school.account("Paul", by=ada.visit.player), now=NOW)
    assert school.who(paul.token) is None
    assert school.who(ada.token) is not None


def test_the_last_admin_stays_an_admin(school: School) -> None:
    ada = school.staff("Ada", Role.ADMIN)
    account = school.account("Ada", by=ada.visit.player)
    with pytest.raises(LastAdmin):
        people.change_role(school.db, by=ada.visit.player, account=account, role=Role.PLAYER, now=NOW)
    with pytest.raises(LastAdmin):
        people.lock(school.db, by=ada.visit.player, account=account, now=NOW)
    with pytest.raises(LastAdmin):
        delete(school, ada)
    school.staff("Rita", Role.ADMIN)
    people.change_role(school.db, by=ada.visit.player, account=account, role=Role.TEACHER, now=NOW)
    with pytest.raises(Forbidden):
        people.people(school.db, by=ada.visit.player)


def test_an_unknown_account_is_not_found(school: School) -> None:
    ada = school.staff("Ada", Role.ADMIN).visit.player
    with pytest.raises(NotFound):
        people.lock(school.db, by=ada, account=2**31 - 1, now=NOW)


def test_an_export_holds_everything_of_a_player_and_nothing_of_others(school: School) -> None:
    guest = school.guest()
    mine = play_one(school, guest)
    paul = school.register("Paul", visit=guest.token).visit
    sam = school.register("Sam").visit
    others = play_one(school, sam)
    for visit, game, words in ((sam, others, "Sam's words"), (paul, mine, "Paul's words")):
        asked = {"player": visit.visit.player, "attempt": game.attempt, "question": "1"}
        reports.report(school.db, **asked, trouble=Trouble.TYPO, words=words, address=HOME, now=NOW)  # type: ignore[arg-type]
    found = export(school, paul)
    assert found["account"] == {"name": "Paul", "role": "player", "made": NOW.isoformat()}
    (attempt,) = found["attempts"]
    questions = attempt["questions"]
    assert isinstance(questions, list)
    assert attempt["id"] == mine.attempt
    assert sum(one["your_answer"] is not None for one in questions) == 1
    assert [one["words"] for one in found["reports"]] == ["Paul's words"]
    assert len(found["practice"]) == 1
    assert len(found["visits"]) == 2
    assert [one["what"] for one in found["record"]] == ["account_registered", "data_exported"]
    everything = json.dumps(found)
    assert not [word for word in ("Sam", others.attempt, "argon2", "hash") if word in everything]


def skipped(school: School, visit: NewVisit) -> list[object]:
    """The numbers of the questions that the data of an account call skipped."""
    (attempt,) = export(school, visit)["attempts"]
    questions = attempt["questions"]
    assert isinstance(questions, list)
    return [one["number"] for one in questions if one["skipped"]]


def test_a_question_skipped_first_and_answered_later_is_not_skipped(school: School) -> None:
    paul = school.register("Paul").visit
    game = play_one(school, paul)
    first = game.current()
    play.skip(school.db, player=game.player, attempt=game.attempt, question=first.question)
    assert skipped(school, paul) == [int(first.question)]
    game.answer_right(first)
    assert skipped(school, paul) == []


def test_an_export_tells_no_answer_that_was_not_given(school: School) -> None:
    paul = school.register("Paul").visit
    play_one(school, paul)
    (attempt,) = export(school, paul)["attempts"]
    questions = attempt["questions"]
    assert isinstance(questions, list)
    assert set(questions[-1]) == {"number", "question", "answers", "your_answer", "answered", "skipped"}
    assert questions[-1]["your_answer"] is None


def test_deleting_an_account_leaves_scores_without_a_name(school: School) -> None:
    paul = school.register("Paul").visit
    elsewhere = school.sign_in("Paul")
    play_one(school, paul)
    attempts = count(school.db, "attempt"), count(school.db, "response")
    after = delete(school, paul)
    assert [school.who(one.token) for one in (paul, elsewhere)] == [None, None]
    assert (count(school.db, "attempt"), count(school.db, "response")) == attempts
    assert [count(school.db, table) for table in ("account", "recovery_code", "account_link")] == [0, 0, 0]
    assert not [line for line in dump(school.db) if "Paul" in line]
    seen = school.who(after.token)
    assert seen is not None
    assert (seen.guest, seen.player == paul.visit.player) == (True, False)


def test_nothing_leads_from_the_record_to_what_a_deleted_account_played(school: School) -> None:
    paul = school.register("Paul").visit
    delete(school, paul)
    with school.db.reading() as connection:
        rows = connection.execute(text("SELECT actor, actor_id, subject_id FROM record")).all()
    assert {tuple(row) for row in rows} == {("account 1", None, "1")}
    sam = school.register("Sam").visit
    assert school.record()[-1] == ("account 2", "account_registered")
    assert sam.visit.player != paul.visit.player


def test_deleting_asks_for_the_password(school: School) -> None:
    paul = school.register("Paul").visit
    with pytest.raises(FieldRefused) as refused:
        delete(school, paul, password=OTHER)
    assert refused.value.field == "password"
    assert school.who(paul.token) is not None


def test_the_name_of_a_deleted_account_is_free_again(school: School) -> None:
    delete(school, school.register("Paul").visit)
    assert school.register("Paul").visit.visit.name == "Paul"


def test_a_guest_has_no_account_to_look_at(school: School) -> None:
    with pytest.raises(NotFound):
        account_data.overview(school.db, player=school.guest().visit.player)
    paul = school.register("Paul")
    view = account_data.overview(school.db, player=paul.visit.visit.player)
    assert (view.name, view.role, view.codes_left) == ("Paul", Role.PLAYER, 8)


def test_an_account_made_in_a_shell_can_sign_in(school: School) -> None:
    accounts.create_account(school.db, name="Tess", password=PASSWORD, role=Role.TEACHER, passwords=school.passwords, now=NOW)
    assert school.sign_in("Tess").visit.role is Role.TEACHER
    assert school.record()[0] == ("the command line", "account_created")
