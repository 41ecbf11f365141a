"""What a class got: the matrix, the statistics, the files, and the projector."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from sqlalchemy import event

from quizapp.play.reports import Trouble
from quizapp.services import assignments, class_results, class_results_export, classes, correcting, discussing
from quizapp.services.class_results import Cell, ResultsView
from quizapp.services.errors import NotFound
from quizapp.services.players import begin_visit
from quizapp.services.removed_names import shown_names
from quizapp.services.reports import report
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
    made = class_results_export.export_csv(room.db, owner=room.teacher.player, row=room.number(code), now=SOON)
    header, *rows = csv.reader(StringIO(made.body.decode("utf-8-sig"), newline=""))
    assert header[:4] == ["Name", "State", "Right", "Of"]
    assert header[4].startswith("1. ")
    assert [row[:3] for row in rows] == [["Ann", "finished", "2"], ["Bnn", "finished", "0"]]
    assert rows[0][4:7] == ["1", "1", "0"]
    questions = results(room, code).questions
    first = 4 + len(questions)
    assert header[first : first + 2] == ["Answer to 1", "Answer to 2"]
    assert rows[0][first] == questions[0].item.options[questions[0].item.key]
    assert rows[1][first] in set(questions[0].item.options) - {rows[0][first]}


def test_a_file_is_named_after_quiz_and_class(room: Room) -> None:
    code = room.give(room.make_class("Größe 7b / Süd"))
    made = class_results_export.export_csv(room.db, owner=room.teacher.player, row=room.number(code), now=SOON)
    assert made.name == f"over-the-strait-groe-7b-sud-{SOON:%Y-%m-%d}"


def test_names_that_were_removed_are_told_apart(room: Room) -> None:
    row = room.make_class()
    code = room.give(row)
    for name in ("Otto", "Mina", "Noor"):
        room.play(code, room.take(code, name).visit.visit.player)
    for name in ("Otto", "Noor"):
        classes.remove_name(room.db, actor=room.teacher, row=row, student=room.student(row, name), now=SOON)
    made = class_results_export.export_csv(room.db, owner=room.teacher.player, row=room.number(code), now=SOON)
    names = [one[0] for one in csv.reader(StringIO(made.body.decode("utf-8-sig"), newline=""))]
    assert names == ["Name", "Mina", "Name removed 1", "Name removed 2"]
    people = assignments.show_assignment(room.db, owner=room.teacher.player, row=room.number(code), now=SOON).people
    assert [one.name for one in people] == ["Mina", None, None]
    assert shown_names([None, "Mina"]) == ("Name removed", "Mina")


def test_the_workbook_is_one(room: Room) -> None:
    code = played(room, 2)
    body = class_results_export.export_xlsx(room.db, owner=room.teacher.player, row=room.number(code), now=SOON)
    assert body.body.startswith(b"PK")


def test_the_projector_keeps_the_proof_until_it_is_asked_for(room: Room) -> None:
    code = played(room, 1, 0)
    more = {"owner": room.teacher.player, "row": room.number(code), "question": 1, "now": SOON}
    hidden, shown = discussing.discuss(room.db, shown=False, **more), discussing.discuss(room.db, shown=True, **more)
    assert (hidden.proof, hidden.explanation) == (None, "")
    assert shown.proof is not None
    assert shown.explanation
    assert (shown.came, shown.answered, shown.playing) == (2, 2, 0)


def test_who_is_still_playing_is_counted_apart_on_the_projector(room: Room) -> None:
    code = played(room, 1, 0)
    game = room.begin(code, guest(room), nickname="Kim")
    game.answer_right(game.current())
    view = discussing.discuss(room.db, owner=room.teacher.player, row=room.number(code), question=1, shown=True, now=SOON)
    assert (view.came, view.answered, view.playing) == (2, 2, 1)
    assert sum(one.players for one in view.question.findings.options) == view.answered


def test_a_corrected_question_says_so_in_the_results_and_why(room: Room) -> None:
    code = played(room, 1, 0)
    row, key = room.number(code), results(room, code).questions[0].item.key
    assert {one.corrected for one in results(room, code).questions} == {None}
    right = frozenset({key, (key + 1) % 4})
    correcting.correct(room.db, actor=room.teacher, row=row, question=1, right=right, why="Both fit.", now=SOON, rng=room.rng)
    first, *others = results(room, code).questions
    assert (first.corrected, first.right) == ("Both fit.", right)
    assert {one.corrected for one in others} == {None}


def test_a_question_that_somebody_reported_says_so(room: Room) -> None:
    code = room.give(None, given=terms(shuffle_questions=False))
    game = room.play(code, guest(room), nickname="Kim")
    asked = {"attempt": game.attempt, "question": "2", "trouble": Trouble.UNCLEAR, "words": ""}
    report(room.db, player=game.player, address="192.0.2.7", now=SOON, **asked)  # type: ignore[arg-type]
    assert [one.reports for one in results(room, code).questions[:3]] == [0, 1, 0]


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
        lambda: correcting.correct(db, actor=sven, row=row, question=1, right=frozenset(), why="x", now=SOON, rng=room.rng),
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
