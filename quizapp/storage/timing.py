"""What a timer needs to be kept: when a question was first shown, and how much time a player gets."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, update

from quizapp.play.timing import Stretch
from quizapp.storage.tables.playing import AttemptQuestionRow, AttemptRow

_SHOWN = (
    update(AttemptQuestionRow)
    .where(AttemptQuestionRow.id == bindparam("question_row"), AttemptQuestionRow.shown_at.is_(None))
    .values(shown_at=bindparam("at"))
)
_STRETCH = update(AttemptRow).where(AttemptRow.id == bindparam("attempt_row")).values(stretch=bindparam("percent"))


def set_shown(connection: Connection, question_row: int, *, now: datetime) -> None:
    """Store that a question was shown, unless it was before."""
    connection.execute(_SHOWN, {"question_row": question_row, "at": now})


def set_stretch(connection: Connection, attempt_row: int, stretch: Stretch) -> None:
    """Store how much of the set time the player of this attempt gets."""
    connection.execute(_STRETCH, {"attempt_row": attempt_row, "percent": stretch.value})
