"""What comes of answers: feedback with its proof, and the results of an attempt. Nothing here is shown before a response is stored."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import Connection

from quizapp.play.attempt import ShownQuestion
from quizapp.play.scoring import is_right, streak
from quizapp.services.clock import bonus
from quizapp.services.database import Database
from quizapp.services.elsewhere import find_elsewhere
from quizapp.services.errors import Conflict, NotFound, NotTold
from quizapp.services.known import Known, known
from quizapp.services.proofs import prove
from quizapp.services.running import find, is_told, load, progress_of
from quizapp.services.views import AnsweredOption, FeedbackView, ResultLine, ResultView
from quizapp.storage.attempts import StoredAttempt
from quizapp.storage.bank import read_texts, read_versions
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.scores import recent_scores

RECENT = 5


def feedback(db: Database, *, player: int, attempt: str, question: str, now: datetime | None = None) -> FeedbackView:
    """An answered question with its proof; without `now`, the quiz has not closed.

    Raises NotFound before the answer is stored, NotTold while the quiz does not tell what is right.
    """
    with db.reading() as connection:
        mine = load(connection, player, attempt)
        asked = find(mine, question)
        if not asked.answered:
            raise NotFound("This question is not answered yet.")
        if not is_told(mine, asked, now):
            raise NotTold
        library = _library(db, connection)
        item = _items(library, connection, [asked.version])[asked.version]
        texts = _texts(connection, [item])
    return _feedback(library, mine, asked, item, texts, now)


def results(db: Database, *, player: int, attempt: str, now: datetime | None = None) -> ResultView:
    """A finished attempt, question by question; without `now`, the quiz has not closed.

    Raises NotFound, Conflict while it is not finished, NotTold while the quiz does not tell what is right.
    """
    with db.reading() as connection:
        mine = load(connection, player, attempt)
        if not mine.value.finished:
            raise Conflict("This quiz is not finished yet.")
        if not all(is_told(mine, asked, now) for asked in mine.value.questions):
            raise NotTold
        library = _library(db, connection)
        items = _items(library, connection, [asked.version for asked in mine.value.questions])
        texts = _texts(connection, items.values())
        recent = recent_scores(connection, player=player, most=RECENT)
    return ResultView(
        progress=progress_of(mine, now=now),
        quiz_slug=mine.quiz_slug or "",
        mode=mine.mode,
        lines=tuple(_line(library, asked, items[asked.version], texts) for asked in mine.value.questions),
        recent=tuple(
            (f"{one.finished_at.day} {one.finished_at:%b}", one.score, one.total)
            for one in recent
            if one.settings.tells(answered=True, finished=True, now=now)
        ),
        bonus=bonus(mine),
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


def _streak(attempt: StoredAttempt, asked: ShownQuestion) -> int:
    """Right answers in a row, in the order they were given, up to this one."""
    given = [(at, number) for number, at in attempt.at.items() if at is not None]
    upto = sorted(one for one in given if one <= (attempt.at[asked.number], asked.number))
    return streak([is_right(attempt.value.questions[number - 1].counts, attempt.keys[number]) for _, number in upto])


def _feedback(
    library: Known, attempt: StoredAttempt, asked: ShownQuestion, item: StoredItem, texts: Mapping[int, str], now: datetime | None
) -> FeedbackView:
    value, chosen = item.value, asked.chosen or 0
    right = is_right(asked.counts, value.key)
    return FeedbackView(
        progress=progress_of(attempt, asked, now=now),
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
        elsewhere=None if is_right(chosen, value.key) else find_elsewhere(library, item, value.options[chosen]),
        finished=attempt.value.finished,
        late=asked.late,
        streak=_streak(attempt, asked),
    )


def _line(library: Known, asked: ShownQuestion, item: StoredItem, texts: Mapping[int, str]) -> ResultLine:
    value = item.value
    return ResultLine(
        question=str(asked.number),
        stem=value.stem,
        right=is_right(asked.counts, value.key),
        late=asked.late,
        chosen=None if asked.chosen is None else value.options[asked.chosen],
        answer=value.answer,
        proof=prove(library, item, texts),
    )
