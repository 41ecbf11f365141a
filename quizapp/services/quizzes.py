"""Quizzes to choose from, and starting one."""

from base64 import urlsafe_b64encode
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import Connection

from quizapp.knowledge.fact import Verdict
from quizapp.play.attempt import Mode
from quizapp.play.choosing import Choice, choose
from quizapp.play.drawing import Asked, draw
from quizapp.play.quiz import ItemVersionId, QuizSettings
from quizapp.services.database import Database
from quizapp.services.errors import NotFound
from quizapp.services.known import Known, known
from quizapp.services.views import QuizCard
from quizapp.storage import attempts, visits
from quizapp.storage.attempts import Source
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.quizzes import StoredQuiz, read_quizzes

TEN = 10
QUICK_TITLE = "Quick ten"
DOUBLE_CLICK = timedelta(seconds=10)
_NO_SUCH_QUIZ = "There is no such quiz."


def featured(db: Database) -> tuple[QuizCard, ...]:
    """The library's quizzes that have questions to ask, in the order the library gives them."""
    with db.reading() as connection:
        library = known(db, connection)
        quizzes = read_quizzes(connection, library.head.id) if library else ()
    if library is None:
        return ()
    return tuple(_card(library, quiz, items) for quiz in quizzes if (items := _playable(library, quiz)))


def start_attempt(db: Database, *, player: int, quiz: str, now: datetime, rng: Random) -> str:
    """Start the quiz with this slug and return the attempt's id; a double click gives the same one. Raises NotFound, NotSaved."""
    with db.writing() as connection:
        library = _held(db, connection, player)
        chosen = next((one for one in read_quizzes(connection, library.head.id) if one.value.slug == quiz), None)
        items = _playable(library, chosen) if chosen else ()
        if chosen is None or not items:
            raise NotFound(_NO_SUCH_QUIZ)
        source = Source(mode=Mode.QUIZ, title=chosen.value.title, quiz_version=chosen.version)
        return _start(connection, player, source, items, chosen.value.settings, now, rng)


def quick_ten(db: Database, *, player: int, now: datetime, rng: Random, articles: tuple[str, ...] = ()) -> str:
    """Start ten questions, unseen ones first, of these articles (slugs; none: all). Raises NotFound when there are no questions."""
    with db.writing() as connection:
        library = _held(db, connection, player)
        bank = [_choice(one) for one in library.playable.values() if _is_of(library, one, articles)]
        chosen = choose(bank, seen=attempts.seen_items(connection, player=player), count=TEN, rng=rng)
        if not chosen:
            raise NotFound("There are no questions yet.")
        items = [library.versions[one.version] for one in chosen]
        return _start(connection, player, Source(mode=Mode.QUICK, title=QUICK_TITLE), items, QuizSettings(), now, rng)


def _held(db: Database, connection: Connection, player: int) -> Known:
    library = known(db, connection)
    if library is None or not visits.hold_player(connection, player):
        raise NotFound(_NO_SUCH_QUIZ)
    return library


def _start(
    connection: Connection,
    player: int,
    source: Source,
    items: Sequence[StoredItem],
    settings: QuizSettings,
    now: datetime,
    rng: Random,
) -> str:
    again = attempts.untouched(connection, player=player, source=source, since=now - DOUBLE_CLICK)
    if again is not None:
        return again
    questions = draw([_asked(one) for one in items], settings=settings, rng=rng)
    public = urlsafe_b64encode(rng.randbytes(16)).rstrip(b"=").decode("ascii")
    attempts.add_attempt(connection, player=player, public=public, source=source, questions=questions, now=now)
    return public


def _playable(library: Known, quiz: StoredQuiz) -> tuple[StoredItem, ...]:
    return tuple(library.playable[item] for item in quiz.value.items if item in library.playable)


def _card(library: Known, quiz: StoredQuiz, items: Sequence[StoredItem]) -> QuizCard:
    return QuizCard(
        slug=quiz.value.slug,
        title=quiz.value.title,
        note=quiz.value.note,
        questions=len(items),
        articles=len({evidence.article for item in items for evidence in item.value.evidence}),
        level=quiz.value.level,
        disputed=any(_disputed(library, item) for item in items),
    )


def _disputed(library: Known, item: StoredItem) -> bool:
    fact = library.scope.fact(item.value.fact)
    return fact is not None and fact.verdict is Verdict.DISPUTED


def _is_of(library: Known, item: StoredItem, slugs: Iterable[str]) -> bool:
    return not slugs or any(library.article(one.article).slug in slugs for one in item.value.evidence)


def _asked(item: StoredItem) -> Asked:
    return Asked(version=ItemVersionId(item.row), options=len(item.value.options), ordered=item.value.ordered)


def _choice(item: StoredItem) -> Choice:
    value = item.value
    return Choice(
        version=ItemVersionId(item.row),
        item=item.item,
        fact=value.fact,
        stem=value.stem,
        answer=value.answer,
        difficulty=value.difficulty,
    )
