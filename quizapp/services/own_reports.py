"""What players report about a teacher's own questions: hers to answer, and never shown to the library's reviewers."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from quizapp.play.reports import Outcome, Trouble, tidy
from quizapp.services import reports
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import FieldRefused, NotFound
from quizapp.services.own_scope import own_scope
from quizapp.storage.assignments import given_items
from quizapp.storage.bank import read_versions
from quizapp.storage.own_articles import own_articles
from quizapp.storage.participants import given_in
from quizapp.storage.reports import StoredReport, open_reports_in

LONGEST_ANSWER = 300
NO_REPORT = "There is no such report that waits for your answer."


@dataclass(frozen=True, kw_only=True, slots=True)
class Reported:
    """A report with the question as the player saw it; `article` is the slug of the article it rests on, "" when that was deleted.

    `given` is the assignment it was played in and `number` its number in the results there, None where it was in none.
    """

    report: int
    item: str
    article: str
    stem: str
    options: tuple[str, ...]
    key: int
    trouble: Trouble
    words: str
    made_at: datetime
    given: int | None
    number: int


def reported(db: Database, *, owner: int) -> tuple[Reported, ...]:
    """What waits for this teacher's answer, oldest first."""
    with db.reading() as connection:
        found = _waiting(connection, owner)
        versions = read_versions(connection, found[0].scope, [one.version for one in found]) if found else {}
        slugs = {one.name: one.slug for one in own_articles(connection, owner)}
        places = {one.row: _place(connection, one) for one in found}
    made = []
    for one in found:
        value = versions[one.version].value
        article = next((slugs[evidence.article] for evidence in value.evidence if evidence.article in slugs), "")
        made.append(
            Reported(
                report=one.row,
                item=one.item,
                article=article,
                stem=value.stem,
                options=value.options,
                key=value.key,
                trouble=one.trouble,
                words=one.words,
                made_at=one.made_at,
                given=places[one.row][0],
                number=places[one.row][1],
            )
        )
    return tuple(made)


def reports_waiting(db: Database, *, owner: int) -> int:
    """How many there are."""
    with db.reading() as connection:
        return len(_waiting(connection, owner))


def answer_report(db: Database, *, report: int, outcome: Outcome, answer: str, actor: Actor, now: datetime) -> None:
    """Tell the player what came of a report on a question of this teacher's own. Raises NotFound, FieldRefused (`answer`), NotSaved."""
    with db.writing() as connection:
        if all(one.row != report for one in _waiting(connection, actor.player)):
            raise NotFound(NO_REPORT)
        said = tidy(answer)
        if not said:
            raise FieldRefused("answer", "Write a sentence to the player who reported this.")
        if len(said) > LONGEST_ANSWER:
            raise FieldRefused("answer", f"This has {len(said)} characters; at most {LONGEST_ANSWER}.")
        reports.decide_within(
            connection, report=report, outcome=outcome, answer=said, reviewer=actor.name, reviewer_id=actor.player, now=now
        )


def _place(connection: Connection, report: StoredReport) -> tuple[int | None, int]:
    """The assignment a report comes from, and the number of its question in the results."""
    given = given_in(connection, report.attempt)
    versions = [one.version for one in given_items(connection, given.quiz_version)] if given else []
    return (given.assignment, versions.index(report.version) + 1) if given and report.version in versions else (None, 0)


def _waiting(connection: Connection, owner: int) -> tuple[StoredReport, ...]:
    head = own_scope(connection, owner)
    return open_reports_in(connection, head.id) if head else ()
