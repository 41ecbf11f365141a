"""Featured quizzes: rows <-> values; a changed quiz gets a new version."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import Connection, insert, select, update
from sqlalchemy.orm import Session, aliased

from quizapp.play.quiz import FeaturedQuiz, QuizSettings
from quizapp.storage.tables.bank import ItemRow, ItemVersionRow
from quizapp.storage.tables.playing import QuizItemRow, QuizKind, QuizRow, QuizVersionRow

_Later = aliased(QuizVersionRow)
_CURRENT = ~select(_Later.id).where(_Later.quiz_id == QuizVersionRow.quiz_id, _Later.number > QuizVersionRow.number).exists()


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredQuiz:
    """A quiz with the rows of its current version; `versions` are the item versions chosen, in order."""

    row: int
    version: int
    number: int
    place: int
    withdrawn: bool
    value: FeaturedQuiz
    versions: tuple[int, ...]


def read_quizzes(connection: Connection, scope: int, *, withdrawn: bool = False) -> tuple[StoredQuiz, ...]:
    """The featured quizzes of a scope in their order, those withdrawn too if asked for."""
    found = (
        select(QuizRow, QuizVersionRow)
        .join(QuizVersionRow, QuizVersionRow.quiz_id == QuizRow.id)
        .where(QuizRow.scope_id == scope, QuizRow.kind == QuizKind.FEATURED, _CURRENT)
        .order_by(QuizRow.place, QuizRow.id)
    )
    with Session(bind=connection) as session:
        rows = session.execute(found if withdrawn else found.where(QuizRow.withdrawn_at.is_(None))).all()
        items = _items(session, [version.id for _, version in rows])
        return tuple(_stored(quiz, version, items[version.id]) for quiz, version in rows)


def store_quiz(
    connection: Connection,
    scope: int,
    quiz: FeaturedQuiz,
    standing: StoredQuiz | None,
    *,
    place: int,
    versions: Sequence[int],
    now: datetime,
) -> bool:
    """Make this the quiz with its slug, in this place; whether that needed a new version."""
    row = standing.row if standing else _add_quiz(connection, scope, quiz, place)
    connection.execute(update(QuizRow).where(QuizRow.id == row).values(place=place, withdrawn_at=None))
    if standing is not None and (standing.value, standing.versions) == (quiz, tuple(versions)):
        return False
    number = standing.number + 1 if standing else 1
    version = _add_version(connection, row, number, quiz, now)
    cells = [{"quiz_version_id": version, "place": turn, "item_version_id": item} for turn, item in enumerate(versions)]
    connection.execute(insert(QuizItemRow), cells)
    return True


def settings_of(stored: dict[str, object] | None) -> QuizSettings:
    """The settings as they are stored with a quiz's version; those of a draw from the bank when there are none."""
    return msgspec.convert(stored or {}, type=QuizSettings)


def withdraw_quizzes(connection: Connection, rows: Iterable[int], *, now: datetime) -> None:
    """Take quizzes off the pages; what was played stays."""
    connection.execute(update(QuizRow).where(QuizRow.id.in_(list(rows))).values(withdrawn_at=now))


def _add_quiz(connection: Connection, scope: int, quiz: FeaturedQuiz, place: int) -> int:
    connection.execute(insert(QuizRow).values(scope_id=scope, kind=QuizKind.FEATURED.value, slug=quiz.slug, place=place))
    return connection.execute(select(QuizRow.id).where(QuizRow.slug == quiz.slug)).scalar_one()


def _add_version(connection: Connection, row: int, number: int, quiz: FeaturedQuiz, now: datetime) -> int:
    words = {"title": quiz.title, "note": quiz.note, "level": quiz.level, "settings": msgspec.to_builtins(quiz.settings)}
    connection.execute(insert(QuizVersionRow).values(quiz_id=row, number=number, made_at=now, **words))
    mine = select(QuizVersionRow.id).where(QuizVersionRow.quiz_id == row, QuizVersionRow.number == number)
    return connection.execute(mine).scalar_one()


def _items(session: Session, versions: list[int]) -> dict[int, list[tuple[str, int]]]:
    found = (
        select(QuizItemRow.quiz_version_id, ItemRow.item, ItemVersionRow.id)
        .join(ItemVersionRow, ItemVersionRow.id == QuizItemRow.item_version_id)
        .join(ItemRow, ItemRow.id == ItemVersionRow.item_id)
        .where(QuizItemRow.quiz_version_id.in_(versions))
        .order_by(QuizItemRow.quiz_version_id, QuizItemRow.place)
    )
    items: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for version, item, row in session.execute(found):
        items[version].append((item, row))
    return items


def _stored(quiz: QuizRow, version: QuizVersionRow, items: list[tuple[str, int]]) -> StoredQuiz:
    return StoredQuiz(
        row=quiz.id,
        version=version.id,
        number=version.number,
        place=quiz.place,
        withdrawn=quiz.withdrawn_at is not None,
        value=FeaturedQuiz(
            slug=quiz.slug,
            title=version.title,
            note=version.note,
            level=version.level,
            items=tuple(item for item, _ in items),
            settings=settings_of(version.settings),
        ),
        versions=tuple(row for _, row in items),
    )
