"""Classes and the names in them: rows <-> values. Whatever is asked for by its number is asked for with its owner."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update

from quizapp.play.timing import Stretch
from quizapp.storage.tables.classes import AssignmentRow, ClassRow, ParticipantRow, StudentRow
from quizapp.storage.tables.people import VisitRow
from quizapp.storage.tables.playing import AttemptRow
from quizapp.storage.tables.returning import BoardEntryRow


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredClass:
    """A class with the number of its names."""

    row: int
    title: str
    students: int
    made_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredStudent:
    """A name in a class; `player` plays under it since it was picked, `code_hash` is what its personal code must give."""

    row: int
    class_row: int
    name: str
    stretch: Stretch
    player: int | None
    code_hash: str | None
    joined_at: datetime | None

    @property
    def taken(self) -> bool:
        """Whether somebody picked the name, so that it asks for its code."""
        return self.code_hash is not None


_CLASSES = (
    select(ClassRow.id, ClassRow.title, ClassRow.made_at, func.count(StudentRow.id).label("students"))
    .outerjoin(StudentRow, StudentRow.class_id == ClassRow.id)
    .where(ClassRow.owner_id == bindparam("owner"))
    .group_by(ClassRow.id, ClassRow.title, ClassRow.made_at)
    .order_by(func.lower(ClassRow.title), ClassRow.id)
)
_STUDENTS = select(StudentRow.__table__).order_by(StudentRow.name_key, StudentRow.id)
_HOLD_CLASS = select(ClassRow.id).where(ClassRow.id == bindparam("class_row"), ClassRow.owner_id == bindparam("owner")).with_for_update()
_STUDENT = select(StudentRow.__table__).where(StudentRow.id == bindparam("row"))
_OF_PLAYER = select(StudentRow.__table__).where(StudentRow.player_id == bindparam("player"))
_CLAIM = (
    update(StudentRow)
    .where(StudentRow.id == bindparam("row"))
    .values(player_id=bindparam("player"), code_hash=bindparam("hash"), joined_at=bindparam("at"))
)


def classes_of(connection: Connection, owner: int) -> tuple[StoredClass, ...]:
    """The classes of a teacher by title."""
    rows = connection.execute(_CLASSES, {"owner": owner})
    return tuple(StoredClass(row=row.id, title=row.title, students=row.students, made_at=row.made_at) for row in rows)


def hold_class(connection: Connection, row: int, *, owner: int) -> bool:
    """Keep others from changing this class of the teacher until the transaction ends; False when there is none."""
    return connection.scalar(_HOLD_CLASS, {"class_row": row, "owner": owner}) is not None


def add_class(connection: Connection, *, owner: int, title: str, now: datetime) -> int:
    """A new class; its row."""
    made = connection.execute(insert(ClassRow).values(owner_id=owner, title=title, made_at=now).returning(ClassRow.id))
    return made.scalar_one()


def rename_class(connection: Connection, row: int, title: str) -> None:
    """Give a class another title."""
    connection.execute(update(ClassRow).where(ClassRow.id == row).values(title=title))


def students_of(connection: Connection, class_row: int) -> tuple[StoredStudent, ...]:
    """The names of a class in their order."""
    return tuple(map(_student, connection.execute(_STUDENTS.where(StudentRow.class_id == class_row))))


def student_by_row(connection: Connection, row: int, *, to_change: bool = False) -> StoredStudent | None:
    """The student with this row, or None."""
    found = connection.execute(_STUDENT.with_for_update() if to_change else _STUDENT, {"row": row}).first()
    return _student(found) if found else None


def student_of_player(connection: Connection, player: int) -> StoredStudent | None:
    """The name that this player answers under, or None."""
    found = connection.execute(_OF_PLAYER, {"player": player}).first()
    return _student(found) if found else None


def name_keys(connection: Connection, class_row: int) -> frozenset[str]:
    """The keys of the names of a class, by which two names are one."""
    return frozenset(connection.scalars(select(StudentRow.name_key).where(StudentRow.class_id == class_row)))


def add_students(connection: Connection, class_row: int, names: Iterable[tuple[str, str]]) -> None:
    """Add (name, key) to a class."""
    cells = [{"class_id": class_row, "name": name, "name_key": key, "stretch": Stretch.AS_SET.value} for name, key in names]
    if cells:
        connection.execute(insert(StudentRow), cells)


def set_student_stretch(connection: Connection, row: int, stretch: Stretch) -> None:
    """How much of the set time a student gets from the next attempt on."""
    connection.execute(update(StudentRow).where(StudentRow.id == row).values(stretch=stretch.value))


def claim(connection: Connection, row: int, *, player: int, code_hash: str, now: datetime) -> None:
    """Let this player answer under the name, which from now on asks for the code with this digest."""
    connection.execute(_CLAIM, {"row": row, "player": player, "hash": code_hash, "at": now})


def close_visits(connection: Connection, players: Sequence[int], *, now: datetime) -> None:
    """End every visit of these players."""
    connection.execute(update(VisitRow).where(VisitRow.player_id.in_(players), VisitRow.ended_at.is_(None)).values(ended_at=now))


def forget_students(connection: Connection, rows: Sequence[int], *, now: datetime) -> None:
    """Delete names; what was answered under them stays, and nothing tells any more by whom."""
    players = connection.scalars(select(StudentRow.player_id).where(StudentRow.id.in_(rows), StudentRow.player_id.is_not(None)))
    close_visits(connection, [one for one in players if one is not None], now=now)
    _forget_board_names(connection, rows)
    connection.execute(update(ParticipantRow).where(ParticipantRow.student_id.in_(rows)).values(student_id=None))
    connection.execute(delete(StudentRow).where(StudentRow.id.in_(rows)))


def forget_class(connection: Connection, row: int, *, now: datetime) -> None:
    """Delete a class with its names; what was given to it stays for its results, and nobody can join it any more."""
    forget_students(connection, list(connection.scalars(select(StudentRow.id).where(StudentRow.class_id == row))), now=now)
    connection.execute(update(AssignmentRow).where(AssignmentRow.class_id == row).values(class_id=None))
    connection.execute(delete(ClassRow).where(ClassRow.id == row))


def _forget_board_names(connection: Connection, rows: Sequence[int]) -> None:
    """The names that these students put on the boards of what was given to them."""
    parts = select(ParticipantRow.id).where(ParticipantRow.student_id.in_(rows))
    theirs = select(AttemptRow.id).where(AttemptRow.participant_id.in_(parts))
    connection.execute(delete(BoardEntryRow).where(BoardEntryRow.attempt_id.in_(theirs)))


def _student(row: Row) -> StoredStudent:  # type: ignore[type-arg]
    return StoredStudent(
        row=row.id,
        class_row=row.class_id,
        name=row.name,
        stretch=Stretch(row.stretch),
        player=row.player_id,
        code_hash=row.code_hash,
        joined_at=row.joined_at,
    )
