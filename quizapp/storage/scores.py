"""The scores of a player's last attempts."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from quizapp.play.attempt import Mode
from quizapp.play.quiz import QuizSettings
from quizapp.storage.quizzes import settings_of
from quizapp.storage.rules import SETTINGS
from quizapp.storage.tables.playing import AttemptRow, QuizVersionRow


@dataclass(frozen=True, kw_only=True, slots=True)
class Score:
    """A finished attempt in a player's history, with the settings that say whether its score may be told."""

    title: str
    finished_at: datetime
    score: int
    total: int
    settings: QuizSettings


_RECENT = (
    select(AttemptRow.title, AttemptRow.finished_at, AttemptRow.score, AttemptRow.total, SETTINGS)
    .outerjoin(QuizVersionRow, QuizVersionRow.id == AttemptRow.quiz_version_id)
    .where(AttemptRow.player_id == bindparam("player"), AttemptRow.finished_at.is_not(None), AttemptRow.total > 0)
    .where(AttemptRow.mode != Mode.PREVIEW.value)
    .order_by(AttemptRow.finished_at.desc(), AttemptRow.id.desc())
    .limit(bindparam("most"))
)


def recent_scores(connection: Connection, *, player: int, most: int) -> list[Score]:
    """The player's last finished attempts, oldest first."""
    rows = connection.execute(_RECENT, {"player": player, "most": most}).all()
    return [
        Score(title=row.title, finished_at=row.finished_at, score=row.score, total=row.total, settings=settings_of(row.settings))
        for row in reversed(rows)
    ]
