"""Correcting and withdrawing articles of the library: proofs are carried to the new text where their words still stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim
from quizapp.questions.background import survey
from quizapp.questions.item import State
from quizapp.services.carrying import store_carried
from quizapp.services.carrying_own import OwnCarried, carry_own, count_own
from quizapp.services.database import Database
from quizapp.services.deciding import KIND as QUESTION
from quizapp.services.deciding import Actor
from quizapp.services.known import Known
from quizapp.services.rechecking import find_touched
from quizapp.services.regrouping import Effect, changed_facts, shelf_of, store_regrouped
from quizapp.services.rereading import submit_reading
from quizapp.services.revision_plan import Revision, as_carried, as_checked, find_article, plan_revision, resting_on, without
from quizapp.services.ruling_words import the_library
from quizapp.services.rulings import tidy_reason
from quizapp.storage.bank_store import Decided, add_decision, store_judgement
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.knowledge_store import revision_rows, store_correction
from quizapp.storage.knowledge_store import withdraw_article as take_out
from quizapp.storage.record import Entry, write_record
from quizapp.storage.revisions import is_of_files
from quizapp.storage.rulings import add_ruling
from quizapp.storage.scopes import ScopeHead, mark_changed
from quizapp.storage.set_aside import put_aside

KIND = "article"


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What a correction or a withdrawal does: passages carried, passages lost, questions that go on as they are, and the rest.

    `own` counts teachers' own questions on it, whose words nobody else reads.
    """

    title: str
    carried: int
    lost: tuple[Claim, ...]
    questions: int
    effect: Effect
    own: OwnCarried
    retired: tuple[str, ...] = ()


def foresee_revision(db: Database, *, article: str, text: str) -> Outcome:
    """What a new text of the article with this slug would do. Raises NotFound, FieldRefused on `text`."""
    with db.reading() as connection:
        library = the_library(db, connection)
        revision = plan_revision(connection, library, article, text)
        own = count_own(connection, article=revision.article, before=library.scope.articles)
    moved = {stored.item: item for stored, item in revision.carried}
    bank = tuple(replace(one, value=moved.get(one.item, one.value)) for one in as_checked(library))
    touched = tuple(one.told() for one in find_touched(bank, survey(revision.after)))
    effect = Effect(facts=changed_facts(as_carried(library.scope, revision), revision.after), touched=touched, new=())
    return _outcome(library, revision, effect, own)


def revise(db: Database, *, article: str, text: str, reason: str, actor: Actor, now: datetime) -> Outcome:
    """Make this the article's text, as a new revision: what was played keeps the old one.

    Questions whose words still stand stay as they are decided; the others leave play until somebody decides. What the new words say is
    read in the background.
    Raises NotFound, FieldRefused on `text` or `reason`, NotSaved.
    """
    why = tidy_reason(reason)
    with db.writing() as connection:
        library = the_library(db, connection)
        revision = plan_revision(connection, library, article, text)
        head = _head(connection, library.head, revision.article)
        mark_changed(connection, head, head.digest)
        store_correction(connection, library.head.id, revision.article, now=now)
        for ruling in revision.split:
            add_ruling(connection, library.head.id, ruling, actor=actor.name, actor_id=actor.player, now=now)
        _carry(connection, library, revision, now)
        own = carry_own(
            connection,
            library=library.head,
            after=revision.after,
            article=revision.article,
            before=library.scope.articles,
            now=now,
        )
        effect = store_regrouped(connection, head, library.scope, revision.after, why=why, actor=actor, now=now, as_stored=True)
        outcome = _outcome(library, revision, effect, own)
        old = library.scope.articles[revision.article.name].revision
        _record(connection, "article corrected", revision.article, actor, now, old={"revision": old}, new=_told(outcome, revision), why=why)
        submit_reading(connection, revision.article, since=old, actor=actor, now=now)
    db.ring()
    return outcome


def _head(connection: Connection, head: ScopeHead, article: Article) -> ScopeHead:
    """The library's head; without its digest when the text of a file comes back, so that the next start reads what the files say of it."""
    return replace(head, digest=None) if is_of_files(connection, head.id, article.name, article.revision) else head


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
        put_aside(connection, library.head.id, library.scope, found.name)
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
        store_carried(connection, shelf, stored, item, now=now)


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


def _outcome(library: Known, revision: Revision, effect: Effect, own: OwnCarried) -> Outcome:
    name = revision.article.name
    mine = sum(claim.evidence.article == name for claim in library.scope.claims)
    left = {one.item for one in effect.touched if one.left_play}
    staying = sum(stored.state is State.APPROVED and stored.item not in left for stored, _ in revision.carried)
    return Outcome(
        title=revision.article.title, carried=mine - len(revision.lost), lost=revision.lost, questions=staying, effect=effect, own=own
    )


def _withdrawn(library: Known, article: Article, resting: Sequence[StoredItem], effect: Effect) -> Outcome:
    lost = tuple(claim for claim in library.scope.claims if claim.evidence.article == article.name)
    stems = tuple(one.value.stem for one in resting)
    return Outcome(title=article.title, carried=0, lost=lost, questions=0, effect=effect, own=OwnCarried(), retired=stems)


def _told(outcome: Outcome, revision: Revision) -> dict[str, object]:
    return {
        "revision": revision.article.revision,
        "passages_carried": outcome.carried,
        "passages_lost": [claim.evidence.quote for claim in outcome.lost],
        "left_play": [one.item for one in outcome.effect.touched if one.left_play],
        "of_teachers": {"going_on": outcome.own.going_on, "waiting": outcome.own.waiting},
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
