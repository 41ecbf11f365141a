"""Correcting and withdrawing articles of the library: proofs are carried to the new text where their words still stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim
from quizapp.questions.background import survey
from quizapp.questions.item import Candidate, State
from quizapp.services.database import Database
from quizapp.services.deciding import KIND as QUESTION
from quizapp.services.deciding import Actor
from quizapp.services.known import Known
from quizapp.services.rechecking import find_touched
from quizapp.services.regrouping import Effect, changed_facts, shelf_of, store_regrouped
from quizapp.services.revision_plan import Revision, as_carried, as_checked, find_article, plan_revision, resting_on, without
from quizapp.services.ruling_words import the_library
from quizapp.services.rulings import tidy_reason
from quizapp.storage.bank_store import Decided, add_decision, store_edited, store_judgement
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.knowledge_store import revision_rows, store_correction
from quizapp.storage.knowledge_store import withdraw_article as take_out
from quizapp.storage.record import Entry, write_record
from quizapp.storage.rulings import add_ruling
from quizapp.storage.scopes import mark_changed

KIND = "article"


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What a correction or a withdrawal does: passages carried, passages lost, questions that go on as they are, and the rest."""

    title: str
    carried: int
    lost: tuple[Claim, ...]
    questions: int
    effect: Effect
    retired: tuple[str, ...] = ()


def foresee_revision(db: Database, *, article: str, text: str) -> Outcome:
    """What a new text of the article with this slug would do. Raises NotFound, FieldRefused on `text`."""
    with db.reading() as connection:
        library = the_library(db, connection)
        revision = plan_revision(connection, library, article, text)
    moved = {stored.item: item for stored, item in revision.carried}
    bank = tuple(replace(one, value=moved.get(one.item, one.value)) for one in as_checked(library))
    touched = tuple(one.told() for one in find_touched(bank, survey(revision.after)))
    effect = Effect(facts=changed_facts(as_carried(library.scope, revision), revision.after), touched=touched, new=())
    return _outcome(library, revision, effect)


def revise(db: Database, *, article: str, text: str, reason: str, actor: Actor, now: datetime) -> Outcome:
    """Make this the article's text, as a new revision: what was played keeps the old one.

    Questions whose words still stand stay as they are decided; the others leave play until somebody decides.
    Raises NotFound, FieldRefused on `text` or `reason`, NotSaved.
    """
    why = tidy_reason(reason)
    with db.writing() as connection:
        library = the_library(db, connection)
        revision = plan_revision(connection, library, article, text)
        mark_changed(connection, library.head, library.head.digest)
        store_correction(connection, library.head.id, revision.article, now=now)
        for ruling in revision.split:
            add_ruling(connection, library.head.id, ruling, actor=actor.name, actor_id=actor.player, now=now)
        _carry(connection, library, revision, now)
        effect = store_regrouped(connection, library.head, library.scope, revision.after, why=why, actor=actor, now=now, as_stored=True)
        outcome = _outcome(library, revision, effect)
        old = library.scope.articles[revision.article.name].revision
        _record(connection, "article corrected", revision.article, actor, now, old={"revision": old}, new=_told(outcome, revision), why=why)
    return outcome


def foresee_withdrawal(db: Database, *, article: str) -> Outcome:
    """What withdrawing the article with this slug would do. Raises NotFound."""
    with db.reading() as connection:
        library = the_library(db, connection)
        found, after = find_article(library, article), without(connection, library, article)
    resting = resting_on(library, found)
    rest = tuple(one for one in library.bank if one not in resting)
    touched = tuple(one.told() for one in find_touched(rest, survey(after), survey(library.scope)))
    effect = Effect(facts=changed_facts(library.scope, after), touched=touched, new=())
    return _withdrawn(library, found, resting, effect)


def withdraw(db: Database, *, article: str, reason: str, actor: Actor, now: datetime) -> Outcome:
    """Take the article out of the library: its questions are retired, scores and what was shown stay.

    Raises NotFound, FieldRefused without a reason, NotSaved.
    """
    why = tidy_reason(reason)
    with db.writing() as connection:
        library = the_library(db, connection)
        found, after = find_article(library, article), without(connection, library, article)
        resting = resting_on(library, found)
        mark_changed(connection, library.head, library.head.digest)
        take_out(connection, library.head.id, found.name, by=actor.name, now=now)
        for stored in resting:
            _retire(connection, library.head.id, stored, why=f"“{found.title}” was withdrawn. {why}", actor=actor, now=now)
        effect = store_regrouped(connection, library.head, library.scope, after, why=why, actor=actor, now=now)
        outcome = _withdrawn(library, found, resting, effect)
        new: dict[str, object] = {"retired": list(outcome.retired), "facts": [change.fact.id for change in effect.facts]}
        _record(connection, "article withdrawn", found, actor, now, old={"revision": found.revision}, new=new, why=why)
    return outcome


def _carry(connection: Connection, library: Known, revision: Revision, now: datetime) -> None:
    """Give each question whose words still stand a version that rests on the new text, decided as the old one was."""
    shelf = shelf_of(library.head.id, revision.after, revision_rows(connection, library.head.id))
    moved = {stored.item: item for stored, item in revision.carried}
    for stored in as_checked(library):
        item = moved.get(stored.item)
        if item is None:
            store_judgement(connection, stored.row, stored.value, stored.checks)
            continue
        row = store_edited(connection, shelf, Candidate(item=item, checks=stored.checks, state=stored.state), stored, now=now)
        if stored.decision is not None and stored.state is not State.CANDIDATE:
            made = stored.decision
            decided = Decided(state=stored.state, reason=made.reason, actor=made.actor, actor_id=made.actor_id)
            add_decision(connection, library.head.id, row, decided, content=item.content, now=now)


def _retire(connection: Connection, scope: int, stored: StoredItem, *, why: str, actor: Actor, now: datetime) -> None:
    decided = Decided(state=State.RETIRED, reason=why, actor=actor.name, actor_id=actor.player)
    add_decision(connection, scope, stored.row, decided, content=stored.content, now=now)
    entry = Entry(
        at=now,
        actor=actor.name,
        actor_id=actor.player,
        action="question retired",
        subject_kind=QUESTION,
        subject_id=stored.item,
        old={"state": stored.state.value, "version": stored.number},
        new={"state": State.RETIRED.value, "version": stored.number, "scope": scope},
        why=why,
    )
    write_record(connection, entry)


def _outcome(library: Known, revision: Revision, effect: Effect) -> Outcome:
    name = revision.article.name
    mine = sum(claim.evidence.article == name for claim in library.scope.claims)
    left = {one.item for one in effect.touched if one.left_play}
    staying = sum(stored.state is State.APPROVED and stored.item not in left for stored, _ in revision.carried)
    return Outcome(title=revision.article.title, carried=mine - len(revision.lost), lost=revision.lost, questions=staying, effect=effect)


def _withdrawn(library: Known, article: Article, resting: Sequence[StoredItem], effect: Effect) -> Outcome:
    lost = tuple(claim for claim in library.scope.claims if claim.evidence.article == article.name)
    return Outcome(title=article.title, carried=0, lost=lost, questions=0, effect=effect, retired=tuple(one.value.stem for one in resting))


def _told(outcome: Outcome, revision: Revision) -> dict[str, object]:
    return {
        "revision": revision.article.revision,
        "passages_carried": outcome.carried,
        "passages_lost": [claim.evidence.quote for claim in outcome.lost],
        "left_play": [one.item for one in outcome.effect.touched if one.left_play],
    }


def _record(
    connection: Connection,
    action: str,
    article: Article,
    actor: Actor,
    now: datetime,
    *,
    old: dict[str, object],
    new: dict[str, object],
    why: str,
) -> None:
    entry = Entry(
        at=now,
        actor=actor.name,
        actor_id=actor.player,
        action=action,
        subject_kind=KIND,
        subject_id=article.slug[:60],
        old=old,
        new={"title": article.title, **new},
        why=why,
    )
    write_record(connection, entry)
