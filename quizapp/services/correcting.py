"""Correcting which answer counts as right, from the results of a class: everybody who answered the question is graded anew."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from quizapp.services.assignments import assignment_of, record
from quizapp.services.class_results import ResultQuestion, results_within
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import FieldRefused, Forbidden, Invalid, NotFound
from quizapp.services.regrading import mend
from quizapp.storage.accounts import account_by_player
from quizapp.storage.scopes import scope_of
from quizapp.storage.tables.accounts import Role


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """A question of an assignment, and whether this teacher may correct it: her own, or any as an admin."""

    row: int
    question: ResultQuestion
    allowed: bool


def correction(db: Database, *, owner: int, row: int, question: int, now: datetime) -> Correction:
    """A question to be corrected; raises NotFound."""
    with db.reading() as connection:
        found = _question(connection, owner, row, question, now)
        return Correction(row=row, question=found, allowed=_may(connection, owner, found))


def correct(db: Database, *, actor: Actor, row: int, question: int, right: frozenset[int], why: str, now: datetime) -> int:
    """Let these answers count as right, none for a question that counts for nobody; how many scores changed.

    Old scores stay in the record, and players are told. Raises NotFound, Forbidden for a question of the library, FieldRefused, NotSaved.
    """
    with db.writing() as connection:
        found = _question(connection, actor.player, row, question, now)
        if not _may(connection, actor.player, found):
            raise Forbidden("This question belongs to the library.")
        try:
            changed = mend(connection, item_version=found.item.version, right=right, actor=actor, why=why, now=now)
        except Invalid as refused:
            raise FieldRefused("why", str(refused)) from refused
        record(connection, actor, row, "right answer corrected", new={"question": question, "scores_changed": changed}, now=now)
    return changed


def _question(connection: Connection, owner: int, row: int, question: int, now: datetime) -> ResultQuestion:
    found = results_within(connection, assignment_of(connection, row, owner), now).questions
    if not 1 <= question <= len(found):
        raise NotFound("The quiz has no such question.")
    return found[question - 1]


def _may(connection: Connection, owner: int, question: ResultQuestion) -> bool:
    own, account = scope_of(connection, owner), account_by_player(connection, owner)
    is_own = own is not None and own.id == question.item.scope
    return is_own or (account is not None and account.role is Role.ADMIN)
