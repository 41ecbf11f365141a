"""Classes: names or nicknames and nothing else, of one teacher alone."""

from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import text

from quizapp.play.timing import Stretch
from quizapp.services import account_data, assignments, classes, entering
from quizapp.services.account_acts import Browser
from quizapp.services.accounts import Role
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import FieldRefused, NotFound
from quizapp.services.players import find_visit
from services.accounts import PASSWORD, School
from services.balloon import NOW
from services.classroom import NAMES, SOON, Room
from services.playing import dump


def names(room: Room, row: int) -> list[str]:
    return [one.name for one in classes.show_class(room.db, owner=room.teacher.player, row=row).students]


@pytest.mark.parametrize(
    ("pasted", "read"),
    [
        ("Mina\n Noor \n\nOtto", ["Mina", "Noor", "Otto"]),
        ("Moar, Ida\nHale, Robert", ["Hale, Robert", "Moar, Ida"]),
        ("Name;Year\nMina;7\nNoor;7", ["Mina", "Noor"]),
        ('id,name,mark\n1,"Mina",2\n2,Noor,1', ["Mina", "Noor"]),
        ("Mina\t7b\nNoor\t7b", ["Mina", "Noor"]),
        ("Chloé D.\n李明", ["Chloé D.", "李明"]),
    ],
)
def test_names_are_read_from_lines_and_from_the_name_column_of_a_csv(room: Room, pasted: str, read: list[str]) -> None:
    row = room.make_class(names=pasted)
    assert names(room, row) == read


@pytest.mark.parametrize(
    ("pasted", "why"),
    [
        ("Mina\nmina", "stands there twice"),
        ("mina@example.org", "looks like an e-mail address"),
        ("M" * 41, "at most 40"),
        ("--", "is no name"),
        ("\n".join(f"Pupil {number}" for number in range(501)), "at most 500"),
    ],
)
def test_lists_that_cannot_be_used_are_refused_in_words(room: Room, pasted: str, why: str) -> None:
    with pytest.raises(FieldRefused, match=why) as refused:
        room.make_class(names=pasted)
    assert refused.value.field == "names"
    assert classes.my_classes(room.db, owner=room.teacher.player) == ()


@pytest.mark.parametrize("title", ["", "   ", "7" * 81])
def test_a_class_needs_a_name_that_fits(room: Room, title: str) -> None:
    with pytest.raises(FieldRefused) as refused:
        room.make_class(title)
    assert refused.value.field == "title"


def test_names_are_added_and_none_twice(room: Room) -> None:
    row = room.make_class()
    assert classes.add_names(room.db, actor=room.teacher, row=row, names="Pia", now=NOW) == 1
    with pytest.raises(FieldRefused, match="“noor” is in the class already"):
        classes.add_names(room.db, actor=room.teacher, row=row, names="Quinn\nnoor", now=NOW)
    assert names(room, row) == ["Mina", "Noor", "Otto", "Pia"]


def test_a_class_gets_another_title_and_a_student_more_time(room: Room) -> None:
    row = room.make_class()
    classes.rename(room.db, actor=room.teacher, row=row, title=" 8b ", now=NOW)
    classes.set_time(room.db, actor=room.teacher, row=row, student=room.student(row, "Noor"), stretch=Stretch.HALF_MORE, now=NOW)
    view = classes.show_class(room.db, owner=room.teacher.player, row=row)
    assert view.title == "8b"
    assert [one.stretch for one in view.students] == [Stretch.AS_SET, Stretch.HALF_MORE, Stretch.AS_SET]


def test_removing_a_name_keeps_the_attempt_without_it(room: Room) -> None:
    row = room.make_class()
    code = room.give(row)
    mina = room.take(code, "Mina")
    room.play(code, mina.visit.visit.player)
    classes.remove_name(room.db, actor=room.teacher, row=row, student=room.student(row, "Mina"), now=SOON)
    view = assignments.show_assignment(room.db, owner=room.teacher.player, row=room.number(code), now=SOON)
    assert [one.name for one in view.people] == ["Noor", "Otto", None]
    assert view.people[2].finished
    assert find_visit(room.db, mina.visit.token) is None
    assert not [line for line in dump(room.db) if "Mina" in line]


def test_deleting_a_class_deletes_its_names_everywhere_and_nobody_joins_any_more(room: Room) -> None:
    row = room.make_class()
    code = room.give(row)
    room.play(code, room.take(code, "Otto").visit.visit.player)
    classes.delete_class(room.db, actor=room.teacher, row=row, now=SOON)
    assert not [line for line in dump(room.db) if "Otto" in line or "Noor" in line]
    assert room.door(code).class_gone
    assert room.door(code).seats == ()
    view = assignments.show_assignment(room.db, owner=room.teacher.player, row=room.number(code), now=SOON)
    assert [(one.name, one.finished) for one in view.people] == [(None, True)]


def test_a_new_code_opens_the_name_and_the_old_one_no_more(room: Room, rng: Random) -> None:
    row = room.make_class()
    code = room.give(row)
    mina, number = room.take(code, "Mina"), room.student(row, "Mina")
    new = classes.hand_out_code(room.db, actor=room.teacher, row=row, student=number, now=SOON, rng=rng)
    assert find_visit(room.db, mina.visit.token) is None
    more = {"code": code, "student": number, "browser": Browser(address="192.0.2.7"), "now": SOON, "rng": rng}
    with pytest.raises(FieldRefused, match="not the code of this name"):
        entering.enter_again(room.db, personal=mina.code or "", **more)
    again = entering.enter_again(room.db, personal=new.code.lower(), **more)
    assert again.visit.visit.player == mina.visit.visit.player


def test_a_name_that_nobody_took_can_get_a_code_too(room: Room, rng: Random) -> None:
    row = room.make_class()
    code = room.give(row)
    new = classes.hand_out_code(room.db, actor=room.teacher, row=row, student=room.student(row, "Otto"), now=NOW, rng=rng)
    assert new.name == "Otto"
    assert [one.taken for one in room.door(code).seats] == [False, False, True]


def test_another_teacher_finds_nothing_of_it(room: Room, other_room: Room, rng: Random) -> None:
    row = room.make_class()
    student, db, sven = room.student(row, "Mina"), room.db, other_room.teacher
    other_row = other_room.make_class("9c", names="Ruth")
    assert [one.title for one in classes.my_classes(db, owner=sven.player)] == ["9c"]
    for act in (
        lambda: classes.show_class(db, owner=sven.player, row=row),
        lambda: classes.rename(db, actor=sven, row=row, title="Mine", now=NOW),
        lambda: classes.add_names(db, actor=sven, row=row, names="Zoe", now=NOW),
        lambda: classes.set_time(db, actor=sven, row=row, student=student, stretch=Stretch.TWICE, now=NOW),
        lambda: classes.set_time(db, actor=sven, row=other_row, student=student, stretch=Stretch.TWICE, now=NOW),
        lambda: classes.hand_out_code(db, actor=sven, row=row, student=student, now=NOW, rng=rng),
        lambda: classes.hand_out_code(db, actor=sven, row=other_row, student=student, now=NOW, rng=rng),
        lambda: classes.remove_name(db, actor=sven, row=row, student=student, now=NOW),
        lambda: classes.remove_name(db, actor=sven, row=other_row, student=student, now=NOW),
        lambda: classes.delete_class(db, actor=sven, row=row, now=NOW),
    ):
        with pytest.raises(NotFound):
            act()
    assert names(room, row) == NAMES.split()


def test_everything_stands_in_the_record_without_a_name(room: Room, rng: Random) -> None:
    row = room.make_class()
    student = room.student(row, "Mina")
    classes.set_time(room.db, actor=room.teacher, row=row, student=student, stretch=Stretch.UNTIMED, now=NOW)
    classes.hand_out_code(room.db, actor=room.teacher, row=row, student=student, now=NOW, rng=rng)
    classes.remove_name(room.db, actor=room.teacher, row=row, student=student, now=NOW)
    with room.db.reading() as connection:
        found = connection.execute(text("SELECT actor, action, old, new FROM record WHERE subject_kind = 'class' ORDER BY id")).all()
    assert [(one.actor, one.action) for one in found] == [
        ("Tess", "class made"),
        ("Tess", "student's time set"),
        ("Tess", "personal code handed out"),
        ("Tess", "name removed"),
    ]
    assert "Mina" not in str(found)


def test_a_teacher_who_leaves_takes_the_names_along(db: Database) -> None:
    school = School(db=db)
    school.staff("Ada", Role.ADMIN)
    tess = school.staff("Tess", Role.TEACHER)
    room = Room(db=db, teacher=Actor(player=tess.visit.player, name="Tess"))
    room.make_class()
    code = room.give(None)
    later = NOW + timedelta(hours=1)
    assert "Noor" in account_data.export_data(db, player=tess.visit.player, now=NOW).decode()
    account_data.delete_account(db, player=tess.visit.player, password=PASSWORD, **school.doing(tess.token, now=later))  # type: ignore[arg-type]
    assert not [line for line in dump(db) if "Noor" in line]
    assert room.door(code, now=later + timedelta(seconds=1)).standing == "closed"
