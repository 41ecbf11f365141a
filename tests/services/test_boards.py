"""Leaderboards: first attempts alone, names by wish, clean and nobody else's; an admin hides, and it stands on the record."""

from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import text

from quizapp.services import boards, play
from quizapp.services.board_hiding import KIND, hide_entry, show_entry
from quizapp.services.boards import BoardOf, BoardView
from quizapp.services.database import Database
from quizapp.services.errors import Conflict, FieldRefused, Forbidden, NotFound
from quizapp.services.players import begin_visit
from quizapp.storage.belongings import move_belongings
from quizapp.storage.boards import forget_names
from quizapp.storage.record import record_of
from services.balloon import NOW
from services.playing import QUIZ, begin, count

MINUTE = timedelta(minutes=1)
PUBLIC = BoardOf(quiz=QUIZ)
LATER = NOW + 60 * MINUTE


def played(db: Database, player: int, *, right: int, minutes: int = 1, seed: int = 0, start: int = 0) -> str:
    """A finished attempt that took so long."""
    game = begin(db, player, seed=seed or player * 100 + start, minutes=start)
    end = NOW + (start + minutes) * MINUTE
    for _ in range(right):
        game.answer_right(game.current())
    play.finish(db, player=player, attempt=game.attempt, now=end)
    return game.attempt


def enter(db: Database, player: int, name: str) -> None:
    boards.enter(db, of=PUBLIC, player=player, name=name, now=LATER)


def board(db: Database, player: int | None = None) -> BoardView:
    return boards.board(db, of=PUBLIC, player=player, now=LATER)


@pytest.fixture
def rita(db: Database, rng: Random) -> int:
    """Rita is an admin."""
    player = begin_visit(db, now=NOW, rng=rng).visit.player
    with db.writing() as connection:
        connection.execute(text("UPDATE player SET kind = 'account', name = 'Rita' WHERE id = :id"), {"id": player})
        connection.execute(
            text(
                "INSERT INTO account (player_id, name_key, name_look, role, created_at)"
                " VALUES (:id, 'rita', 'rlta', 'admin', '2026-03-01 00:00:00.000000')"
            ),
            {"id": player},
        )
    return player


def test_more_right_comes_first_then_less_time_and_those_without_a_name_stay_out(db: Database, paul: int, sam: int, rng: Random) -> None:
    third, silent = (begin_visit(db, now=NOW, rng=rng).visit.player for _ in range(2))
    played(db, paul, right=3, minutes=9)
    played(db, sam, right=3, minutes=2)
    played(db, third, right=5, minutes=30)
    played(db, silent, right=6)
    for player, name in ((paul, "Paul"), (sam, "Sam"), (third, "Ada")):
        enter(db, player, name)
    assert [(one.rank, one.name, one.score, one.time) for one in board(db).lines] == [
        (1, "Ada", 5, 30 * MINUTE),
        (2, "Sam", 3, 2 * MINUTE),
        (3, "Paul", 3, 9 * MINUTE),
    ]
    assert [one.name for one in board(db, sam).lines if one.mine] == ["Sam"]


def test_a_second_attempt_does_not_count_and_an_unfinished_first_one_keeps_the_board_closed(db: Database, paul: int, sam: int) -> None:
    played(db, paul, right=2)
    played(db, paul, right=6, start=20)
    enter(db, paul, "Paul")
    assert [one.score for one in board(db).lines] == [2]
    begin(db, sam, seed=77)
    played(db, sam, right=6, start=20)
    assert board(db, sam).mine is None
    with pytest.raises(Conflict):
        enter(db, sam, "Sam")


def test_a_name_can_be_changed_and_taken_off(db: Database, paul: int) -> None:
    played(db, paul, right=2)
    enter(db, paul, "Paul")
    enter(db, paul, "  Paul   M. ")
    assert [one.name for one in board(db).lines] == ["Paul M."]
    boards.leave(db, of=PUBLIC, player=paul)
    assert board(db, paul).lines == ()
    mine = board(db, paul).mine
    assert mine is not None
    assert mine.name is None


@pytest.mark.parametrize("name", ["", "x" * 25, "Paul\u202e", "Раul", "Admin", "Pau1", "pAUL", "Rita", "R1ta"])
def test_a_name_that_is_no_name_or_could_be_taken_for_another_is_refused(db: Database, paul: int, sam: int, rita: int, name: str) -> None:
    played(db, paul, right=2)
    enter(db, paul, "Paul")
    played(db, sam, right=2)
    with pytest.raises(FieldRefused):
        enter(db, sam, name)
    assert count(db, "board_entry") == 1


def test_an_account_may_use_its_own_name(db: Database, rita: int) -> None:
    played(db, rita, right=2)
    enter(db, rita, "Rita")
    assert [one.name for one in board(db).lines] == ["Rita"]


def test_an_admin_hides_an_entry_and_shows_it_again_on_the_record(db: Database, paul: int, sam: int, rita: int) -> None:
    played(db, paul, right=2)
    enter(db, paul, "Paul")
    with db.reading() as connection:
        entry = int(connection.scalar(text("SELECT id FROM board_entry")) or 0)
    with pytest.raises(Forbidden):
        hide_entry(db, entry=entry, by=sam, why="envy", now=LATER)
    with pytest.raises(NotFound):
        hide_entry(db, entry=entry + 1, by=rita, why="none", now=LATER)
    for _ in range(2):
        hide_entry(db, entry=entry, by=rita, why="not his name", now=LATER)
    assert board(db).lines == ()
    mine = board(db, paul).mine
    assert mine is not None
    assert mine.hidden
    with pytest.raises(Conflict):
        enter(db, paul, "Another")
    boards.leave(db, of=PUBLIC, player=paul)
    show_entry(db, entry=entry, by=rita, why="it is", now=LATER)
    assert [one.name for one in board(db).lines] == ["Paul"]
    with db.reading() as connection:
        acts = record_of(connection, kind=KIND, subject=str(entry))
    assert [(one.actor, one.action, one.why) for one in acts] == [
        ("Rita", "entry_hidden", "not his name"),
        ("Rita", "entry_shown", "it is"),
    ]


def test_when_a_guest_signs_in_the_first_attempt_of_both_counts_and_memories_become_one(db: Database, paul: int, sam: int) -> None:
    played(db, paul, right=2)
    enter(db, paul, "Paul")
    game = begin(db, sam, seed=5, minutes=30)
    wrong = game.ask("How much gas")
    game.answer_wrong(wrong)
    played(db, sam, right=0, seed=6, start=31)
    with db.writing() as connection:
        move_belongings(connection, guest=sam, to=paul)
    assert [(one.name, one.score) for one in board(db, paul).lines] == [("Paul", 2)]
    with db.reading() as connection:
        owners = set(connection.scalars(text("SELECT player_id FROM recall")))
    assert owners == {paul}


def test_of_two_memories_of_one_question_the_later_one_stays(db: Database, paul: int, sam: int) -> None:
    for player, minutes in ((paul, 0), (sam, 5)):
        game = begin(db, player, minutes=minutes, seed=player)
        view = game.ask("How much gas")
        wrong = next(one.text for one in view.options if "420" not in one.text)
        game.answer(view, wrong, now=NOW + minutes * MINUTE)
    with db.writing() as connection:
        move_belongings(connection, guest=paul, to=sam)
    with db.reading() as connection:
        rows = connection.execute(text("SELECT player_id, last_at FROM recall")).all()
    assert [(row.player_id, row.last_at[:16]) for row in rows] == [(sam, "2026-03-02 08:05")]


def test_names_are_forgotten_with_their_account(db: Database, paul: int, sam: int) -> None:
    for player, name in ((paul, "Paul"), (sam, "Sam")):
        played(db, player, right=2)
        enter(db, player, name)
    with db.writing() as connection:
        forget_names(connection, player=paul)
    assert [one.name for one in board(db).lines] == ["Sam"]


def test_an_unknown_quiz_has_no_board(db: Database, bare: Database, paul: int) -> None:
    for database in (db, bare):
        with pytest.raises(NotFound):
            boards.board(database, of=BoardOf(quiz="nowhere"), player=None, now=NOW)
    with pytest.raises(NotFound):
        boards.enter(db, of=BoardOf(quiz="nowhere"), player=paul, name="Paul", now=NOW)
