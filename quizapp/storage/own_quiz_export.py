"""A teacher's quizzes as plain values, and how they go with her account."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, or_, select, update

from quizapp.storage.own_quizzes import newest_versions
from quizapp.storage.tables.bank import ItemVersionRow
from quizapp.storage.tables.classes import AssignmentRow
from quizapp.storage.tables.knowledge import ScopeRow
from quizapp.storage.tables.playing import AttemptRow, QuizKind, QuizRow, QuizVersionRow


def read_own_quizzes(connection: Connection, player: int) -> list[dict[str, Any]]:
    """Every quiz of this teacher's with its questions in order, the one changed last first."""
    mine = newest_versions(connection, owner=player)
    wanted = {item for one in mine for item in one.items}
    rows = connection.execute(select(ItemVersionRow.id, ItemVersionRow.stem, ItemVersionRow.options).where(ItemVersionRow.id.in_(wanted)))
    questions = {row.id: {"question": row.stem, "answers": list(row.options)} for row in rows}
    return [
        {
            "title": one.title,
            "note": one.note,
            "made": one.made_at.isoformat(),
            "published": one.published_at.isoformat() if one.published_at else None,
            "questions": [questions[item] for item in one.items],
        }
        for one in mine
    ]


def forget_own_quizzes(connection: Connection, *, owner: int, now: datetime) -> None:
    """Delete the quizzes of an account that ends; those that somebody played or was given stay for the results, and off every page."""
    mine = select(QuizRow.id).join(ScopeRow, ScopeRow.id == QuizRow.scope_id)
    mine = mine.where(ScopeRow.owner_id == owner, QuizRow.kind == QuizKind.TEACHER.value)
    played = select(AttemptRow.id).where(AttemptRow.quiz_version_id == QuizVersionRow.id).exists()
    given = select(AssignmentRow.id).where(AssignmentRow.quiz_version_id == QuizVersionRow.id).exists()
    used = select(QuizVersionRow.quiz_id).where(or_(played, given))
    gone = connection.execute(mine.where(QuizRow.id.not_in(used))).scalars().all()
    connection.execute(delete(QuizRow).where(QuizRow.id.in_(gone)))
    connection.execute(update(QuizRow).where(QuizRow.id.in_(mine), QuizRow.withdrawn_at.is_(None)).values(withdrawn_at=now))
