"""Quizzes of teachers: rows <-> values; a version is edited while it is a draft, and never after it was published."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, delete, exists, func, insert, select, update
from sqlalchemy.orm import aliased

from quizapp.play.attempt import Mode
from quizapp.play.quiz import QuizSettings
from quizapp.storage.quizzes import settings_of
from quizapp.storage.tables.bank import ItemVersionRow
from quizapp.storage.tables.knowledge import ScopeRow
from quizapp.storage.tables.mending import MendingRow
from quizapp.storage.tables.playing import AttemptRow, QuizItemRow, QuizKind, QuizRow, QuizVersionRow

_Later, _Published = aliased(QuizVersionRow), aliased(QuizVersionRow)
_NEWEST = ~select(_Later.id).where(_Later.quiz_id == QuizVersionRow.quiz_id, _Later.number > QuizVersionRow.number).exists()
_LAST_PUBLISHED = (
    select(func.max(_Published.number))
    .where(_Published.quiz_id == QuizVersionRow.quiz_id, _Published.published_at.is_not(None))
    .correlate(QuizVersionRow)
    .scalar_subquery()
)
_VERSION = (
    select(QuizRow.id, QuizRow.slug, QuizRow.scope_id, ScopeRow.owner_id, QuizVersionRow.id.label("version"), QuizVersionRow.number)
    .add_columns(QuizVersionRow.title, QuizVersionRow.note, QuizVersionRow.settings, QuizVersionRow.made_at, QuizVersionRow.published_at)
    .add_columns(_LAST_PUBLISHED.label("last_published"))
    .join(QuizVersionRow, QuizVersionRow.quiz_id == QuizRow.id)
    .join(ScopeRow, ScopeRow.id == QuizRow.scope_id)
    .where(QuizRow.kind == QuizKind.TEACHER)
)


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnVersion:
    """A version of a teacher's quiz; `quiz` is the quiz's row, `row` the version's, `items` the rows of item versions in order.

    `last_published` is the number of the version that is played, None when none was published.
    """

    quiz: int
    slug: str
    scope: int
    owner: int
    row: int
    number: int
    title: str
    note: str
    settings: QuizSettings
    items: tuple[int, ...]
    made_at: datetime
    published_at: datetime | None
    last_published: int | None

    @property
    def is_draft(self) -> bool:
        """Whether it may still be edited as it is."""
        return self.published_at is None


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """What a version is to hold."""

    title: str
    note: str
    settings: QuizSettings
    items: tuple[int, ...]


def newest_version(connection: Connection, slug: str, *, owner: int, to_change: bool = False) -> OwnVersion | None:
    """The newest version of this owner's quiz; `to_change` keeps others from changing it until the transaction ends."""
    if to_change:
        connection.execute(select(QuizRow.id).where(QuizRow.slug == slug).with_for_update())
    return _one(connection, _VERSION.where(QuizRow.slug == slug, *_of(owner)))


def played_version(connection: Connection, quiz: int) -> OwnVersion | None:
    """The version of this quiz that is played: of those published the one with the highest number; also of a quiz put away since."""
    return _one(connection, _VERSION.where(QuizRow.id == quiz, QuizVersionRow.number == _LAST_PUBLISHED))


def newest_versions(connection: Connection, *, owner: int) -> tuple[OwnVersion, ...]:
    """The newest version of every quiz of this owner, the one changed last first."""
    rows = connection.execute(_VERSION.where(*_of(owner)).order_by(QuizVersionRow.id.desc())).all()
    items = _items(connection, [row.version for row in rows])
    return tuple(_value(row, items) for row in rows)


def add_quiz(connection: Connection, scope: int, slug: str) -> int:
    """A quiz without a version; its row."""
    connection.execute(insert(QuizRow).values(scope_id=scope, kind=QuizKind.TEACHER.value, slug=slug, place=0))
    return connection.execute(select(QuizRow.id).where(QuizRow.slug == slug)).scalar_one()


def add_version(connection: Connection, quiz: int, number: int, wanted: Wanted, *, now: datetime) -> None:
    """A new draft of a quiz."""
    connection.execute(insert(QuizVersionRow).values(quiz_id=quiz, number=number, level="", made_at=now, **_words(wanted)))
    _put(connection, version_row(connection, quiz, number), wanted.items)


def edit_draft(connection: Connection, version: int, wanted: Wanted) -> None:
    """Let a draft hold this from now on."""
    connection.execute(update(QuizVersionRow).where(QuizVersionRow.id == version).values(_words(wanted)))
    connection.execute(delete(QuizItemRow).where(QuizItemRow.quiz_version_id == version))
    _put(connection, version, wanted.items)


def version_row(connection: Connection, quiz: int, number: int) -> int:
    """The row of the quiz's version with this number."""
    of_number = (QuizVersionRow.quiz_id == quiz, QuizVersionRow.number == number)
    return connection.execute(select(QuizVersionRow.id).where(*of_number)).scalar_one()


def renumber(connection: Connection, version: int, number: int) -> None:
    """Give a draft a higher number, so that a version can be published below it."""
    connection.execute(update(QuizVersionRow).where(QuizVersionRow.id == version).values(number=number))


def set_published(connection: Connection, version: int, *, now: datetime) -> None:
    """From now on this version is played."""
    connection.execute(update(QuizVersionRow).where(QuizVersionRow.id == version).values(published_at=now))


def withdraw(connection: Connection, quiz: int, *, now: datetime) -> None:
    """Take a quiz off its owner's pages; what was played stays."""
    connection.execute(update(QuizRow).where(QuizRow.id == quiz).values(withdrawn_at=now))


def forget_previews(connection: Connection, quiz: int, *, player: int) -> None:
    """Delete what a player tried of a quiz before."""
    versions = select(QuizVersionRow.id).where(QuizVersionRow.quiz_id == quiz)
    mine = (AttemptRow.player_id == player, AttemptRow.mode == Mode.PREVIEW.value, AttemptRow.quiz_version_id.in_(versions))
    connection.execute(delete(AttemptRow).where(*mine))


def current_rows(connection: Connection, versions: Iterable[int]) -> dict[int, int]:
    """For each of these item versions the row of its item's newest one."""
    newest, mine = aliased(ItemVersionRow), aliased(ItemVersionRow)
    found = (
        select(mine.id, func.max(newest.id).label("newest"))
        .join(newest, newest.item_id == mine.item_id)
        .where(mine.id.in_(list(versions)))
        .group_by(mine.id)
    )
    return {row.id: row.newest for row in connection.execute(found)}


def mended_before(connection: Connection, version: int) -> frozenset[int]:
    """The earlier versions of a version's question that were mended for everybody."""
    of_item = select(ItemVersionRow.item_id).where(ItemVersionRow.id == version).scalar_subquery()
    found = select(ItemVersionRow.id).where(ItemVersionRow.item_id == of_item, ItemVersionRow.id < version)
    mended = exists().where(MendingRow.item_version_id == ItemVersionRow.id, MendingRow.scope_id.is_(None))
    return frozenset(connection.scalars(found.where(mended)))


def _of(owner: int) -> tuple[ColumnElement[bool], ...]:
    return (ScopeRow.owner_id == owner, QuizRow.withdrawn_at.is_(None), _NEWEST)


def _words(wanted: Wanted) -> dict[str, object]:
    return {"title": wanted.title, "note": wanted.note, "settings": msgspec.to_builtins(wanted.settings)}


def _put(connection: Connection, version: int, items: Sequence[int]) -> None:
    cells = [{"quiz_version_id": version, "place": place, "item_version_id": item} for place, item in enumerate(items)]
    if cells:
        connection.execute(insert(QuizItemRow), cells)


def _one(connection: Connection, wanted: Select) -> OwnVersion | None:  # type: ignore[type-arg]
    row = connection.execute(wanted).first()
    return _value(row, _items(connection, [row.version])) if row else None


def _items(connection: Connection, versions: list[int]) -> dict[int, tuple[int, ...]]:
    of_these: ColumnElement[bool] = QuizItemRow.quiz_version_id.in_(versions)
    found = select(QuizItemRow.quiz_version_id, QuizItemRow.item_version_id).where(of_these).order_by(QuizItemRow.place)
    items: dict[int, tuple[int, ...]] = {}
    for version, item in connection.execute(found):
        items[version] = (*items.get(version, ()), item)
    return items


def _value(row: Row, items: dict[int, tuple[int, ...]]) -> OwnVersion:  # type: ignore[type-arg]
    return OwnVersion(
        quiz=row.id,
        slug=row.slug,
        scope=row.scope_id,
        owner=row.owner_id,
        row=row.version,
        number=row.number,
        title=row.title,
        note=row.note,
        settings=settings_of(row.settings),
        items=items.get(row.version, ()),
        made_at=row.made_at,
        published_at=row.published_at,
        last_published=row.last_published,
    )
