"""The closed-book quizzes somebody takes part in, with the articles their questions rest on."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, or_, select

from quizapp.storage.assignments import Terms
from quizapp.storage.quizzes import settings_of
from quizapp.storage.tables.bank import ItemEvidenceRow
from quizapp.storage.tables.classes import AssignmentRow, ParticipantRow, StudentRow
from quizapp.storage.tables.knowledge import ArticleRow, RevisionRow, ScopeKind, ScopeRow
from quizapp.storage.tables.playing import QuizItemRow, QuizVersionRow


@dataclass(frozen=True, kw_only=True, slots=True)
class ClosedBook:
    """A closed-book quiz with the slugs of its articles in the library; nobody else sees a teacher's own."""

    title: str
    terms: Terms
    articles: frozenset[str]


_TAKEN = (
    select(ParticipantRow.id)
    .where(ParticipantRow.assignment_id == AssignmentRow.id, ParticipantRow.player_id == bindparam("player"))
    .exists()
)
_IN_CLASS = select(StudentRow.id).where(StudentRow.class_id == AssignmentRow.class_id, StudentRow.player_id == bindparam("player")).exists()
_BOOKS = (
    select(AssignmentRow.id, AssignmentRow.settings, QuizVersionRow.title, ArticleRow.slug)
    .join(QuizVersionRow, QuizVersionRow.id == AssignmentRow.quiz_version_id)
    .join(QuizItemRow, QuizItemRow.quiz_version_id == QuizVersionRow.id)
    .join(ItemEvidenceRow, ItemEvidenceRow.item_version_id == QuizItemRow.item_version_id)
    .join(RevisionRow, RevisionRow.id == ItemEvidenceRow.revision_id)
    .join(ArticleRow, ArticleRow.id == RevisionRow.article_id)
    .join(ScopeRow, ScopeRow.id == ArticleRow.scope_id)
    .where(AssignmentRow.closed_book, or_(_TAKEN, _IN_CLASS), ScopeRow.kind == ScopeKind.LIBRARY)
    .order_by(AssignmentRow.id)
)


def closed_books(connection: Connection, player: int) -> tuple[ClosedBook, ...]:
    """Those of this player, open or not."""
    slugs: dict[int, set[str]] = {}
    heads: dict[int, tuple[str, Terms]] = {}
    for row in connection.execute(_BOOKS, {"player": player}):
        heads[row.id] = (row.title, Terms(settings=settings_of(row.settings), closed_book=True))
        slugs.setdefault(row.id, set()).add(row.slug)
    return tuple(ClosedBook(title=title, terms=terms, articles=frozenset(slugs[row])) for row, (title, terms) in heads.items())
