"""A teacher's own questions: proposed from a fact or from her own words, checked like any other, and kept in her scope."""

from datetime import datetime

from sqlalchemy import Connection

from quizapp.knowledge.claim import Evidence, cite
from quizapp.knowledge.reading.passages import passage_of
from quizapp.knowledge.reading.spans import Span
from quizapp.questions.item import Candidate
from quizapp.questions.own import Asked, Proposed, propose_for_fact, propose_for_words, with_options
from quizapp.questions.passages import reading_of
from quizapp.services.database import Database
from quizapp.services.errors import FieldRefused, NotFound
from quizapp.services.known import Known
from quizapp.storage.bank import read_bank
from quizapp.storage.bank_store import Shelf, store_edited, store_written
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.own_facts import add_fact, revisions_for, tell_changed
from quizapp.storage.record import Entry, write_record
from quizapp.storage.scopes import library

LONGEST_STEM = 300
LONGEST_ANSWER = 200


def pick(known: Known, *, article: str, start: int, end: int) -> Evidence:
    """The words of an article between two places, counted in code points, as evidence; raises NotFound, FieldRefused."""
    found = known.scope.articles.get(article)
    if found is None:
        raise NotFound("There is no such article.")
    if not 0 <= start < end <= len(found.text) or not found.text[start:end].strip():
        raise FieldRefused("passage", "Nothing is marked. Mark the words of the article that hold the answer.")
    return cite(found, start, end)


def propose_from_fact(known: Known, fact: str) -> tuple[Proposed, ...]:
    """The questions the program can make of a fact, the surest first; each may be stored or changed. Raises NotFound."""
    found = known.scope.fact(fact)
    if found is None:
        raise NotFound("There is no such fact.")
    return propose_for_fact(found, known.background)


def propose_from_text(
    known: Known, *, stem: str, key: str, evidence: Evidence, wrong: tuple[str, ...] = (), explanation: str = ""
) -> Proposed:
    """A teacher's question with every check; wrong options are proposed where she gives none. Raises FieldRefused."""
    asked = Asked(
        stem=_words(stem, "stem", LONGEST_STEM, "Write the question."),
        answer=_words(key, "key", LONGEST_ANSWER, "Write the right answer."),
        evidence=evidence,
        wrong=tuple(" ".join(one.split()) for one in wrong if one.strip()),
        explanation=explanation,
    )
    return propose_for_words(asked, known.background)


def store_own(db: Database, *, scope: int, known: Known, proposed: Proposed, actor: int, name: str, now: datetime) -> int:
    """Keep a question in a teacher's scope, not yet approved, with one record of it; returns the row of its version."""
    with db.writing() as connection:
        return store_own_within(connection, scope=scope, known=known, proposed=proposed, actor=actor, name=name, now=now)


def store_own_within(connection: Connection, *, scope: int, known: Known, proposed: Proposed, actor: int, name: str, now: datetime) -> int:
    """The same inside a transaction that does more."""
    shelf = _shelf(connection, scope, known, proposed)
    if proposed.is_new:
        add_fact(connection, scope, proposed.fact, shelf.revisions)
    item = proposed.item
    standing = next((one for one in read_bank(connection, scope) if one.item == item.id), None)
    version = _keep(connection, shelf, Candidate(item=item, checks=proposed.checks), standing, now)
    tell_changed(connection, scope, knowledge=proposed.is_new)
    new: dict[str, object] = {"version": version, "scope": scope}  # none of its words: reviewers read the record, and it is hers alone
    entry = Entry(at=now, actor=name, actor_id=actor, action="question written", subject_kind="item", subject_id=item.id, new=new)
    write_record(connection, entry)
    return version


def with_wrong_options(known: Known, proposed: Proposed, wrong: tuple[str, ...]) -> Proposed:
    """The same question with the wrong options a teacher chose or typed, checked anew."""
    return with_options(proposed, tuple(" ".join(one.split()) for one in wrong if one.strip()), known.background)


def _keep(connection: Connection, shelf: Shelf, candidate: Candidate, standing: StoredItem | None, now: datetime) -> int:
    """The row of the version: a person chose these words, so that reading the article again leaves them as they are."""
    if standing is None:
        return store_written(connection, shelf, candidate, now=now)
    if standing.content == candidate.item.content:
        return standing.row
    return store_edited(connection, shelf, candidate, standing, now=now)


def _words(text: str, field: str, longest: int, missing: str) -> str:
    found = " ".join(text.split())
    if not found:
        raise FieldRefused(field, missing)
    if len(found) > longest:
        raise FieldRefused(field, f"This has {len(found)} characters; at most {longest}.")
    return found


def _shelf(connection: Connection, scope: int, known: Known, proposed: Proposed) -> Shelf:
    head = library(connection)
    scopes = (scope, head.id) if head else (scope,)
    revisions = revisions_for(connection, scopes, {one.revision for one in proposed.item.evidence})

    def passage(evidence: Evidence) -> Span:
        return passage_of(reading_of(known.scope.articles[evidence.article]), Span(start=evidence.start, end=evidence.end))

    return Shelf(scope=scope, revisions=revisions, passage=passage)
