"""Reporting a problem with a question, and telling the player what came of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from quizapp.play.reports import MAX_WORDS, Outcome, Trouble, tidy
from quizapp.services.database import Database
from quizapp.services.errors import Conflict, Invalid, NotFound, NotTold
from quizapp.services.running import find, is_told, load
from quizapp.services.throttling import Pace, Turn, take_turns
from quizapp.storage import attempts, record, reports
from quizapp.storage.record import Entry
from quizapp.storage.reports import StoredReport

OF_REPORTS = Pace(tries=10, every=timedelta(minutes=6))


@dataclass(frozen=True, kw_only=True, slots=True)
class Reportable:
    """A question that its player may report; `sent` when this player already did."""

    attempt: str
    question: str
    stem: str
    sent: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class News:
    """What came of a player's report: the question, whether the report was right, and what the reviewer says."""

    stem: str
    upheld: bool
    answer: str


def reportable(db: Database, *, player: int, attempt: str, question: str, now: datetime) -> Reportable:
    """The question to report; raises NotFound, or NotTold before its answer may be shown, as nobody can judge it before."""
    with db.reading() as connection:
        mine = load(connection, player, attempt)
        asked = find(mine, question)
        if not is_told(mine, asked, now):
            raise NotTold if asked.answered else NotFound("This question is not answered yet.")
        stem, _ = attempts.wording(connection, asked.version)
        sent = reports.report_on(connection, player=player, version=asked.version) is not None
    return Reportable(attempt=attempt, question=question, stem=stem, sent=sent)


def report(db: Database, *, player: int, attempt: str, question: str, trouble: Trouble, words: str, address: str, now: datetime) -> None:
    """Keep a report; a player's first one on a question stands, another changes nothing.

    Raises NotFound, NotTold, Invalid (too many words), TooOften, NotSaved.
    """
    written = tidy(words)
    if len(written) > MAX_WORDS:
        raise Invalid(f"{len(written)} characters; expected at most {MAX_WORDS}.")
    if reportable(db, player=player, attempt=attempt, question=question, now=now).sent:
        return
    take_turns(db, [Turn(bucket=f"report:{player}", pace=OF_REPORTS), Turn(bucket=f"report from:{address}", pace=OF_REPORTS)], now=now)
    with db.writing() as connection:
        mine = load(connection, player, attempt, to_change=True)
        asked = find(mine, question)
        if reports.report_on(connection, player=player, version=asked.version) is None:
            reports.add_report(connection, mine.rows[asked.number], trouble=trouble, words=written, now=now)


def open_reports(db: Database) -> tuple[StoredReport, ...]:
    """Every report that nobody has decided, oldest first: what the review queue shows."""
    with db.reading() as connection:
        return reports.open_reports(connection)


def decide(db: Database, *, report: int, outcome: Outcome, answer: str, reviewer: str, reviewer_id: int | None, now: datetime) -> None:
    """Set what came of a report, with a sentence for the player, on the record. Raises Conflict when it is decided or unknown, NotSaved."""
    with db.writing() as connection:
        decide_within(connection, report=report, outcome=outcome, answer=answer, reviewer=reviewer, reviewer_id=reviewer_id, now=now)


def decide_within(
    connection: Connection, *, report: int, outcome: Outcome, answer: str, reviewer: str, reviewer_id: int | None, now: datetime
) -> None:
    """The same inside a transaction that does more."""
    if not reports.decide_report(connection, report, outcome, answer=tidy(answer), now=now):
        raise Conflict("There is no such report that is still open.")
    act = Entry(
        at=now,
        actor=reviewer,
        actor_id=reviewer_id,
        action="decide report",
        subject_kind="report",
        subject_id=str(report),
        new={"outcome": outcome.value},
        why=tidy(answer),
    )
    record.write_record(connection, act)


def news(db: Database, *, player: int) -> tuple[News, ...]:
    """What came of the player's reports, as long as the player has not said that it is read."""
    with db.reading() as connection:
        decided = reports.reports_to_tell(connection, player=player)
    return tuple(News(stem=one.stem, upheld=one.outcome is Outcome.UPHELD, answer=one.answer or "") for one in decided)


def read_news(db: Database, *, player: int, now: datetime) -> None:
    """The player has read the news. Raises NotSaved."""
    with db.writing() as connection:
        reports.mark_told(connection, reports.reports_to_tell(connection, player=player), now=now)
