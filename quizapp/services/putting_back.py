"""Putting a withdrawn article back into the library: what was known of it counts again, questions come back where all checks hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim
from quizapp.knowledge.scope import Pack
from quizapp.questions.background import Background, survey
from quizapp.questions.item import State
from quizapp.services.addresses import free_slug
from quizapp.services.database import Database
from quizapp.services.deciding import Actor, standing_decisions
from quizapp.services.errors import Conflict, NotFound
from quizapp.services.known import Known
from quizapp.services.rechecking import BACK, CHECKER, WAITS, Rechecked, Touched, checks_of, write_decision
from quizapp.services.regrouping import Effect, foresee, store_regrouped
from quizapp.services.rereading import submit_reading
from quizapp.services.revising import KIND
from quizapp.services.ruling_words import the_library
from quizapp.services.rulings import tidy_reason
from quizapp.services.taking_in import More, store_cases, with_more
from quizapp.storage.bank_store import Decided, store_judgement
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.deciding import decisions_on
from quizapp.storage.record import Entry, record_of, write_record
from quizapp.storage.scopes import mark_changed
from quizapp.storage.set_aside import StoredWithdrawn, put_in_place, read_withdrawn

_NO_SUCH = "There is no such withdrawn article; it may have been put back already."
_TWICE = "The library has exactly this text already, as “{title}”. Withdraw that one first, or leave this one out."


@dataclass(frozen=True, kw_only=True, slots=True)
class Gone:
    """A withdrawn article as it was: who took it out (None: its file is gone), when and why, and what would come back with it."""

    row: int
    title: str
    text: str
    by: str | None
    at: datetime
    why: str
    passages: int
    questions: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Return:
    """What putting an article back does: its address, passages that count again, questions that come back, those that wait."""

    slug: str
    title: str
    passages: int
    back: tuple[str, ...]
    waiting: tuple[Rechecked, ...]
    effect: Effect


@dataclass(frozen=True, kw_only=True, slots=True)
class _Plan:
    library: Known
    gone: StoredWithdrawn
    article: Article
    more: More
    retired: tuple[Touched, ...]


def gone_article(db: Database, *, article: int) -> Gone:
    """The withdrawn article with this row; raises NotFound."""
    with db.reading() as connection:
        library = the_library(db, connection)
        found = _find(connection, library, article)
        acts = record_of(connection, kind=KIND, subject=found.article.slug[:60])
    said = next((one.why for one in reversed(acts) if one.action == "article withdrawn" and one.at == found.at), "")
    return Gone(
        row=article,
        title=found.article.title,
        text=found.article.text,
        by=found.by,
        at=found.at,
        why=said,
        passages=len(found.read.claims) if found.read else 0,
        questions=len(_retired_with(library, found)),
    )


def foresee_return(db: Database, *, article: int) -> Return:
    """What putting this article back would do; nothing is stored. Raises NotFound, Conflict."""
    with db.reading() as connection:
        plan = _plan(connection, the_library(db, connection), article)
        return _told(plan, foresee(connection, plan.library.head, plan.library.scope, plan.more.scope, plan.library.bank))


def put_back(db: Database, *, article: int, reason: str, actor: Actor, now: datetime) -> Return:
    """Put this article back: its questions are as they were decided where all checks hold, the others wait; scores stay as they are.

    Raises NotFound, Conflict when the library has its text already, FieldRefused without a reason, NotSaved.
    """
    why = tidy_reason(reason)
    with db.writing() as connection:
        library = the_library(db, connection)
        plan = _plan(connection, library, article)
        of_files = not plan.gone.made_here and plan.gone.by is not None
        # What its file says meanwhile is read at the next start: a library without a digest is not what its files say.
        head = replace(library.head, digest=None) if of_files else library.head
        mark_changed(connection, head, head.digest)
        store_cases(connection, library, plan.more, actor=actor, now=now)
        put_in_place(connection, article, slug=plan.article.slug, made_here=not of_files)
        effect = store_regrouped(connection, head, library.scope, plan.more.scope, why=why, actor=actor, now=now, bring_back=True)
        for one in plan.retired:
            _decide(connection, library.head.id, one, why=why, actor=actor, now=now)
        done = _told(plan, effect)
        _record(connection, plan, done, why=why, actor=actor, now=now)
        if plan.gone.read is None:
            submit_reading(connection, plan.article, since=None, actor=actor, now=now)
    db.ring()
    return done


def _find(connection: Connection, library: Known, article: int) -> StoredWithdrawn:
    found = read_withdrawn(connection, library.head.id, article)
    if found is None:
        raise NotFound(_NO_SUCH)
    return found


def _plan(connection: Connection, library: Known, row: int) -> _Plan:
    gone = _find(connection, library, row)
    twin = next((one.title for one in library.scope.articles.values() if one.revision == gone.article.revision), None)
    if twin is not None:
        raise Conflict(_TWICE.format(title=twin))
    article = replace(gone.article, slug=free_slug(gone.article.slug, {one.slug for one in library.scope.articles.values()}))
    read = gone.read or Pack()
    claims = _placed(library.scope.claims, zip(gone.places, read.claims, strict=True))
    more = with_more(connection, library, read, articles={article.name: article}, claims=claims)
    background = survey(more.scope)
    retired = tuple(_as_approved(one, background) for one in _retired_with(library, gone))
    return _Plan(library=library, gone=gone, article=article, more=more, retired=retired)


def _placed(claims: Sequence[Claim], back: Iterable[tuple[int, Claim]]) -> tuple[Claim, ...]:
    """All claims in the order they had: where nothing else changed, every one stands at the place it had before."""
    found = list(claims)
    for place, claim in back:
        found.insert(place, claim)
    return tuple(found)


def _retired_with(library: Known, gone: StoredWithdrawn) -> tuple[StoredItem, ...]:
    """The questions on its words that were retired in the very act that took the article out, and not decided on since."""
    name = gone.article.name
    on_it = (one for one in library.bank if any(two.article == name for two in one.value.evidence))
    return tuple(one for one in on_it if one.state is State.RETIRED and one.decision is not None and one.decision.at == gone.at)


def _as_approved(stored: StoredItem, background: Background) -> Touched:
    """The question as if it were in play still, so that its checks tell whether it may stay."""
    approved = replace(stored, state=State.APPROVED)
    return Touched(stored=approved, before=stored.checks, checks=checks_of(stored.value, background))


def _decide(connection: Connection, scope: int, one: Touched, *, why: str, actor: Actor, now: datetime) -> None:
    stored = replace(one.stored, state=State.RETIRED)
    store_judgement(connection, stored.row, stored.value, one.checks)
    before = _decided_before(connection, scope, stored)
    if one.leaves_play or before is None:
        reason = f"{why} {one.told().failing[0].detail}" if one.leaves_play else why
        waits = Decided(state=State.CANDIDATE, reason=reason, actor=CHECKER)
        write_decision(connection, scope, stored, waits, WAITS, actor, now)
    else:
        write_decision(connection, scope, stored, before, BACK, actor, now)


def _decided_before(connection: Connection, scope: int, stored: StoredItem) -> Decided | None:
    """The approval that stood when the article was taken out."""
    past = standing_decisions(decisions_on(connection, scope=scope, version=stored.row))
    last = past[-2] if len(past) > 1 else None
    if last is None or last.state is not State.APPROVED:
        return None
    return Decided(state=State.APPROVED, reason=last.reason, actor=last.actor, actor_id=last.actor_id)


def _told(plan: _Plan, effect: Effect) -> Return:
    return Return(
        slug=plan.article.slug,
        title=plan.article.title,
        passages=sum(claim.evidence.article == plan.article.name for claim in plan.more.scope.claims),
        back=tuple(one.stored.value.stem for one in plan.retired if not one.leaves_play),
        waiting=tuple(one.told() for one in plan.retired if one.leaves_play),
        effect=effect,
    )


def _record(connection: Connection, plan: _Plan, done: Return, *, why: str, actor: Actor, now: datetime) -> None:
    new: dict[str, object] = {
        "title": done.title,
        "revision": plan.article.revision,
        "back": [one.stored.item for one in plan.retired if not one.leaves_play],
        "waiting": [one.item for one in done.waiting],
        "facts": [change.fact.id for change in done.effect.facts],
    }
    entry = Entry(
        at=now,
        actor=actor.name,
        actor_id=actor.player,
        action="article put back",
        subject_kind=KIND,
        subject_id=plan.article.slug[:60],
        old={"withdrawn by": plan.gone.by, "withdrawn at": plan.gone.at.isoformat()},
        new=new,
        why=why,
    )
    write_record(connection, entry)
