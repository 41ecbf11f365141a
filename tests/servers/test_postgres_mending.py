"""On Postgres a wrong key is corrected, for everybody and in one teacher's classes; an edit is undone; old jobs go."""

from datetime import timedelta
from random import Random

import pytest

from quizapp.questions.item import State
from quizapp.questions.review import Move
from quizapp.services import boards, jobs
from quizapp.services.accounts import Role
from quizapp.services.boards import BoardOf
from quizapp.services.corrected_question import Became
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.review_acts import take_back
from services.accounts import School
from services.balloon import LATER, NOW
from services.classroom import SOON, Room, terms
from services.reviewing import GAS, Desk, staff
from services.wrong_key import BETTER, WIDE, Mill, correct, guest, results


@pytest.fixture
def room(db: Database) -> Room:
    """Tess teaches."""
    return Room(db=db, teacher=Actor(player=School(db=db).staff("Tess", Role.TEACHER).visit.player, name="Tess"))


def test_a_question_of_ones_own_is_corrected_for_the_next_class(room: Room) -> None:
    mill = Mill(room, WIDE)
    assert correct(room, mill.code, mill.place, explanation=BETTER).became is Became.REPLACED
    assert results(room, mill.code).rows[0].right == 1
    assert mill.next_class() == ("right", BETTER)


def test_a_question_of_the_library_is_corrected_in_the_classes_of_one_teacher(room: Room) -> None:
    sven = School(db=room.db, rng=Random(8)).staff("Sven", Role.TEACHER).visit
    other = Room(db=room.db, teacher=Actor(player=sven.player, name="Sven"))
    codes = [one.give(None, given=terms(shuffle_questions=False)) for one in (room, other)]
    for one, code in zip((room, other), codes, strict=True):
        one.play(code, guest(one), nickname="Kim", right=0)
    wrong = results(room, codes[0]).rows[0].chosen[0]
    assert wrong is not None
    assert correct(room, codes[0], wrong).became is Became.REPORTED
    assert [results(one, code).rows[0].right for one, code in zip((room, other), codes, strict=True)] == [1, 0]


def test_an_edit_is_undone(db: Database) -> None:
    rita = Desk(db=db, actor=staff(db, "Rita"))
    before = rita.item(GAS)
    rita.edit(GAS, stem="How much gas is in it?")
    changed = rita.item("How much gas is in it?")
    assert take_back(db, item=changed.item, version=changed.row, actor=rita.actor, now=LATER).new is State.APPROVED
    assert rita.item(GAS).value == before.value
    assert rita.decide(GAS, Move.UNDO).new is State.CANDIDATE


def test_a_given_quiz_has_its_board(room: Room) -> None:
    code, kim = room.give(None), guest(room)
    room.play(code, kim, nickname="Kim", right=2)
    of = BoardOf(code=code)
    boards.enter(room.db, of=of, player=kim, name="Owl", now=SOON)
    assert [(one.name, one.score) for one in boards.board(room.db, of=of, player=kim, now=SOON).lines] == [("Owl", 2)]


def test_jobs_that_ended_long_ago_are_forgotten(db: Database, paul: int) -> None:
    made = [jobs.submit(db, kind="count", owner=paul, subject={}, now=NOW) for _ in range(2)]
    jobs.cancel(db, job=made[0], owner=paul, now=NOW)
    assert jobs.tidy(db, now=NOW + timedelta(days=31)) == 1
    assert [one.id for one in jobs.jobs(db, owner=paul)] == [made[1]]
