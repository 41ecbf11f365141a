"""Correcting which answer counts as right, from the results of a class: scores and the question are mended in one go."""

from dataclasses import dataclass
from datetime import datetime
from random import Random

from sqlalchemy import Connection

from quizapp.services.assignments import assignment_of, record
from quizapp.services.class_results import ResultQuestion, results_within
from quizapp.services.corrected_question import Became, Wanted, correct_question
from quizapp.services.corrected_quizzes import take_corrected
from quizapp.services.correction_reports import report_correction
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import FieldRefused, Invalid, NotFound
from quizapp.services.known import Known, known
from quizapp.services.own_scope import known_to, make_own_scope
from quizapp.services.regrading import mend
from quizapp.storage.accounts import account_by_player
from quizapp.storage.bank import read_versions
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.own_quizzes import current_rows
from quizapp.storage.scopes import scope_of
from quizapp.storage.tables.accounts import Role


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """A question of an assignment; `whole` says whether this teacher corrects it for everybody: her own, or any as an admin.

    A question of the library that she does not decide on is corrected for her classes. `explanation` is what goes with the question now.
    """

    row: int
    question: ResultQuestion
    whole: bool
    explanation: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Corrected:
    """How many scores changed and what became of the question; `article` is the slug of her own one that it rests on, "" for none."""

    scores: int
    became: Became
    item: str
    article: str = ""


def correction(db: Database, *, owner: int, row: int, question: int, now: datetime) -> Correction:
    """A question to be corrected; raises NotFound."""
    with db.reading() as connection:
        found = _question(connection, owner, row, question, now)
        stored = _stored(connection, found)
        whole = _is_own(connection, owner, found) or _is_admin(connection, owner)
        return Correction(row=row, question=found, whole=whole, explanation=stored.value.explanation)


def correct(
    db: Database,
    *,
    actor: Actor,
    row: int,
    question: int,
    right: frozenset[int],
    why: str,
    explanation: str = "",
    now: datetime,
    rng: Random,
) -> Corrected:
    """Let these answers count as right, none for a question that counts for nobody: everybody is graded anew, the question is mended.

    A question of the library counts so in this teacher's classes alone, and reviewers are told. Old scores stay in the record, players
    are told. Raises NotFound, FieldRefused (`why`, `explanation`), NotSaved.
    """
    with db.writing() as connection:
        found = _question(connection, actor.player, row, question, now)
        stored, own = _stored(connection, found), _is_own(connection, actor.player, found)
        whole = own or _is_admin(connection, actor.player)
        within = None if whole else make_own_scope(connection, actor.player).id
        try:
            changed = mend(connection, item_version=stored.row, right=right, within=within, actor=actor, why=why, now=now)
        except Invalid as refused:
            raise FieldRefused("why", str(refused)) from refused
        article = ""
        if whole:
            here = _known(db, connection, actor.player, own=own)
            became, article = _mend_question(connection, here, stored, right, why, explanation, actor, now), _article(here, stored)
        else:
            told = report_correction(connection, stored, right, player=actor.player, why=why, now=now, rng=rng)
            became = Became.REPORTED if told else Became.SAME
        record(connection, actor, row, "right answer corrected", new={"question": question, "scores_changed": changed}, now=now)
    return Corrected(scores=changed, became=became, item=stored.item, article=article)


def _question(connection: Connection, owner: int, row: int, question: int, now: datetime) -> ResultQuestion:
    found = results_within(connection, assignment_of(connection, row, owner), now).questions
    if not 1 <= question <= len(found):
        raise NotFound("The quiz has no such question.")
    return found[question - 1]


def _mend_question(
    connection: Connection, here: Known, stored: StoredItem, right: frozenset[int], why: str, explanation: str, actor: Actor, now: datetime
) -> Became:
    """The question itself, and with it the quizzes that hold its wrong version."""
    wanted = Wanted(version=stored.row, item=stored.item, options=stored.value.options, right=right, why=why, explanation=explanation)
    became = correct_question(connection, here, wanted, actor=actor, now=now)
    if became is Became.REPLACED:
        take_corrected(connection, version=current_rows(connection, [stored.row])[stored.row], actor=actor, now=now)
    return became


def _stored(connection: Connection, question: ResultQuestion) -> StoredItem:
    return read_versions(connection, question.item.scope, [question.item.version])[question.item.version]


def _known(db: Database, connection: Connection, owner: int, *, own: bool) -> Known:
    library = known_to(db, connection, owner=owner) if own else known(db, connection)
    if library is None:
        raise NotFound("There is no library yet.")
    return library


def _article(here: Known, stored: StoredItem) -> str:
    own = [one.article for one in stored.value.evidence if one.article in here.own]
    return here.article(own[0]).slug if own else ""


def _is_own(connection: Connection, owner: int, question: ResultQuestion) -> bool:
    own = scope_of(connection, owner)
    return own is not None and own.id == question.item.scope


def _is_admin(connection: Connection, owner: int) -> bool:
    account = account_by_player(connection, owner)
    return account is not None and account.role is Role.ADMIN
