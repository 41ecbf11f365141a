"""The settings an attempt is played by: those of its assignment, where it belongs to one, before those of its quiz."""

from sqlalchemy import JSON, func, select, type_coerce

from quizapp.storage.tables.classes import AssignmentRow, ParticipantRow
from quizapp.storage.tables.playing import AttemptRow, QuizVersionRow

_GIVEN = (
    select(AssignmentRow.settings)
    .join(ParticipantRow, ParticipantRow.assignment_id == AssignmentRow.id)
    .where(ParticipantRow.id == AttemptRow.participant_id)
    .correlate(AttemptRow)
    .scalar_subquery()
)
RULES = type_coerce(func.coalesce(_GIVEN, QuizVersionRow.settings), JSON)
"""For statements that read from attempts with their quiz versions."""
SETTINGS = RULES.label("settings")
