"""What a teacher corrects for her classes alone reaches the library's reviewers as a report, as if she had tried the question herself."""

from collections.abc import Sequence
from datetime import datetime
from random import Random

from sqlalchemy import Connection

from quizapp.play.attempt import Mode
from quizapp.play.quiz import QuizSettings
from quizapp.play.reports import MAX_WORDS, Trouble, tidy
from quizapp.services.errors import NotFound
from quizapp.services.starting import start
from quizapp.storage import attempts, reports
from quizapp.storage.attempts import Source
from quizapp.storage.bank_values import StoredItem

TITLE = "Corrected for a class"


def report_correction(
    connection: Connection, stored: StoredItem, right: frozenset[int], *, player: int, why: str, now: datetime, rng: Random
) -> bool:
    """Report a question of the library whose answers count otherwise in a teacher's classes; False while an earlier report waits.

    The report hangs on a try of the question, which counts nowhere; its teacher is told what comes of it like any player.
    """
    if right == {stored.value.key}:
        return False
    earlier = reports.report_on(connection, player=player, version=stored.row)
    if earlier is not None and earlier.outcome is None:
        return False
    source = Source(mode=Mode.PREVIEW, title=f"{TITLE} ({stored.item[:6]}, version {stored.number})")
    public = start(connection, player, source, [stored], QuizSettings(), now, rng)
    attempt = attempts.load_attempt(connection, player=player, public=public)
    if attempt is None:
        raise NotFound("There is no such try.")
    trouble = _trouble(right)
    reports.add_report(connection, attempt.rows[1], trouble=trouble, words=_words(stored.value.options, right, why), now=now)
    return True


def _trouble(right: frozenset[int]) -> Trouble:
    if not right:
        return Trouble.UNCLEAR
    return Trouble.WRONG if len(right) == 1 else Trouble.TWO_RIGHT


def _words(options: Sequence[str], right: frozenset[int], why: str) -> str:
    counted = " and ".join(f"“{options[place]}”" for place in sorted(right))
    said = f"Corrected for a class: {counted} counts as right." if counted else "Corrected for a class: it counts for nobody."
    return tidy(f"{said} {why}")[:MAX_WORDS]
