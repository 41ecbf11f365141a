"""What a class got: the matrix, the statistics, the files, a wrong key corrected, and the projector."""

import csv
from datetime import timedelta
from io import StringIO
from random import Random

import pytest
from sqlalchemy import event

from quizapp.services import class_results, class_results_export, correcting, discussing, mended, play
from quizapp.services.accounts import Role
from quizapp.services.class_results import Cell, ResultsView
from quizapp.services.deciding import Actor
from quizapp.services.errors import FieldRefused, Forbidden, NotFound
from quizapp.services.players import begin_visit
from services.accounts import School
from services.balloon import NOW
from services.classroom import SOON, Room, terms
from services.playing import Game


def guest(room: Room) -> int:
    return begin_visit(room.db, now=NOW, rng=room.rng).visit.player


def results(room: Room, code: str) -> ResultsView:
    return class_results.results(room.db, owner=room.teacher.player, row=room.number(code), now=SOON)


def played(room: Room, *rights: int) -> str:
    """A quiz played by so many, each with so many right answers in a fixed order of questions."""
    code = room.give(None, given=terms(shuffle_questions=False))
    for place, right in enumerate(rights):
        room.play(code, guest(room), nickname=f"{'ABCDEFGHKMNPRSTW'[place]}nn", right=right)
    return code


def admin_room(room: Room) -> Room:
    ada = School(db=room.db, rng=Random(5)).staff("Ada", Role.ADMIN).visit
    return Room(db=room.db, teacher=Actor(player=ada.player, name="Ada"))


def test_the_matrix_says_who_got_what(room: Room) -> None:
    view = results(room, played(room, 3, 1))
    many = len(view.questions)
    assert [one.name for one in view.rows] == ["Ann", "Bnn"]
    assert view.rows[0].cells == (*[Cell.RIGHT] * 3, *[Cell.MISSED] * (many - 3))
    assert [(one.right, one.of, one.counts) for one in view.rows] == [(3, many, True), (1, many, True)]
    assert view.mean == 2


def test_an_attempt_that_goes_on_is_shown_and_not_counted(room: Room) -> None:
    code = room.give(room.make_class())
    game = room.begin(code, room.take(code, "Mina").visit.visit.player)
    game.answer_right(game.current())
    view = results(room, code)
    assert view.rows[0].cells.count(Cell.RIGHT) == 1
    assert view.rows[0].cells.count(Cell.NONE) == len(view.questions) - 1
    assert not view.rows[0].counts
    assert {one.findings.players for one in view.questions} == {0}
    assert view.absent == ("Noor", "Otto")


def test_first_attempts_count(room: Room) -> None:
    code = room.give(None, given=terms(attempts=None))
    kim = guest(room)
    room.play(code, kim, nickname="Kim", right=1)
    room.play(code, kim)
    (row,) = results(room, code).rows
    assert row.right == 1


def test_statistics_come_with_the_tenth_player(room: Room) -> None:
    nine, ten = results(room, played(room, *range(9))), results(room, played(room, *[0, 1, 2, 3, 4, 5, 6, 7, 1, 2]))
    assert nine.consistency is None
    assert {one.findings.facility for one in nine.questions} == {None}
    assert ten.consistency is not None
    assert ten.questions[0].findings.facility == 0.9
    assert sum(one for one in ten.weights if one is not None) == pytest.approx(100)
    assert set(nine.weights) == {None}
    assert ten.questions[2].findings.discrimination is not None


def test_the_number_of_statements_does_not_grow_with_the_class(room: Room) -> None:
    small, large = played(room, 1, 2), played(room, *[1] * 12)
    assert _statements(room, small) == _statements(room, large)


def _statements(room: Room, code: str) -> int:
    seen: list[str] = []
    row = room.number(code)
    with room.db.reading() as connection:
        engine = connection.engine

    def count(*arguments: object) -> None:
        seen.append(str(arguments[2]))

    event.listen(engine, "before_cursor_execute", count)
    class_results.results(room.db, owner=room.teacher.player, row=row, now=SOON)
    event.remove(engine, "before_cursor_execute", count)
    return len([one for one in seen if one.lstrip().startswith("SELECT")])


def test_the_csv_holds_the_matrix(room: Room) -> None:
    code = played(room, 2, 0)
    body = class_results_export.export_csv(room.db, owner=room.teacher.player, row=room.number(code), now=SOON)
    header, *rows = csv.reader(StringIO(body.decode("utf-8-sig"), newline=""))
    assert header[:4] == ["Name", "State", "Right", "Of"]
    assert header[4].startswith("1. ")
    assert [row[:3] for row in rows] == [["Ann", "finished", "2"], ["Bnn", "finished", "0"]]
    assert rows[0][4:7] == ["1", "1", "0"]


def test_the_workbook_is_one(room: Room) -> None:
    code = played(room, 2)
    body = class_results_export.export_xlsx(room.db, owner=room.teacher.player, row=room.number(code), now=SOON)
    assert body.startswith(b"PK")


def test_an_admin_corrects_a_key_and_everybody_is_graded_anew_and_told(room: Room) -> None:
    ada = admin_room(room)
    code = ada.give(None, given=terms(shuffle_questions=False))
    kim = guest(room)
    game = ada.play(code, kim, nickname="Kim", right=0)
    row = ada.number(code)
    wrong = next(iter(results(ada, code).rows)).chosen[0]
    assert wrong is not None
    more = {"row": row, "question": 1, "now": SOON}
    with pytest.raises(FieldRefused):
        correcting.correct(room.db, actor=ada.teacher, right=frozenset({wrong}), why=" ", **more)
    changed = correcting.correct(room.db, actor=ada.teacher, right=frozenset({wrong}), why="Misread.", **more)
    view = results(ada, code)
    assert (changed, view.rows[0].right, view.rows[0].cells[0]) == (1, 1, Cell.RIGHT)
    assert view.questions[0].right == frozenset({wrong})
    assert play.results(room.db, player=kim, attempt=game.attempt, now=NOW).progress.right == 1
    assert [one.why for one in mended.score_news(room.db, player=kim, now=SOON)] == ["Misread."]


def test_a_question_that_counts_for_nobody_leaves_the_score(room: Room) -> None:
    ada = admin_room(room)
    code = ada.give(None, given=terms(shuffle_questions=False))
    ada.play(code, guest(room), nickname="Kim")
    correcting.correct(room.db, actor=ada.teacher, row=ada.number(code), question=1, right=frozenset(), why="Unclear.", now=SOON)
    (row,) = results(ada, code).rows
    assert row.of == len(row.cells) - 1 == row.right


def test_a_teacher_does_not_correct_the_library_s_questions(room: Room) -> None:
    code = played(room, 1)
    found = correcting.correction(room.db, owner=room.teacher.player, row=room.number(code), question=1, now=SOON)
    assert not found.allowed
    with pytest.raises(Forbidden):
        correcting.correct(room.db, actor=room.teacher, row=found.row, question=1, right=frozenset({0}), why="Mine.", now=SOON)


def test_the_projector_keeps_the_proof_until_it_is_asked_for(room: Room) -> None:
    code = played(room, 1, 0)
    more = {"owner": room.teacher.player, "row": room.number(code), "question": 1, "now": SOON}
    hidden, shown = discussing.discuss(room.db, shown=False, **more), discussing.discuss(room.db, shown=True, **more)
    assert (hidden.proof, hidden.explanation) == (None, "")
    assert shown.proof is not None
    assert shown.explanation
    assert (shown.came, shown.answered) == (2, 2)


def test_a_question_beyond_the_quiz_is_not_found(room: Room) -> None:
    row = room.number(played(room, 1))
    for question in (0, 99):
        with pytest.raises(NotFound):
            discussing.discuss(room.db, owner=room.teacher.player, row=row, question=question, shown=False, now=SOON)
        with pytest.raises(NotFound):
            correcting.correction(room.db, owner=room.teacher.player, row=row, question=question, now=SOON)


def test_another_teacher_finds_nothing_of_it(room: Room, other_room: Room) -> None:
    row, sven, db = room.number(played(room, 1)), other_room.teacher, room.db
    for act in (
        lambda: class_results.results(db, owner=sven.player, row=row, now=SOON),
        lambda: class_results_export.export_csv(db, owner=sven.player, row=row, now=SOON),
        lambda: class_results_export.export_xlsx(db, owner=sven.player, row=row, now=SOON),
        lambda: correcting.correction(db, owner=sven.player, row=row, question=1, now=SOON),
        lambda: correcting.correct(db, actor=sven, row=row, question=1, right=frozenset(), why="x", now=SOON),
        lambda: discussing.discuss(db, owner=sven.player, row=row, question=1, shown=True, now=SOON),
    ):
        with pytest.raises(NotFound):
            act()


def test_a_late_answer_is_missed_and_tells_nothing_of_the_options(room: Room) -> None:
    code = room.give(None, given=terms(closes_at=SOON, shuffle_questions=False))
    game: Game = room.begin(code, guest(room), nickname="Kim", now=NOW)
    asked = game.current()
    game.answer(asked, asked.options[0].text, now=SOON + timedelta(seconds=10))
    (row,) = class_results.results(room.db, owner=room.teacher.player, row=room.number(code), now=SOON).rows
    assert row.cells[0] is Cell.MISSED
    assert row.chosen[0] is None
