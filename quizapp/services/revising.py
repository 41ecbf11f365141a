"""Correcting and withdrawing articles of the library: proofs are carried to the new text where their words still stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from quizapp.knowledge.article import Article, read_article
from quizapp.knowledge.carrying import Carrier
from quizapp.knowledge.claim import Claim
from quizapp.knowledge.errors import ArticleError
from quizapp.knowledge.fact import Position
from quizapp.knowledge.rulings import Ruling, RulingKind
from quizapp.knowledge.scope import Scope
from quizapp.questions.background import survey
from quizapp.questions.item import Candidate, Item, State
from quizapp.services.database import Database
from quizapp.services.deciding import KIND as QUESTION
from quizapp.services.deciding import Actor
from quizapp.services.errors import Conflict, FieldRefused, NotFound
from quizapp.services.known import Known, known
from quizapp.services.rechecking import checks_of, find_touched
from quizapp.services.regrouping import Effect, changed_facts, regroup, shelf_of, store_regrouped
from quizapp.services.rulings import tidy_reason
from quizapp.storage.bank_store import Decided, add_decision, store_edited, store_judgement
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.knowledge_store import revision_rows, store_correction
from quizapp.storage.knowledge_store import withdraw_article as take_out
from quizapp.storage.record import Entry, write_record
from quizapp.storage.rulings import add_ruling, read_stored
from quizapp.storage.scopes import mark_changed

KIND = "article"
_LIVE = frozenset({State.CANDIDATE, State.APPROVED, State.SENT_BACK})


@dataclass(frozen=True, kw_only=True, slots=True)
class Revision:
    """A correction as values: the scope after it, which claims and questions are carried, and which lose their words."""

    article: Article
    after: Scope
    lost: tuple[Claim, ...]
    carried: tuple[tuple[StoredItem, Item], ...]
    split: tuple[Ruling, ...]


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
        library = _library(db, connection)
        revision = _revision(connection, library, article, text)
    moved = {stored.item: item for stored, item in revision.carried}
    bank = tuple(replace(one, value=moved.get(one.item, one.value)) for one in _as_checked(library))
    touched = tuple(one.told() for one in find_touched(bank, survey(revision.after)))
    effect = Effect(facts=changed_facts(_keys(library.scope, revision), revision.after), touched=touched, new=())
    return _outcome(library, revision, effect)


def revise(db: Database, *, article: str, text: str, reason: str, actor: Actor, now: datetime) -> Outcome:
    """Make this the article's text, as a new revision: what was played keeps the old one.

    Questions whose words still stand stay as they are decided; the others leave play until somebody decides.
    Raises NotFound, FieldRefused on `text` or `reason`, NotSaved.
    """
    why = tidy_reason(reason)
    with db.writing() as connection:
        library = _library(db, connection)
        revision = _revision(connection, library, article, text)
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
        library = _library(db, connection)
        found, after = _article(library, article), _without(connection, library, article)
    resting = _resting_on(library, found)
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
        library = _library(db, connection)
        found, after = _article(library, article), _without(connection, library, article)
        resting = _resting_on(library, found)
        mark_changed(connection, library.head, library.head.digest)
        take_out(connection, library.head.id, found.name, by=actor.name, now=now)
        for stored in resting:
            _retire(connection, library.head.id, stored, why=f"“{found.title}” was withdrawn. {why}", actor=actor, now=now)
        effect = store_regrouped(connection, library.head, library.scope, after, why=why, actor=actor, now=now)
        outcome = _withdrawn(library, found, resting, effect)
        new: dict[str, object] = {"retired": list(outcome.retired), "facts": [change.fact.id for change in effect.facts]}
        _record(connection, "article withdrawn", found, actor, now, old={"revision": found.revision}, new=new, why=why)
    return outcome


def _library(db: Database, connection: Connection) -> Known:
    library = known(db, connection)
    if library is None:
        raise NotFound("The library is not loaded.")
    return library


def _article(library: Known, slug: str) -> Article:
    found = next((one for one in library.scope.articles.values() if one.slug == slug), None)
    if found is None:
        raise NotFound("There is no such article in the library.")
    return found


def _revision(connection: Connection, library: Known, slug: str, text: str) -> Revision:
    old = _article(library, slug)
    new = replace(old, text=_text(old, text))
    articles = {**library.scope.articles, old.name: new}
    carrier = Carrier(library.scope.articles, articles)
    moved = {claim.id: carried.id for claim in library.scope.claims if (carried := carrier.claim(claim)) is not None}
    standing = [one.value for one in read_stored(connection, library.head.id) if one.stands]
    split = _carried_splits(standing, moved)
    claims = carrier.claims(library.scope.claims)
    return Revision(
        article=new,
        after=regroup(library.scope, [*standing, *split], articles=articles, claims=claims),
        lost=tuple(claim for claim in library.scope.claims if claim.id not in moved),
        carried=tuple(_carried_items(library, carrier, old)),
        split=split,
    )


def _text(old: Article, text: str) -> str:
    """The text as it is kept: browsers send every new line as two characters, which the article may not have."""
    kept = text if "\r\n" in old.text else text.replace("\r\n", "\n")
    if kept == old.text:
        raise FieldRefused("text", "The text is as it was. Change the words that are wrong.")
    try:
        read_article(old.name, kept.encode("utf-8"))
    except (ArticleError, UnicodeEncodeError) as error:
        raise FieldRefused("text", str(error)) from error
    return kept


def _carried_splits(standing: Sequence[Ruling], moved: dict[str, str]) -> tuple[Ruling, ...]:
    """Splits name claims by id, and a claim in a new text has a new one: the same split for those."""
    found = []
    for ruling in standing:
        fresh = tuple(moved[claim] for claim in ruling.claims if moved.get(claim, claim) != claim)
        if ruling.kind is RulingKind.DIFFERENT_FACT and fresh:
            found.append(replace(ruling, claims=fresh))
    return tuple(found)


def _carried_items(library: Known, carrier: Carrier, old: Article) -> list[tuple[StoredItem, Item]]:
    found = []
    for stored in library.bank:
        evidence = [carrier.evidence(one) for one in stored.value.evidence]
        whole = tuple(one for one in evidence if one is not None)
        touched = any(one.article == old.name for one in stored.value.evidence)
        if touched and stored.state in _LIVE and len(whole) == len(evidence):
            found.append((stored, replace(stored.value, evidence=whole)))
    return found


def _as_checked(library: Known) -> tuple[StoredItem, ...]:
    """The questions in play or waiting with what the checks say before anything changes, so that a re-check tells what did."""
    background = survey(library.scope)
    return tuple(replace(one, checks=checks_of(one.value, background)) if one.state in _LIVE else one for one in library.bank)


def _carry(connection: Connection, library: Known, revision: Revision, now: datetime) -> None:
    """Give each question whose words still stand a version that rests on the new text, decided as the old one was."""
    shelf = shelf_of(library.head.id, revision.after, revision_rows(connection, library.head.id))
    moved = {stored.item: item for stored, item in revision.carried}
    for stored in _as_checked(library):
        item = moved.get(stored.item)
        if item is None:
            store_judgement(connection, stored.row, stored.value, stored.checks)
            continue
        row = store_edited(connection, shelf, Candidate(item=item, checks=stored.checks, state=stored.state), stored, now=now)
        if stored.decision is not None and stored.state is not State.CANDIDATE:
            made = stored.decision
            decided = Decided(state=stored.state, reason=made.reason, actor=made.actor, actor_id=made.actor_id)
            add_decision(connection, library.head.id, row, decided, content=item.content, now=now)


def _keys(scope: Scope, revision: Revision) -> Scope:
    """The scope before, with the claims that are carried where they are now: what is left to differ did change."""
    carrier = Carrier(scope.articles, revision.after.articles)

    def position(one: Position) -> Position:
        return replace(one, claims=tuple(carrier.claim(claim) or claim for claim in one.claims))

    return replace(scope, facts=tuple(replace(fact, positions=tuple(map(position, fact.positions))) for fact in scope.facts))


def _without(connection: Connection, library: Known, slug: str) -> Scope:
    gone = _article(library, slug).name
    articles = {name: one for name, one in library.scope.articles.items() if name != gone}
    if not articles:
        raise Conflict("This is the library's only article. Add another one first.")
    claims = [claim for claim in library.scope.claims if claim.evidence.article != gone]
    standing = [one.value for one in read_stored(connection, library.head.id) if one.stands]
    return regroup(library.scope, standing, articles=articles, claims=claims)


def _resting_on(library: Known, article: Article) -> tuple[StoredItem, ...]:
    return tuple(
        one for one in library.bank if one.state is State.APPROVED and any(two.article == article.name for two in one.value.evidence)
    )


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
