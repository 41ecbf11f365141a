"""Assignments: rows <-> values, and the quiz versions and questions they give."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec
from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from quizapp.play.disclosure import Feedback
from quizapp.play.quiz import QuizSettings
from quizapp.storage.quizzes import settings_of
from quizapp.storage.tables.bank import ItemRow, ItemVersionRow
from quizapp.storage.tables.classes import AssignmentRow, ClassRow, Whom
from quizapp.storage.tables.playing import AttemptRow, QuizItemRow, QuizVersionRow


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms:
    """What a teacher sets for an assignment: the settings it is played by; `closed_book` keeps its articles away until it closes."""

    settings: QuizSettings
    closed_book: bool = False

    @property
    def opens_at(self) -> datetime | None:
        """When it opens; None for at once."""
        return self.settings.opens_at

    @property
    def closes_at(self) -> datetime | None:
        """When it closes; None for never."""
        return self.settings.closes_at

    @property
    def tries(self) -> int | None:
        """How often one may take it; None for as often as one likes."""
        return self.settings.attempts

    @property
    def needs_closing(self) -> bool:
        """Whether something waits for the closing time, so that there must be one."""
        return self.closed_book or self.settings.feedback is Feedback.CLOSING

    def closing(self, at: datetime) -> "Terms":
        """The same, closed at this moment; what would open later then opens no more."""
        opens_at = self.opens_at if self.opens_at is not None and self.opens_at < at else None
        return replace(self, settings=replace(self.settings, opens_at=opens_at, closes_at=at))


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredAssignment:
    """An assignment with its quiz's title and its class's; a class that was deleted has no row."""

    row: int
    owner: int
    quiz_version: int
    title: str
    whom: Whom
    class_row: int | None
    class_title: str | None
    code: str
    terms: Terms
    given_at: datetime

    @property
    def class_gone(self) -> bool:
        """Whether it was given to a class that is deleted, so that nobody can join."""
        return self.whom is Whom.CLASS and self.class_row is None


@dataclass(frozen=True, kw_only=True, slots=True)
class GivenItem:
    """A question of a quiz version, in its order: what a teacher sees of it, and what drawing needs."""

    version: int
    scope: int
    stem: str
    options: tuple[str, ...]
    key: int
    ordered: bool


_ASSIGNMENTS = (
    select(AssignmentRow.__table__, QuizVersionRow.title, ClassRow.title.label("class_title"))
    .join(QuizVersionRow, QuizVersionRow.id == AssignmentRow.quiz_version_id)
    .outerjoin(ClassRow, ClassRow.id == AssignmentRow.class_id)
)
_OWN = _ASSIGNMENTS.where(AssignmentRow.owner_id == bindparam("owner")).order_by(AssignmentRow.given_at.desc(), AssignmentRow.id.desc())
_ONE = _ASSIGNMENTS.where(AssignmentRow.id == bindparam("row"), AssignmentRow.owner_id == bindparam("owner"))
_BY_CODE = _ASSIGNMENTS.where(AssignmentRow.code == bindparam("code"))
_ITEMS = (
    select(ItemVersionRow.id, ItemRow.scope_id, ItemVersionRow.stem, ItemVersionRow.options, ItemVersionRow.key)
    .add_columns(ItemVersionRow.ordered)
    .join(ItemRow, ItemRow.id == ItemVersionRow.item_id)
    .join(QuizItemRow, QuizItemRow.item_version_id == ItemVersionRow.id)
    .where(QuizItemRow.quiz_version_id == bindparam("version"))
    .order_by(QuizItemRow.place)
)


def assignments_of(connection: Connection, owner: int) -> tuple[StoredAssignment, ...]:
    """Everything a teacher has given, newest first."""
    return tuple(map(_stored, connection.execute(_OWN, {"owner": owner})))


def assignment_by_row(connection: Connection, row: int, *, owner: int, to_change: bool = False) -> StoredAssignment | None:
    """This assignment of this teacher, or None."""
    found = connection.execute(_ONE.with_for_update(of=AssignmentRow) if to_change else _ONE, {"row": row, "owner": owner}).first()
    return _stored(found) if found else None


def assignment_by_code(connection: Connection, code: str) -> StoredAssignment | None:
    """The assignment with this code, or None."""
    found = connection.execute(_BY_CODE, {"code": code}).first()
    return _stored(found) if found else None


def is_code(connection: Connection, code: str) -> bool:
    """Whether the code was ever given: none is given twice, so that an old link never leads to another quiz."""
    return connection.scalar(select(AssignmentRow.id).where(AssignmentRow.code == code)) is not None


def add_assignment(
    connection: Connection, *, owner: int, version: int, class_row: int | None, code: str, terms: Terms, now: datetime
) -> int:
    """Store an assignment for a class, or for anybody; its row."""
    whom = Whom.ANYBODY if class_row is None else Whom.CLASS
    cells = {"owner_id": owner, "quiz_version_id": version, "whom": whom.value, "class_id": class_row, "code": code, "given_at": now}
    return connection.execute(insert(AssignmentRow).values(cells | _cells(terms)).returning(AssignmentRow.id)).scalar_one()


def set_terms(connection: Connection, row: int, terms: Terms) -> None:
    """Give an assignment other terms; attempts that run go on under them."""
    connection.execute(update(AssignmentRow).where(AssignmentRow.id == row).values(_cells(terms)))


def drop_assignment(connection: Connection, row: int) -> None:
    """Delete an assignment; its attempts must be gone."""
    connection.execute(delete(AssignmentRow).where(AssignmentRow.id == row))


def given_items(connection: Connection, version: int) -> tuple[GivenItem, ...]:
    """The questions of a quiz version in their order."""
    return tuple(_item(row) for row in connection.execute(_ITEMS, {"version": version}))


def items_by_version(connection: Connection, versions: Collection[int]) -> dict[int, GivenItem]:
    """Question versions by their rows."""
    found = select(*_ITEMS.selected_columns).join(ItemRow, ItemRow.id == ItemVersionRow.item_id).where(ItemVersionRow.id.in_(versions))
    return {row.id: _item(row) for row in connection.execute(found)}


def delete_attempts(connection: Connection, rows: Collection[int]) -> None:
    """Delete attempts with everything answered in them."""
    connection.execute(delete(AttemptRow).where(AttemptRow.id.in_(rows)))


def _cells(terms: Terms) -> dict[str, object]:
    return {"closed_book": terms.closed_book, "settings": msgspec.to_builtins(terms.settings)}


def _stored(row: Row) -> StoredAssignment:  # type: ignore[type-arg]
    return StoredAssignment(
        row=row.id,
        owner=row.owner_id,
        quiz_version=row.quiz_version_id,
        title=row.title,
        whom=Whom(row.whom),
        class_row=row.class_id,
        class_title=row.class_title,
        code=row.code,
        terms=Terms(settings=settings_of(row.settings), closed_book=row.closed_book),
        given_at=row.given_at,
    )


def _item(row: Row) -> GivenItem:  # type: ignore[type-arg]
    return GivenItem(version=row.id, scope=row.scope_id, stem=row.stem, options=tuple(row.options), key=row.key, ordered=row.ordered)
