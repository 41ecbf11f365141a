"""Settling what players report: it stands, or the question is mended, and with it the scores of all who answered."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection

from quizapp.play.reports import Outcome, tidy
from quizapp.questions.review import Move, allowed
from quizapp.services import reports
from quizapp.services.database import Database
from quizapp.services.deciding import Actor, decide_within
from quizapp.services.editing import Edited, edit_within
from quizapp.services.errors import Conflict, FieldRefused, NotFound
from quizapp.services.known import Known, known
from quizapp.services.regrading import mend
from quizapp.storage.bank import read_versions
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.reports import StoredReport, open_reports

LONGEST_ANSWER = 300


class Settled(StrEnum):
    """What a reviewer makes of a report."""

    STANDS = "stands"
    NOTED = "noted"
    OTHER_KEY = "other key"
    TWO_RIGHT = "two right"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What comes of a report; `option` is the place of the answer that is right (too), `answer` a sentence to the player."""

    settled: Settled
    answer: str
    option: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Settlement:
    """What settling did: the question, whether its new wording waits to be finished, how many scores changed."""

    item: str
    edited: bool
    scores: int


@dataclass(frozen=True, kw_only=True, slots=True)
class _Case:
    connection: Connection
    library: Known
    report: StoredReport
    reported: StoredItem
    current: StoredItem
    verdict: Verdict
    actor: Actor
    now: datetime


def settle(db: Database, *, report: int, verdict: Verdict, actor: Actor, now: datetime) -> Settlement:
    """Decide a report on a question of the library, mend the question and the scores, and keep a sentence for the player.

    Raises Conflict (decided already), FieldRefused (`answer`, `option`), NotSaved.
    """
    said = tidy(verdict.answer)
    if not said:
        raise FieldRefused("answer", "Write a sentence to the player who reported this.")
    if len(said) > LONGEST_ANSWER:
        raise FieldRefused("answer", f"This has {len(said)} characters; at most {LONGEST_ANSWER}.")
    with db.writing() as connection:
        case = _case(db, connection, report, verdict, actor, now)
        outcome = Outcome.STANDS if verdict.settled is Settled.STANDS else Outcome.UPHELD
        edited = _mend_question(case)
        scores = _mend_scores(case, said)
        reports.decide_within(
            connection, report=report, outcome=outcome, answer=said, reviewer=actor.name, reviewer_id=actor.player, now=now
        )
    return Settlement(item=case.current.item, edited=edited, scores=scores)


def _case(db: Database, connection: Connection, report: int, verdict: Verdict, actor: Actor, now: datetime) -> _Case:
    library = known(db, connection)
    if library is None:
        raise NotFound("There is no library yet.")
    found = next((one for one in open_reports(connection) if one.row == report and one.scope == library.head.id), None)
    if found is None:
        raise Conflict("Somebody settled this report already.")
    reported = read_versions(connection, library.head.id, [found.version])[found.version]
    current = next(one for one in library.bank if one.item == found.item)
    if verdict.settled in {Settled.OTHER_KEY, Settled.TWO_RIGHT} and not _is_wrong_option(verdict.option, reported):
        raise FieldRefused("option", "Choose the answer that is right; it is one of those marked wrong now.")
    return _Case(
        connection=connection,
        library=library,
        report=found,
        reported=reported,
        current=current,
        verdict=verdict,
        actor=actor,
        now=now,
    )


def _is_wrong_option(option: int | None, reported: StoredItem) -> bool:
    return option is not None and 0 <= option < len(reported.value.options) and option != reported.value.key


def _mend_question(case: _Case) -> bool:
    """The question itself: a corrected key is a new version that waits; one with two right answers or withdrawn leaves play."""
    match case.verdict.settled:
        case Settled.OTHER_KEY if case.current.row == case.reported.row:
            _correct_key(case)
            return True
        case Settled.TWO_RIGHT | Settled.WITHDRAWN if case.current.row == case.reported.row:
            _take_out(case)
    return False


def _correct_key(case: _Case) -> None:
    value, right = case.reported.value, case.verdict.option
    if right is None:
        raise FieldRefused("option", "Choose the answer that is right.")
    changed = Edited(stem=value.stem, options=value.options, key=right, explanation=value.explanation, evidence=value.evidence)
    edit_within(
        case.connection,
        scope=case.library.head.id,
        known=case.library,
        item=case.current.item,
        version=case.current.row,
        changed=changed,
        reason=f"A player reported it: {case.verdict.answer}",
        actor=case.actor,
        now=case.now,
    )


def _take_out(case: _Case) -> None:
    moves = allowed(case.current.state)
    move = next((one for one in (Move.RETIRE, Move.REJECT) if one in moves), None)
    if move is not None:
        decide_within(
            case.connection,
            scope=case.library.head.id,
            item=case.current.item,
            version=case.current.row,
            wanted=move,
            reason=f"A player reported it: {case.verdict.answer}",
            actor=case.actor,
            now=case.now,
        )


def _mend_scores(case: _Case, why: str) -> int:
    right = _counted_right(case.verdict, case.reported)
    if right is None:
        return 0
    return mend(case.connection, item_version=case.reported.row, right=right, actor=case.actor, why=why, now=case.now)


def _counted_right(verdict: Verdict, reported: StoredItem) -> frozenset[int] | None:
    """The places that count as right from now on; None where nothing changes."""
    match verdict.settled:
        case Settled.OTHER_KEY if verdict.option is not None:
            return frozenset({verdict.option})
        case Settled.TWO_RIGHT if verdict.option is not None:
            return frozenset({reported.value.key, verdict.option})
        case Settled.WITHDRAWN:
            return frozenset()
    return None
