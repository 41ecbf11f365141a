"""Building quizzes in tests."""

from random import Random

from quizapp.services import own_quizzes
from quizapp.services import own_quizzes_editing as editing
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.known import known
from quizapp.services.own_quizzes_view import builder_view
from services.balloon import NOW


def new_quiz(db: Database, tess: Actor, *questions: int, title: str = "Balloons") -> str:
    """A quiz with these questions."""
    quiz = own_quizzes.make_quiz(db, owner=tess.player, title=title, now=NOW, rng=Random(title))
    for question in questions:
        editing.add_question(db, owner=tess.player, quiz=quiz, question=question, now=NOW)
    return quiz


def row_of(db: Database, stem: str) -> int:
    """The row of the library's question that begins so."""
    with db.reading() as connection:
        library = known(db, connection)
    assert library
    return next(one.row for one in library.bank if one.value.stem.startswith(stem))


def stems(db: Database, tess: Actor, quiz: str) -> list[str]:
    """The questions of a quiz in order, by their beginnings."""
    return [one.line.stem for one in builder_view(db, owner=tess.player, quiz=quiz).lines]
