"""A teacher's quizzes: hers alone, made of the library's questions and her own, played through assignments only."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from random import Random

from sqlalchemy import Connection

from quizapp.play.quiz import QuizSettings
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import Conflict, FieldRefused, NotFound
from quizapp.services.own_scope import make_own_scope
from quizapp.storage import own_quizzes
from quizapp.storage.own_quizzes import OwnVersion, Wanted
from quizapp.storage.record import Entry, write_record

OwnQuiz = OwnVersion
"""A teacher's quiz as one version of it stands."""

MOST_QUESTIONS = 100
MOST_QUIZZES = 500
LONGEST_TITLE = 120
LONGEST_NOTE = 600
SLUG_BYTES = 10
_NO_QUIZ = "There is no such quiz, or it belongs to somebody else."


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnQuizCard:
    """A quiz in its owner's list; `played` is the number of the version that is played, None while there is none."""

    slug: str
    title: str
    note: str
    questions: int
    is_draft: bool
    played: int | None
    changed_at: datetime


def quiz_of(connection: Connection, quiz: str, owner: int, *, to_change: bool = False) -> OwnQuiz:
    """This owner's quiz (by its slug) in its newest version, draft or not; raises NotFound for anybody else's."""
    found = own_quizzes.newest_version(connection, quiz, owner=owner, to_change=to_change)
    if found is None:
        raise NotFound(_NO_QUIZ)
    return found


def published_version(connection: Connection, quiz: int) -> OwnQuiz | None:
    """The version of the quiz with this row that is played; None before the first was published. Its `row` is what attempts point to."""
    return own_quizzes.played_version(connection, quiz)


def my_quizzes(db: Database, *, owner: int) -> tuple[OwnQuizCard, ...]:
    """Every quiz of this teacher, the one changed last first."""
    with db.reading() as connection:
        found = own_quizzes.newest_versions(connection, owner=owner)
    return tuple(
        OwnQuizCard(
            slug=one.slug,
            title=one.title,
            note=one.note,
            questions=len(one.items),
            is_draft=one.is_draft,
            played=one.last_published,
            changed_at=one.published_at or one.made_at,
        )
        for one in found
    )


def make_quiz(db: Database, *, owner: int, title: str, now: datetime, rng: Random) -> str:
    """A new, empty draft; its slug. Raises FieldRefused for a title that cannot be used, Conflict, NotSaved."""
    wanted = Wanted(title=clean_title(title), note="", settings=QuizSettings(), items=())
    with db.writing() as connection:
        return add_within(connection, owner=owner, wanted=wanted, now=now, rng=rng)


def copy_quiz(db: Database, *, owner: int, quiz: str, now: datetime, rng: Random) -> str:
    """A draft that holds the same as the newest version of a quiz; its slug. Raises NotFound, Conflict, NotSaved."""
    with db.writing() as connection:
        found = quiz_of(connection, quiz, owner)
        title = f"Copy of {found.title}"[:LONGEST_TITLE]
        wanted = Wanted(title=title, note=found.note, settings=found.settings.at_any_time(), items=found.items)
        return add_within(connection, owner=owner, wanted=wanted, now=now, rng=rng)


def remove_quiz(db: Database, *, actor: Actor, quiz: str, now: datetime) -> None:
    """Take a quiz off its owner's pages; assignments that were given go on. Raises NotFound, NotSaved."""
    with db.writing() as connection:
        found = quiz_of(connection, quiz, actor.player, to_change=True)
        own_quizzes.withdraw(connection, found.quiz, now=now)
        write_record(connection, entry(found, actor, "quiz put away", now=now))


def change(db: Database, *, owner: int, quiz: str, to: Callable[[OwnQuiz, Connection], Wanted], now: datetime) -> OwnQuiz:
    """Change a quiz: a draft is edited, a published version stays and a new draft begins. Raises NotFound, NotSaved."""
    with db.writing() as connection:
        found = quiz_of(connection, quiz, owner, to_change=True)
        wanted = to(found, connection)
        if wanted == held_by(found):
            return found
        if found.is_draft:
            own_quizzes.edit_draft(connection, found.row, wanted)
        else:
            own_quizzes.add_version(connection, found.quiz, found.number + 1, wanted, now=now)
        return quiz_of(connection, quiz, owner)


def held_by(quiz: OwnQuiz) -> Wanted:
    """What a version holds, to be changed."""
    return Wanted(title=quiz.title, note=quiz.note, settings=quiz.settings, items=quiz.items)


def add_within(connection: Connection, *, owner: int, wanted: Wanted, now: datetime, rng: Random) -> str:
    """A new draft inside a transaction that does more; its slug."""
    if len(own_quizzes.newest_versions(connection, owner=owner)) >= MOST_QUIZZES:
        raise Conflict(f"You have {MOST_QUIZZES} quizzes. Put some away first.")
    slug = rng.randbytes(SLUG_BYTES).hex()
    row = own_quizzes.add_quiz(connection, make_own_scope(connection, owner).id, slug)
    own_quizzes.add_version(connection, row, 1, wanted, now=now)
    return slug


def clean_title(title: str) -> str:
    """The title as it is kept; raises FieldRefused."""
    found = " ".join(title.split())
    if not found:
        raise FieldRefused("title", "Give the quiz a title, so that your class knows it.")
    if len(found) > LONGEST_TITLE:
        raise FieldRefused("title", f"This title has {len(found)} characters; at most {LONGEST_TITLE} fit.")
    return found


def entry(quiz: OwnQuiz, actor: Actor, action: str, *, now: datetime) -> Entry:
    """An act on a quiz, for the record."""
    new: dict[str, object] = {"title": quiz.title, "version": quiz.number, "questions": len(quiz.items)}
    return Entry(at=now, actor=actor.name, actor_id=actor.player, action=action, subject_kind="quiz", subject_id=quiz.slug, new=new)
