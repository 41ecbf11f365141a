"""What comes of answers: feedback with its proof, and the results of an attempt. Nothing here is shown before a response is stored."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from quizapp.play.attempt import ShownQuestion
from quizapp.play.scoring import is_right
from quizapp.services.database import Database
from quizapp.services.elsewhere import find_elsewhere
from quizapp.services.errors import Conflict, NotFound
from quizapp.services.known import Known, known
from quizapp.services.proofs import prove
from quizapp.services.running import find, load, progress_of
from quizapp.services.views import AnsweredOption, FeedbackView, ResultLine, ResultView
from quizapp.storage import attempts
from quizapp.storage.attempts import StoredAttempt
from quizapp.storage.bank import read_texts, read_versions
from quizapp.storage.bank_values import StoredItem

RECENT = 5


def feedback(db: Database, *, player: int, attempt: str, question: str) -> FeedbackView:
    """An answered question with its proof; raises NotFound before the answer is stored."""
    with db.reading() as connection:
        mine = load(connection, player, attempt)
        asked = find(mine, question)
        if not asked.answered:
            raise NotFound("This question is not answered yet.")
        library = _library(db, connection)
        item = _items(library, connection, [asked.version])[asked.version]
        texts = _texts(connection, [item])
    return _feedback(library, mine, asked, item, texts)


def results(db: Database, *, player: int, attempt: str) -> ResultView:
    """A finished attempt, question by question; raises NotFound, or Conflict while it is not finished."""
    with db.reading() as connection:
        mine = load(connection, player, attempt)
        if not mine.value.finished:
            raise Conflict("This quiz is not finished yet.")
        library = _library(db, connection)
        items = _items(library, connection, [asked.version for asked in mine.value.questions])
        texts = _texts(connection, items.values())
        recent = attempts.recent_scores(connection, player=player, most=RECENT)
    return ResultView(
        progress=progress_of(mine),
        quiz_slug=mine.quiz_slug or "",
        lines=tuple(_line(library, asked, items[asked.version], texts) for asked in mine.value.questions),
        recent=tuple((f"{one.finished_at.day} {one.finished_at:%b}", one.score, one.total) for one in recent),
    )


def _library(db: Database, connection: Connection) -> Known:
    library = known(db, connection)
    if library is None:
        raise NotFound("The library is not loaded.")
    return library


def _items(library: Known, connection: Connection, versions: Iterable[int]) -> dict[int, StoredItem]:
    wanted = set(versions)
    old = wanted - set(library.versions)
    found = read_versions(connection, library.head.id, old) if old else {}
    return found | {version: library.versions[version] for version in wanted - old}


def _texts(connection: Connection, items: Iterable[StoredItem]) -> dict[int, str]:
    return read_texts(connection, [one.revision_row for item in items for one in item.evidence])


def _feedback(library: Known, attempt: StoredAttempt, asked: ShownQuestion, item: StoredItem, texts: Mapping[int, str]) -> FeedbackView:
    value, chosen = item.value, asked.chosen or 0
    right = is_right(chosen, value.key)
    return FeedbackView(
        progress=progress_of(attempt, asked),
        question=str(asked.number),
        stem=value.stem,
        kind=value.kind,
        options=tuple(
            AnsweredOption(text=value.options[one.option], right=one.option == value.key, chosen=one.option == chosen)
            for one in asked.options
        ),
        right=right,
        chosen=value.options[chosen],
        answer=value.answer,
        explanation=value.explanation,
        proof=prove(library, item, texts),
        elsewhere=None if right else find_elsewhere(library, item, value.options[chosen]),
        finished=attempt.value.finished,
    )


def _line(library: Known, asked: ShownQuestion, item: StoredItem, texts: Mapping[int, str]) -> ResultLine:
    value = item.value
    return ResultLine(
        question=str(asked.number),
        stem=value.stem,
        right=is_right(asked.chosen, value.key),
        chosen=None if asked.chosen is None else value.options[asked.chosen],
        answer=value.answer,
        proof=prove(library, item, texts),
    )
