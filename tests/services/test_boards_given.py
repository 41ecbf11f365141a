"""The leaderboard of a quiz that a teacher gave: for those who take part and their teacher, by wish, first attempts alone."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from quizapp.play.disclosure import Feedback
from quizapp.services import assignments, boards, classes, play
from quizapp.services.accounts import Role
from quizapp.services.board_hiding import names_on_boards
from quizapp.services.boards import BoardOf, BoardView
from quizapp.services.errors import Conflict, FieldRefused, NotFound
from quizapp.services.players import begin_visit
from services.balloon import NOW
from services.classroom import QUIZ, SOON, Room, terms
from services.own_article import staff
from services.playing import begin, count

LATER = SOON + timedelta(hours=1)


def guest(room: Room) -> int:
    return begin_visit(room.db, now=NOW, rng=room.rng).visit.player


def board(room: Room, code: str, player: int | None) -> BoardView:
    return boards.board(room.db, of=BoardOf(code=code), player=player, now=LATER)


def enter(room: Room, code: str, player: int, name: str) -> None:
    boards.enter(room.db, of=BoardOf(code=code), player=player, name=name, now=LATER)


@pytest.fixture
def code(room: Room) -> str:
    """A quiz given to Tess's class, which may be taken as often as one likes."""
    return room.give(room.make_class(), given=terms(attempts=None))


def player(room: Room, code: str, name: str, *, right: int) -> int:
    """A student who took the quiz."""
    found = room.take(code, name).visit.visit.player
    room.play(code, found, right=right)
    return found


def test_those_who_took_it_and_want_to_stand_on_its_board_best_first(room: Room, code: str) -> None:
    mina, noor, otto = (player(room, code, name, right=right) for name, right in (("Mina", 1), ("Noor", 3), ("Otto", 2)))
    for one, name in ((mina, "Owl"), (noor, "Fox")):
        enter(room, code, one, name)
    for reader in (mina, otto, room.teacher.player):
        assert [(one.rank, one.name, one.score) for one in board(room, code, reader).lines] == [(1, "Fox", 3), (2, "Owl", 1)]
    assert board(room, code, otto).mine is not None
    assert (board(room, code, otto).plays, board(room, code, room.teacher.player).plays) == (True, False)


def test_nobody_else_sees_it(room: Room, other_room: Room, code: str) -> None:
    mina = player(room, code, "Mina", right=1)
    enter(room, code, mina, "Owl")
    for stranger in (None, guest(room), other_room.teacher.player):
        with pytest.raises(NotFound):
            board(room, code, stranger)
    with pytest.raises(NotFound):
        enter(room, code, guest(room), "Fox")
    with pytest.raises(NotFound):
        board(room, "ABCDEF", mina)


def test_a_second_attempt_does_not_count_and_the_first_must_be_finished(room: Room, code: str) -> None:
    mina = player(room, code, "Mina", right=1)
    room.play(code, mina, right=4, now=LATER)
    enter(room, code, mina, "Owl")
    assert [one.score for one in board(room, code, mina).lines] == [1]
    noor = room.take(code, "Noor").visit.visit.player
    room.begin(code, noor)
    with pytest.raises(Conflict):
        enter(room, code, noor, "Fox")


def test_each_class_has_a_board_of_its_own_and_the_public_one_shows_none_of_them(room: Room, code: str) -> None:
    other = room.give(None)
    mina, kim, paul = player(room, code, "Mina", right=1), guest(room), guest(room)
    room.play(other, kim, nickname="Kim", right=2)
    enter(room, code, mina, "Owl")
    enter(room, other, kim, "Owl")
    game = begin(room.db, paul)
    play.finish(room.db, player=paul, attempt=game.attempt, now=LATER)
    public = BoardOf(quiz=QUIZ)
    boards.enter(room.db, of=public, player=paul, name="Paul", now=LATER)
    assert [one.name for one in boards.board(room.db, of=public, player=None, now=LATER).lines] == ["Paul"]
    assert [one.score for one in board(room, other, kim).lines] == [2]
    assert boards.board(room.db, of=public, player=mina, now=LATER).mine is None


def test_two_of_a_class_do_not_look_alike(room: Room, code: str) -> None:
    mina, noor = (player(room, code, name, right=1) for name in ("Mina", "Noor"))
    enter(room, code, mina, "Paul")
    with pytest.raises(FieldRefused):
        enter(room, code, noor, "Pau1")


def test_what_is_told_later_stands_on_no_board_before(room: Room) -> None:
    code = room.give(None, given=terms(feedback=Feedback.CLOSING, closes_at=LATER + timedelta(days=1)))
    kim = guest(room)
    room.play(code, kim, nickname="Kim", right=2)
    assert board(room, code, kim).mine is None
    with pytest.raises(Conflict):
        enter(room, code, kim, "Kim")


def test_a_name_goes_from_the_board_with_the_name_in_the_class_and_with_the_assignment(room: Room) -> None:
    row = room.make_class()
    first, second = room.give(row), room.give(row)
    mina = player(room, first, "Mina", right=1)
    room.play(second, mina)
    for one in (first, second):
        enter(room, one, mina, "Mina M.")
    assignments.delete_assignment(room.db, actor=room.teacher, row=room.number(second), now=LATER)
    assert count(room.db, "board_entry") == 1
    classes.remove_name(room.db, actor=room.teacher, row=row, student=room.student(row, "Mina"), now=LATER)
    with room.db.reading() as connection:
        assert connection.execute(text("SELECT name FROM board_entry")).all() == []


def test_admins_find_the_names_among_those_on_leaderboards(room: Room, code: str) -> None:
    enter(room, code, player(room, code, "Mina", right=1), "Owl")
    (found,) = names_on_boards(room.db, by=staff(room.db, "Ada", Role.ADMIN))
    assert (found.name, found.quiz) == ("Owl", "Over the strait (given by a teacher)")


def test_a_board_is_of_one_quiz() -> None:
    for wrong in ({}, {"quiz": QUIZ, "code": "ABCDEF"}):
        with pytest.raises(ValueError, match="a board is of"):
            BoardOf(**wrong)
