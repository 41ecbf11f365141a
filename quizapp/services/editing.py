"""Editing a question: a new version that nobody has decided on yet; what was played keeps the words it showed."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from quizapp.knowledge.claim import Evidence
from quizapp.knowledge.reading.passages import passage_of
from quizapp.knowledge.reading.spans import Span
from quizapp.questions.bank import arrange
from quizapp.questions.checks import check_against
from quizapp.questions.item import MAX_OPTIONS, MIN_OPTIONS, Candidate, CheckResult, Item
from quizapp.questions.passages import reading_of
from quizapp.questions.review import Move, MoveError, move
from quizapp.services.database import Database
from quizapp.services.deciding import KIND, LONGEST_REASON, Actor, current_version
from quizapp.services.errors import Conflict, FieldRefused, Invalid
from quizapp.services.known import Known
from quizapp.storage.bank_store import Shelf, store_edited
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.own_facts import revisions_for
from quizapp.storage.record import Entry, write_record
from quizapp.storage.scopes import is_library, library, mark_decided

EDITED = "question edited"
"""What the record calls it."""
LONGEST_STEM = 300
LONGEST_OPTION = 200
LONGEST_EXPLANATION = 600
_KNOWLEDGE_CHANGED = "What the articles say was changed meanwhile. Check the question again."


@dataclass(frozen=True, kw_only=True, slots=True)
class Edited:
    """How a question shall read; `key` is the place of the right answer in `options`."""

    stem: str
    options: tuple[str, ...]
    key: int
    explanation: str
    evidence: tuple[Evidence, ...]


def edit(
    db: Database,
    *,
    scope: int,
    known: Known,
    item: str,
    version: int,
    changed: Edited,
    reason: str,
    actor: Actor,
    now: datetime,
) -> int:
    """Store a new version of the question, checked against what is known, and return its row; it waits for a decision.

    Raises NotFound (also for an item of another scope), Conflict (not the current version), FieldRefused (what cannot be stored),
    Invalid (nothing changed), NotSaved.
    """
    with db.writing() as connection:
        return edit_within(
            connection, scope=scope, known=known, item=item, version=version, changed=changed, reason=reason, actor=actor, now=now
        )


def edit_within(
    connection: Connection,
    *,
    scope: int,
    known: Known,
    item: str,
    version: int,
    changed: Edited,
    reason: str,
    actor: Actor,
    now: datetime,
) -> int:
    """The same inside a transaction that does more."""
    mark_decided(connection, scope)
    _refuse_old_knowledge(connection, known)
    stored = current_version(connection, scope=scope, item=item, version=version, own=True)
    candidate = _candidate(known, stored, changed)
    public = is_library(connection, scope)
    new = store_edited(connection, shelf_of(connection, scope, known, candidate.item), candidate, stored, now=now)
    why = " ".join(reason.split())[:LONGEST_REASON]
    entry = Entry(
        at=now,
        actor=actor.name,
        actor_id=actor.player,
        action=EDITED,
        subject_kind=KIND,
        subject_id=item,
        old={"state": stored.state.value, **told_words(stored.number, stored.value, public=public)},
        new={"state": candidate.state.value, "scope": scope, **told_words(stored.number + 1, candidate.item, public=public)},
        why=why,
    )
    write_record(connection, entry)
    return new


def preview(*, known: Known, item: Item, changed: Edited) -> tuple[CheckResult, ...]:
    """What every check says of the question as it shall read; nothing is stored. Raises FieldRefused for what is no question."""
    return check_against(worded(known, item, changed), known.background)


def worded(known: Known, item: Item, changed: Edited) -> Item:
    """The question in the new words; numbers and dates are put in order. Raises FieldRefused for what is no question."""
    tidy = _tidy(changed)
    _refuse(known, tidy)
    new = replace(
        item, stem=tidy.stem, options=tidy.options, key=tidy.key, explanation=tidy.explanation, evidence=tidy.evidence, ordered=False
    )
    arranged = arrange(new, known.background)
    return arranged if arranged.ordered else new


def _candidate(known: Known, stored: StoredItem, changed: Edited) -> Candidate:
    new = worded(known, stored.value, changed)
    if new.content == stored.content:
        raise Invalid("Nothing was changed: the question reads as before.")
    try:
        state = move(stored.state, Move.EDIT)
    except MoveError as error:
        raise Conflict(str(error)) from error
    return Candidate(item=new, checks=check_against(new, known.background), state=state)


def _refuse_old_knowledge(connection: Connection, known: Known) -> None:
    """Checks say nothing when the library was changed between them and the transaction."""
    head = library(connection)
    if head is not None and known.head.id == head.id and known.head.knowledge != head.knowledge:
        raise Conflict(_KNOWLEDGE_CHANGED)


def _tidy(changed: Edited) -> Edited:
    """White space folded, empty options left out; the right answer stays the right answer."""
    options = [" ".join(option.split()) for option in changed.options]
    kept = [place for place, option in enumerate(options) if option]
    if changed.key not in kept:
        raise FieldRefused("key", "Say which answer is the right one; it cannot be empty.")
    return replace(
        changed,
        stem=" ".join(changed.stem.split()),
        options=tuple(options[place] for place in kept),
        key=kept.index(changed.key),
        explanation=" ".join(changed.explanation.split()),
    )


def _refuse(known: Known, changed: Edited) -> None:
    if not changed.stem:
        raise FieldRefused("stem", "Write the question.")
    if len(changed.stem) > LONGEST_STEM:
        raise FieldRefused("stem", f"This has {len(changed.stem)} characters; at most {LONGEST_STEM}.")
    if not MIN_OPTIONS <= len(changed.options) <= MAX_OPTIONS:
        raise FieldRefused("options", f"{len(changed.options)} answers; a question has {MIN_OPTIONS} to {MAX_OPTIONS}.")
    longest = max(len(option) for option in changed.options)
    if longest > LONGEST_OPTION:
        raise FieldRefused("options", f"One answer has {longest} characters; at most {LONGEST_OPTION}.")
    if len(changed.explanation) > LONGEST_EXPLANATION:
        raise FieldRefused("explanation", f"This has {len(changed.explanation)} characters; at most {LONGEST_EXPLANATION}.")
    if not changed.evidence or not all(known.scope.proves(one) for one in changed.evidence):
        raise FieldRefused("evidence", "The proof does not stand in the article as it is now. Copy words that do.")


def shelf_of(connection: Connection, scope: int, known: Known, item: Item) -> Shelf:
    """Where a version of a question of this scope is put, with the passages of its proofs."""
    head = library(connection)
    scopes = (scope, head.id) if head else (scope,)
    revisions = revisions_for(connection, scopes, {one.revision for one in item.evidence})

    def passage(evidence: Evidence) -> Span:
        return passage_of(reading_of(known.article(evidence.article)), Span(start=evidence.start, end=evidence.end))

    return Shelf(scope=scope, revisions=revisions, passage=passage)


def told_words(number: int, item: Item, *, public: bool) -> dict[str, object]:
    """What the record keeps of a version: reviewers read it, who see nothing of what is a teacher's alone."""
    if not public:
        return {"version": number}
    return {"version": number, "stem": item.stem, "options": list(item.options), "answer": item.answer, "explanation": item.explanation}
