"""What comes of answers: feedback with its proof, and the results of an attempt. Nothing here is shown before a response is stored."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from quizapp.play.attempt import ShownQuestion
from quizapp.play.scoring import is_right, streak
from quizapp.services.clock import bonus
from quizapp.services.closed_books import shut_articles
from quizapp.services.closed_links import without_link, without_links
from quizapp.services.database import Database
from quizapp.services.elsewhere import find_elsewhere
from quizapp.services.errors import Conflict, NotFound, NotTold
from quizapp.services.known import Known, known
from quizapp.services.mended import mended_views
from quizapp.services.own_scope import known_to
from quizapp.services.proofs import prove
from quizapp.services.running import find, is_told, load, progress_of
from quizapp.services.views import AnsweredOption, FeedbackView, ProofView, ResultLine, ResultView
from quizapp.storage.attempts import StoredAttempt
from quizapp.storage.bank import read_texts, read_versions
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.boards import code_of
from quizapp.storage.scores import recent_scores

RECENT = 5


def feedback(db: Database, *, player: int, attempt: str, question: str, now: datetime) -> FeedbackView:
    """An answered question with its proof.

    Raises NotFound before the answer is stored, NotTold while the quiz does not tell what is right.
    """
    with db.reading() as connection:
        mine = load(connection, player, attempt)
        asked = find(mine, question)
        if not asked.answered:
            raise NotFound("This question is not answered yet.")
        if not is_told(mine, asked, now):
            raise NotTold
        library = _known(db, connection, mine)
        item = _items(library, connection, [asked.version])[asked.version]
        texts, mended = _texts(connection, [item]), mended_views(connection, mine.row, [item])
        shut = shut_articles(connection, player, now)
    made = _feedback(library, mine, asked, item, texts, now)
    elsewhere = without_link(made.elsewhere, shut) if made.elsewhere else None
    return replace(made, mended=mended.get(asked.version), proof=without_links(made.proof, shut), elsewhere=elsewhere)


def results(db: Database, *, player: int, attempt: str, now: datetime) -> ResultView:
    """A finished attempt, question by question.

    Raises NotFound, Conflict while it is not finished, NotTold while the quiz does not tell what is right.
    """
    with db.reading() as connection:
        mine = load(connection, player, attempt)
        if not mine.value.finished:
            raise Conflict("This quiz is not finished yet.")
        if not all(is_told(mine, asked, now) for asked in mine.value.questions):
            raise NotTold
        library = _known(db, connection, mine)
        items = _items(library, connection, [asked.version for asked in mine.value.questions])
        texts, mended = _texts(connection, items.values()), mended_views(connection, mine.row, items.values())
        shut = shut_articles(connection, player, now)
        recent, code = recent_scores(connection, player=player, most=RECENT), code_of(connection, mine.row)
    return ResultView(
        progress=progress_of(mine, now=now),
        quiz_slug=mine.quiz_slug or "",
        mode=mine.mode,
        lines=tuple(
            replace(line, mended=mended.get(asked.version), proof=without_links(line.proof, shut))
            for asked in mine.value.questions
            for line in (_line(library, mine, asked, items[asked.version], texts),)
        ),
        recent=tuple(
            (f"{one.finished_at.day} {one.finished_at:%b}", one.score, one.total)
            for one in recent
            if one.settings.tells(answered=True, finished=True, now=now)
        ),
        bonus=bonus(mine),
        code=code,
    )


def _known(db: Database, connection: Connection, attempt: StoredAttempt) -> Known:
    """What is known where the attempt's quiz belongs: a teacher's quiz is proved by her own articles too."""
    if attempt.owner is not None:
        return known_to(db, connection, owner=attempt.owner)
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
    return streak([is_right(attempt.value.questions[number - 1].counts, attempt.right[number]) for _, number in upto])


def _feedback(
    library: Known, attempt: StoredAttempt, asked: ShownQuestion, item: StoredItem, texts: Mapping[int, str], now: datetime
) -> FeedbackView:
    value, chosen, right = item.value, asked.chosen or 0, attempt.right[asked.number]
    proof = prove(library, item, texts)
    return FeedbackView(
        progress=progress_of(attempt, asked, now=now),
        question=str(asked.number),
        stem=value.stem,
        kind=value.kind,
        options=tuple(
            AnsweredOption(text=value.options[one.option], right=one.option in right, chosen=one.option == chosen) for one in asked.options
        ),
        right=is_right(asked.counts, right),
        chosen=value.options[chosen],
        answer=_answer(item, right),
        explanation=_beside(value.explanation, proof) if value.key in right or not right else "",
        proof=proof,
        elsewhere=None if is_right(chosen, right) else find_elsewhere(library, item, value.options[chosen]),
        finished=attempt.value.finished,
        late=asked.late,
        streak=_streak(attempt, asked),
    )


def _beside(explanation: str, proof: ProofView) -> str:
    """An explanation that does not only repeat the passage which stands beside it."""
    passage = " ".join("".join(part.text for part in proof.main.segments).split())
    return "" if explanation.endswith(f"“{passage}”") else explanation


def _line(library: Known, attempt: StoredAttempt, asked: ShownQuestion, item: StoredItem, texts: Mapping[int, str]) -> ResultLine:
    value, right = item.value, attempt.right[asked.number]
    return ResultLine(
        question=str(asked.number),
        stem=value.stem,
        right=is_right(asked.counts, right),
        late=asked.late,
        chosen=None if asked.chosen is None else value.options[asked.chosen],
        answer=_answer(item, right),
        proof=prove(library, item, texts),
    )


def _answer(item: StoredItem, right: frozenset[int]) -> str:
    """What counts as right; of a question that counts for nobody, what was thought right."""
    return " or ".join(item.value.options[place] for place in sorted(right)) or item.value.answer
