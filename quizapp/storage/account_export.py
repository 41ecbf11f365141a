"""Everything the database holds about one player, as plain values; secrets are not among it, and no answer that was not given yet."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Row, select

from quizapp.storage.tables.bank import ItemVersionRow
from quizapp.storage.tables.mending import MendingRow, ScoreChangeRow
from quizapp.storage.tables.people import VisitRow
from quizapp.storage.tables.playing import AttemptQuestionRow, AttemptRow, ResponseRow
from quizapp.storage.tables.reports import ReportRow

EXPORTED: Final = {
    "attempt.player_id": "attempts",
    "recall.player_id": "practice",
    "visit.player_id": "visits",
    "account.player_id": "account",
    "record.actor_id": "record",
    "scope.owner_id": "own_articles",
    "decision.actor_id": "record",
    "ruling.actor_id": "record",
    "review_hold.taken_by": "nothing: it ends by itself after ten minutes",
    "blind_answer.player_id": "record",
    "shared_question.shared_by": "record",
    "job.owner_id": "background_work",
    "mending.actor_id": "record",
    "school_class.owner_id": "classes",
    "assignment.owner_id": "given",
    "student.player_id": "nothing: a name of a class has no account",
    "participant.player_id": "taken_part",
}
"""Every column that names a player, and where its rows stand in an export."""


def read_visits(connection: Connection, player: int) -> list[dict[str, Any]]:
    """When the player came and left."""
    mine = select(VisitRow.created_at, VisitRow.ended_at).where(VisitRow.player_id == player).order_by(VisitRow.id)
    return [{"began": _text(row.created_at), "ended": _text(row.ended_at)} for row in connection.execute(mine)]


def read_attempts(connection: Connection, player: int) -> list[dict[str, Any]]:
    """Every attempt with the questions as they were shown and what was answered when."""
    questions, changes = _questions(connection, player), _changes(connection, player)
    mine = select(AttemptRow.__table__).where(AttemptRow.player_id == player).order_by(AttemptRow.id)
    return [
        {
            "id": row.public,
            "title": row.title,
            "mode": row.mode,
            "started": _text(row.started_at),
            "finished": _text(row.finished_at),
            "score": row.score,
            "total": row.total,
            "score_changes": changes[row.id],
            "questions": questions[row.id],
        }
        for row in connection.execute(mine)
    ]


def read_reports(connection: Connection, player: int) -> list[dict[str, Any]]:
    """Every problem the player reported, and what came of it."""
    mine = (
        select(ReportRow.__table__, AttemptRow.public, AttemptQuestionRow.number)
        .join(AttemptQuestionRow, AttemptQuestionRow.id == ReportRow.attempt_question_id)
        .join(AttemptRow, AttemptRow.id == AttemptQuestionRow.attempt_id)
        .where(AttemptRow.player_id == player)
        .order_by(ReportRow.id)
    )
    return [
        {
            "attempt": row.public,
            "question": row.number,
            "trouble": row.trouble,
            "words": row.words,
            "made": _text(row.made_at),
            "outcome": row.outcome,
            "answer": row.answer,
        }
        for row in connection.execute(mine)
    ]


def _changes(connection: Connection, player: int) -> dict[int, list[dict[str, Any]]]:
    """What a mended question did to the score of each attempt, oldest first, by the attempt's row."""
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    mine = select(ScoreChangeRow.__table__, MendingRow.at, MendingRow.why).join(MendingRow, MendingRow.id == ScoreChangeRow.mending_id)
    mine = mine.join(AttemptRow, AttemptRow.id == ScoreChangeRow.attempt_id).where(AttemptRow.player_id == player)
    for row in connection.execute(mine.order_by(ScoreChangeRow.id)):
        change = {"at": _text(row.at), "why": row.why, "score": row.old_score, "total": row.old_total}
        found[row.attempt_id].append(change | {"new_score": row.new_score, "new_total": row.new_total})
    return found


def _questions(connection: Connection, player: int) -> dict[int, list[dict[str, Any]]]:
    mine = (
        select(
            AttemptQuestionRow.attempt_id,
            AttemptQuestionRow.number,
            AttemptQuestionRow.options.label("shown"),
            AttemptQuestionRow.skipped,
            ItemVersionRow.stem,
            ItemVersionRow.options,
            ResponseRow.chosen,
            ResponseRow.at,
        )
        .join(AttemptRow, AttemptRow.id == AttemptQuestionRow.attempt_id)
        .join(ItemVersionRow, ItemVersionRow.id == AttemptQuestionRow.item_version_id)
        .outerjoin(ResponseRow, ResponseRow.attempt_question_id == AttemptQuestionRow.id)
        .where(AttemptRow.player_id == player)
        .order_by(AttemptQuestionRow.attempt_id, AttemptQuestionRow.number)
    )
    return _by_attempt(connection.execute(mine))


def _by_attempt(rows: Iterable[Row]) -> dict[int, list[dict[str, Any]]]:  # type: ignore[type-arg]
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row.attempt_id].append(_question(row))
    return found


def _question(row: Row) -> dict[str, Any]:  # type: ignore[type-arg]
    shown = msgspec.convert(row.shown, list[tuple[str, int]])
    return {
        "number": row.number,
        "question": row.stem,
        "answers": [row.options[place] for _, place in shown],
        "your_answer": None if row.chosen is None else row.options[row.chosen],
        "answered": _text(row.at),
        "skipped": row.skipped > 0 and row.chosen is None,
    }


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
