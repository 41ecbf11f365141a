"""Quizzes to choose from, and starting one."""

from collections.abc import Sequence
from datetime import datetime
from random import Random

from sqlalchemy import Connection

from quizapp.knowledge.fact import Verdict
from quizapp.play.attempt import Mode
from quizapp.play.choosing import choose
from quizapp.play.quiz import QuizSettings
from quizapp.services.database import Database
from quizapp.services.errors import NotFound
from quizapp.services.known import Known, known
from quizapp.services.starting import NO_SUCH_QUIZ, choices, hold_library, is_of, just_started, start
from quizapp.services.views import QuizCard
from quizapp.storage import attempts
from quizapp.storage.attempts import Source
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.history import best_scores
from quizapp.storage.quizzes import StoredQuiz, read_quizzes

TEN = 10
QUICK = Source(mode=Mode.QUICK, title="Quick ten")
QUICK_AGAIN = Source(mode=Mode.QUICK, title="Quick ten, some seen before: longest ago first")


def featured(db: Database, *, player: int | None = None, now: datetime) -> tuple[QuizCard, ...]:
    """The library's quizzes that have questions to ask, in the order the library gives them, with the player's best scores."""
    with db.reading() as connection:
        library = known(db, connection)
        quizzes = read_quizzes(connection, library.head.id) if library else ()
        best = best_scores(connection, player=player, now=now) if player is not None else {}
    if library is None:
        return ()
    return tuple(_card(library, quiz, items, best.get(quiz.value.slug)) for quiz in quizzes if (items := _playable(library, quiz)))


def start_attempt(db: Database, *, player: int, quiz: str, now: datetime, rng: Random) -> str:
    """Start the quiz with this slug and return the attempt's id; a double click gives the same one. Raises NotFound, NotSaved."""
    with db.writing() as connection:
        library = hold_library(db, connection, player)
        chosen = next((one for one in read_quizzes(connection, library.head.id) if one.value.slug == quiz), None)
        items = _playable(library, chosen) if chosen else ()
        if chosen is None or not items:
            raise NotFound(NO_SUCH_QUIZ)
        source = Source(mode=Mode.QUIZ, title=chosen.value.title, quiz_version=chosen.version)
        return start(connection, player, source, items, chosen.value.settings, now, rng)


def quick_ten(db: Database, *, player: int, now: datetime, rng: Random, articles: tuple[str, ...] = ()) -> str:
    """Start ten questions of these articles (slugs; none: all), unseen ones first, then those seen longest ago, which the title says.

    Raises NotFound when there are no questions, NotSaved.
    """
    with db.writing() as connection:
        library = hold_library(db, connection, player)
        again = _quick_just_started(connection, player, now)
        if again is not None:
            return again
        seen = attempts.seen_items(connection, player=player)
        bank = choices(one for one in library.playable.values() if is_of(library, one, articles))
        chosen = choose(bank, seen=seen, count=TEN, rng=rng)
        if not chosen:
            raise NotFound("There are no questions yet.")
        items = [library.versions[one.version] for one in chosen]
        source = QUICK_AGAIN if any(one.item in seen for one in chosen) else QUICK
        return start(connection, player, source, items, QuizSettings(), now, rng)


def _quick_just_started(connection: Connection, player: int, now: datetime) -> str | None:
    return just_started(connection, player, QUICK, now) or just_started(connection, player, QUICK_AGAIN, now)


def _playable(library: Known, quiz: StoredQuiz) -> tuple[StoredItem, ...]:
    return tuple(library.playable[item] for item in quiz.value.items if item in library.playable)


def _card(library: Known, quiz: StoredQuiz, items: Sequence[StoredItem], best: tuple[int, int] | None) -> QuizCard:
    return QuizCard(
        slug=quiz.value.slug,
        title=quiz.value.title,
        note=quiz.value.note,
        questions=len(items),
        articles=len({evidence.article for item in items for evidence in item.value.evidence}),
        level=quiz.value.level,
        disputed=any(_disputed(library, item) for item in items),
        best=best,
    )


def _disputed(library: Known, item: StoredItem) -> bool:
    fact = library.scope.fact(item.value.fact)
    return fact is not None and fact.verdict is Verdict.DISPUTED
