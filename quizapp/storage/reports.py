"""Reports of problems: the statements that keep them, find them and say what came of them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, bindparam, func, insert, select, update

from quizapp.play.reports import Outcome, Trouble
from quizapp.storage.tables.bank import ItemRow, ItemVersionRow
from quizapp.storage.tables.classes import ParticipantRow
from quizapp.storage.tables.playing import AttemptQuestionRow, AttemptRow
from quizapp.storage.tables.reports import ReportRow


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredReport:
    """A report with the player, the attempt's row and the item version it is on."""

    row: int
    player: int
    attempt: int
    item: str
    version: int
    stem: str
    scope: int
    trouble: Trouble
    words: str
    made_at: datetime
    outcome: Outcome | None
    answer: str | None
    told_at: datetime | None


_REPORTS = (
    select(
        ReportRow.__table__,
        AttemptRow.player_id,
        AttemptRow.id.label("attempt"),
        ItemRow.item,
        ItemRow.scope_id,
        ItemVersionRow.id.label("version"),
        ItemVersionRow.stem,
    )
    .join(AttemptQuestionRow, AttemptQuestionRow.id == ReportRow.attempt_question_id)
    .join(AttemptRow, AttemptRow.id == AttemptQuestionRow.attempt_id)
    .join(ItemVersionRow, ItemVersionRow.id == AttemptQuestionRow.item_version_id)
    .join(ItemRow, ItemRow.id == ItemVersionRow.item_id)
    .order_by(ReportRow.made_at, ReportRow.id)
)
_REPORTS_OF = _REPORTS.where(AttemptRow.player_id == bindparam("player"))
_ON = _REPORTS_OF.where(ItemVersionRow.id == bindparam("version"))
_OPEN = _REPORTS.where(ReportRow.outcome.is_(None))
_OPEN_IN = _OPEN.where(ItemRow.scope_id == bindparam("scope"))
_TO_TELL = _REPORTS_OF.where(ReportRow.outcome.is_not(None), ReportRow.told_at.is_(None))
_DECIDE = (
    update(ReportRow)
    .where(ReportRow.id == bindparam("report_row"), ReportRow.outcome.is_(None))
    .values(outcome=bindparam("came"), answer=bindparam("said"), decided_at=bindparam("at"))
)
_OPEN_GIVEN = (
    select(AttemptQuestionRow.item_version_id, func.count().label("reports"))
    .join(ReportRow, ReportRow.attempt_question_id == AttemptQuestionRow.id)
    .join(AttemptRow, AttemptRow.id == AttemptQuestionRow.attempt_id)
    .join(ParticipantRow, ParticipantRow.id == AttemptRow.participant_id)
    .where(ParticipantRow.assignment_id == bindparam("assignment"), ReportRow.outcome.is_(None))
    .group_by(AttemptQuestionRow.item_version_id)
)
_TELL = update(ReportRow).where(ReportRow.id == bindparam("report_row")).values(told_at=bindparam("at"))


def add_report(connection: Connection, question_row: int, *, trouble: Trouble, words: str, now: datetime) -> None:
    """Keep a report on a question of an attempt."""
    cells = {"attempt_question_id": question_row, "trouble": trouble.value, "words": words, "made_at": now}
    connection.execute(insert(ReportRow).values(cells))


def report_on(connection: Connection, *, player: int, version: int) -> StoredReport | None:
    """The player's report on this version of a question, or None."""
    return next(iter(_read(connection, _ON, player=player, version=version)), None)


def reports_to_tell(connection: Connection, *, player: int) -> tuple[StoredReport, ...]:
    """The player's reports whose outcome the player has not read yet, oldest first."""
    return _read(connection, _TO_TELL, player=player)


def open_reports(connection: Connection) -> tuple[StoredReport, ...]:
    """Every report that nobody has decided, oldest first."""
    return _read(connection, _OPEN)


def open_reports_in(connection: Connection, scope: int) -> tuple[StoredReport, ...]:
    """Those on questions of this scope alone, oldest first."""
    return _read(connection, _OPEN_IN, scope=scope)


def open_reports_given(connection: Connection, assignment: int) -> dict[int, int]:
    """By item version how many reports from an assignment nobody has decided."""
    return {row.item_version_id: row.reports for row in connection.execute(_OPEN_GIVEN, {"assignment": assignment})}


def decide_report(connection: Connection, row: int, outcome: Outcome, *, answer: str, now: datetime) -> bool:
    """Store what came of a report; False when there is none that is undecided."""
    return connection.execute(_DECIDE, {"report_row": row, "came": outcome.value, "said": answer, "at": now}).rowcount > 0


def mark_told(connection: Connection, reports: tuple[StoredReport, ...], *, now: datetime) -> None:
    """Store that the player has read the outcomes."""
    for one in reports:
        connection.execute(_TELL, {"report_row": one.row, "at": now})


def _read(connection: Connection, statement: Select, **values: int) -> tuple[StoredReport, ...]:  # type: ignore[type-arg]
    rows = connection.execute(statement, values).all()
    return tuple(
        StoredReport(
            row=row.id,
            player=row.player_id,
            attempt=row.attempt,
            item=row.item,
            version=row.version,
            stem=row.stem,
            scope=row.scope_id,
            trouble=Trouble(row.trouble),
            words=row.words,
            made_at=row.made_at,
            outcome=Outcome(row.outcome) if row.outcome else None,
            answer=row.answer,
            told_at=row.told_at,
        )
        for row in rows
    )
