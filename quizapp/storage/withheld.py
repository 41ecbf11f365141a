"""Questions whose answers a player may not be told yet, and those just answered in attempts that go on."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, bindparam, or_, select

from quizapp.play.attempt import Mode
from quizapp.play.disclosure import Feedback
from quizapp.play.quiz import QuizSettings
from quizapp.storage.quizzes import settings_of
from quizapp.storage.rules import RULES, SETTINGS
from quizapp.storage.tables.bank import ItemRow, ItemVersionRow
from quizapp.storage.tables.playing import AttemptQuestionRow, AttemptRow, QuizVersionRow, ResponseRow


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedNow:
    """A question by its fact and its version's row; `told` says whether the feedback policy lets its player see the answer."""

    fact: str
    version: int
    told: bool


_ASKED = (
    select(ItemRow.fact, ItemVersionRow.id, AttemptRow.finished_at, ResponseRow.id.label("response"), SETTINGS)
    .join(ItemVersionRow, ItemVersionRow.item_id == ItemRow.id)
    .join(AttemptQuestionRow, AttemptQuestionRow.item_version_id == ItemVersionRow.id)
    .join(AttemptRow, AttemptRow.id == AttemptQuestionRow.attempt_id)
    .outerjoin(ResponseRow, ResponseRow.attempt_question_id == AttemptQuestionRow.id)
    .outerjoin(QuizVersionRow, QuizVersionRow.id == AttemptRow.quiz_version_id)
    .where(AttemptRow.player_id == bindparam("player"), AttemptRow.mode != Mode.PREVIEW.value)
    .where(or_(AttemptRow.finished_at.is_(None), RULES["feedback"].as_string() == Feedback.CLOSING.value))
)


def asked_now(connection: Connection, *, player: int, now: datetime) -> tuple[AskedNow, ...]:
    """Every question of the player's attempts that go on or wait for a closing time, those of open-book quizzes and previews left out."""
    rows = connection.execute(_ASKED, {"player": player}).all()
    found = [(row, settings_of(row.settings)) for row in rows]
    return tuple(
        AskedNow(fact=row.fact, version=row.id, told=_told(settings, row, now)) for row, settings in found if not settings.open_book
    )


def _told(settings: QuizSettings, row: Row, now: datetime) -> bool:  # type: ignore[type-arg]
    return settings.tells(answered=row.response is not None, finished=row.finished_at is not None, now=now)
