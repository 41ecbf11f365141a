"""A quiz in front of the class, question by question: what was chosen, and the proof."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from quizapp.services.assignments import assignment_of
from quizapp.services.class_results import ResultQuestion, ResultsView, results_within
from quizapp.services.database import Database
from quizapp.services.errors import NotFound
from quizapp.services.own_scope import known_to
from quizapp.services.proofs import prove
from quizapp.services.views import ProofView
from quizapp.storage.bank import read_texts, read_versions


@dataclass(frozen=True, kw_only=True, slots=True)
class DiscussView:
    """A question for everybody to see; `proof` and `explanation` only once they are asked for.

    `mixed` says that everybody saw the answers in an order of their own. `came` counts who was asked it and has finished, `playing` who
    is still at the quiz and counts nowhere yet.
    """

    row: int
    title: str
    code: str
    question: ResultQuestion
    mixed: bool
    total: int
    came: int
    answered: int
    playing: int
    explanation: str = ""
    proof: ProofView | None = None


def discuss(db: Database, *, owner: int, row: int, question: int, shown: bool, now: datetime) -> DiscussView:
    """One question of an assignment; `shown` asks for the proof. Raises NotFound."""
    with db.reading() as connection:
        given = assignment_of(connection, row, owner)
        found = results_within(connection, given, now)
        if not 1 <= question <= len(found.questions):
            raise NotFound("The quiz has no such question.")
        explanation, proof = _proof(db, connection, owner, found, question) if shown else ("", None)
    shown_one = found.questions[question - 1]
    return DiscussView(
        row=row,
        title=given.title,
        code="" if given.class_gone else given.code,
        question=shown_one,
        mixed=given.terms.settings.shuffle_options,
        total=len(found.questions),
        came=shown_one.findings.players,
        answered=shown_one.findings.players - shown_one.findings.unanswered,
        playing=sum(not one.counts for one in found.rows),
        explanation=explanation,
        proof=proof,
    )


def _proof(db: Database, connection: Connection, owner: int, found: ResultsView, question: int) -> tuple[str, ProofView]:
    known = known_to(db, connection, owner=owner)
    version, places = found.questions[question - 1].item.version, found.questions[question - 1].right
    item = read_versions(connection, known.head.id, [version])[version]
    texts = read_texts(connection, [one.revision_row for one in item.evidence])
    return item.value.explanation if item.value.key in places else "", prove(known, item, texts)
