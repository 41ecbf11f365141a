"""Classes: names or nicknames and nothing else. Another's class is NotFound; what is done stands in the record, without names."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from random import Random

from sqlalchemy import Connection

from quizapp.exchange.name_list import MOST, NamesRefusedError, key_of, read_names
from quizapp.play.timing import Stretch
from quizapp.services.classroom_acts import record_act
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import Conflict, FieldRefused, NotFound
from quizapp.services.personal_codes import code_digest, new_personal_code
from quizapp.storage import classes
from quizapp.storage.classes import StoredClass, StoredStudent
from quizapp.storage.visits import add_guest

KIND = "class"
_record = partial(record_act, KIND)
MOST_CLASSES = 200
LONGEST_TITLE = 80
_NO_CLASS = "There is no such class, or it belongs to somebody else."


@dataclass(frozen=True, kw_only=True, slots=True)
class ClassView:
    """A class with its names."""

    row: int
    title: str
    students: tuple[StoredStudent, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class NewCode:
    """A personal code just made; it is kept nowhere else."""

    name: str
    code: str


def my_classes(db: Database, *, owner: int) -> tuple[StoredClass, ...]:
    """The teacher's classes by title."""
    with db.reading() as connection:
        return classes.classes_of(connection, owner)


def show_class(db: Database, *, owner: int, row: int) -> ClassView:
    """A class with its names; raises NotFound."""
    with db.reading() as connection:
        return class_of(connection, row, owner)


def make_class(db: Database, *, actor: Actor, title: str, names: str, now: datetime) -> int:
    """A class with these names, one a line or as CSV; its number. Raises FieldRefused, Conflict, NotSaved."""
    usable, listed = _usable_title(title), _usable_names(names) if names.strip() else ()
    with db.writing() as connection:
        if len(classes.classes_of(connection, actor.player)) >= MOST_CLASSES:
            raise Conflict(f"You have {MOST_CLASSES} classes. Delete one first.")
        row = classes.add_class(connection, owner=actor.player, title=usable, now=now)
        classes.add_students(connection, row, [(name, key_of(name)) for name in listed])
        _record(connection, actor, row, "class made", new={"names": len(listed)}, now=now)
    return row


def rename(db: Database, *, actor: Actor, row: int, title: str, now: datetime) -> None:
    """Give the class another title. Raises FieldRefused, NotFound, NotSaved."""
    usable = _usable_title(title)
    with db.writing() as connection:
        hold(connection, row, actor.player)
        classes.rename_class(connection, row, usable)
        _record(connection, actor, row, "class renamed", now=now)


def add_names(db: Database, *, actor: Actor, row: int, names: str, now: datetime) -> int:
    """Add names; how many. Raises FieldRefused for names that cannot be used or are there, NotFound, NotSaved."""
    listed = _usable_names(names)
    with db.writing() as connection:
        hold(connection, row, actor.player)
        standing = classes.name_keys(connection, row)
        there = next((name for name in listed if key_of(name) in standing), None)
        if there is not None:
            raise FieldRefused("names", f"“{there}” is in the class already. Tell them apart, for example by a letter after the name.")
        if len(standing) + len(listed) > MOST:
            raise FieldRefused("names", f"The class would have {len(standing) + len(listed)} names; at most {MOST} fit.")
        classes.add_students(connection, row, [(name, key_of(name)) for name in listed])
        _record(connection, actor, row, "names added", new={"names": len(listed)}, now=now)
    return len(listed)


def set_time(db: Database, *, actor: Actor, row: int, student: int, stretch: Stretch, now: datetime) -> None:
    """How much of a set time a student gets, from the next attempt on. Raises NotFound, NotSaved."""
    with db.writing() as connection:
        standing = student_of(connection, row, student, actor.player)
        classes.set_student_stretch(connection, student, stretch)
        old, new = {"time": standing.stretch.value}, {"student": student, "time": stretch.value}
        _record(connection, actor, row, "student's time set", old=old, new=new, now=now)


def hand_out_code(db: Database, *, actor: Actor, row: int, student: int, now: datetime, rng: Random) -> NewCode:
    """A new personal code for a name; the old one opens nothing any more, and every device it was used on is let go.

    Raises NotFound, NotSaved.
    """
    code = new_personal_code(rng)
    with db.writing() as connection:
        standing = student_of(connection, row, student, actor.player)
        player = standing.player if standing.player is not None else add_guest(connection, now=now)
        classes.close_visits(connection, [player], now=now)
        at = standing.joined_at or now
        classes.claim(connection, student, player=player, code_hash=code_digest(student, code), now=at)
        _record(connection, actor, row, "personal code handed out", new={"student": student}, now=now)
    return NewCode(name=standing.name, code=code)


def remove_name(db: Database, *, actor: Actor, row: int, student: int, now: datetime) -> None:
    """Delete a name; what was answered under it stays without it. Raises NotFound, NotSaved."""
    with db.writing() as connection:
        student_of(connection, row, student, actor.player)
        classes.forget_students(connection, [student], now=now)
        _record(connection, actor, row, "name removed", new={"student": student}, now=now)


def delete_class(db: Database, *, actor: Actor, row: int, now: datetime) -> None:
    """Delete a class with all its names; what was answered stays without them. Raises NotFound, NotSaved."""
    with db.writing() as connection:
        hold(connection, row, actor.player)
        classes.forget_class(connection, row, now=now)
        _record(connection, actor, row, "class deleted", now=now)


def class_of(connection: Connection, row: int, owner: int) -> ClassView:
    """The owner's class; raises NotFound."""
    found = next((one for one in classes.classes_of(connection, owner) if one.row == row), None)
    if found is None:
        raise NotFound(_NO_CLASS)
    return ClassView(row=row, title=found.title, students=classes.students_of(connection, row))


def hold(connection: Connection, row: int, owner: int) -> None:
    """Let nobody else change the owner's class meanwhile; raises NotFound."""
    if not classes.hold_class(connection, row, owner=owner):
        raise NotFound(_NO_CLASS)


def student_of(connection: Connection, row: int, student: int, owner: int) -> StoredStudent:
    """A student of the owner's class, held; raises NotFound."""
    hold(connection, row, owner)
    found = classes.student_by_row(connection, student, to_change=True)
    if found is None or found.class_row != row:
        raise NotFound("There is no such name in this class.")
    return found


def _usable_title(title: str) -> str:
    shown = " ".join(title.split())
    if not shown:
        raise FieldRefused("title", "Give the class a name, such as “7b” or “Tuesday evening”.")
    if len(shown) > LONGEST_TITLE:
        raise FieldRefused("title", f"This name has {len(shown)} characters; at most {LONGEST_TITLE} fit.")
    return shown


def _usable_names(text: str) -> tuple[str, ...]:
    try:
        return read_names(text)
    except NamesRefusedError as refused:
        raise FieldRefused("names", str(refused)) from refused
