"""Featured quizzes as data: which items an editor put together, in which order."""

import msgspec

from quizapp.knowledge.errors import PackError
from quizapp.knowledge.pack_format import read_toml
from quizapp.play.quiz import FeaturedQuiz, QuizSettings


class SettingsRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """`[quiz.settings]`."""

    shuffle_questions: bool = True
    shuffle_options: bool = True
    open_book: bool = False


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
    settings = QuizSettings(
        shuffle_questions=row.settings.shuffle_questions,
        shuffle_options=row.settings.shuffle_options,
        open_book=row.settings.open_book,
    )
    try:
        return FeaturedQuiz(slug=row.slug, title=row.title, note=row.note, level=row.level, items=tuple(row.items), settings=settings)
    except ValueError as error:
        raise PackError(where, found=str(error), expected="a slug, a title and items, each once", do="Correct it.") from error
