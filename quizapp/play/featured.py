"""Featured quizzes as data: which items an editor put together, in which order."""

from datetime import datetime

import msgspec

from quizapp.knowledge.errors import PackError
from quizapp.knowledge.pack_format import read_toml
from quizapp.play.disclosure import Feedback
from quizapp.play.quiz import FeaturedQuiz, QuizSettings
from quizapp.play.timing import Per, Stretch, Timer


class TimerRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """`[quiz.settings.timer]`."""

    per: Per
    seconds: int
    stretch: Stretch = Stretch.AS_SET
    players_choice: bool = True


class SettingsRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """`[quiz.settings]`."""

    shuffle_questions: bool = True
    shuffle_options: bool = True
    open_book: bool = False
    feedback: Feedback = Feedback.EACH
    closes_at: datetime | None = None
    timer: TimerRow | None = None
    speed_bonus: bool = False


class QuizRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One `[[quiz]]`."""

    slug: str
    title: str
    note: str
    level: str
    items: list[str]
    settings: SettingsRow = SettingsRow()


class QuizFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A file of quizzes."""

    quiz: list[QuizRow] = []


def read_featured(where: str, data: bytes) -> tuple[FeaturedQuiz, ...]:
    """Read a TOML file of featured quizzes, in order; raises PackError naming the entry that cannot be used."""
    rows = read_toml(where, data, QuizFile).quiz
    return tuple(_quiz(f"{where}, quiz {place} (“{row.slug}”)", row) for place, row in enumerate(rows, 1))


def _quiz(where: str, row: QuizRow) -> FeaturedQuiz:
    try:
        settings = _settings(row.settings)
        return FeaturedQuiz(slug=row.slug, title=row.title, note=row.note, level=row.level, items=tuple(row.items), settings=settings)
    except ValueError as error:
        raise PackError(where, found=str(error), expected="a slug, a title and items, each once", do="Correct it.") from error


def _settings(row: SettingsRow) -> QuizSettings:
    timer = row.timer
    return QuizSettings(
        shuffle_questions=row.shuffle_questions,
        shuffle_options=row.shuffle_options,
        open_book=row.open_book,
        feedback=row.feedback,
        closes_at=row.closes_at,
        timer=Timer(per=timer.per, seconds=timer.seconds, stretch=timer.stretch, players_choice=timer.players_choice) if timer else None,
        speed_bonus=row.speed_bonus,
    )
