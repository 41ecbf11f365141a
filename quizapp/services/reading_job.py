"""Reading an article of a teacher's own: claims, facts, questions and checks, worked out first and stored in one transaction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Evidence
from quizapp.knowledge.fact import Fact, Verdict
from quizapp.knowledge.reading.passages import passage_of
from quizapp.knowledge.reading.spans import Span
from quizapp.knowledge.scope import Pack, Scope
from quizapp.questions.background import survey
from quizapp.questions.bank import candidates_on
from quizapp.questions.item import Candidate
from quizapp.questions.passages import reading_of
from quizapp.services.database import Database
from quizapp.services.job_kinds import JobTrouble, Run
from quizapp.services.own_knowledge import store_own_scope, with_reading
from quizapp.services.own_scope import joined_with, own_scope
from quizapp.services.rechecking import recheck
from quizapp.storage.bank import read_bank
from quizapp.storage.bank_store import Shelf, store_version
from quizapp.storage.own_articles import StoredOwn, own_article, put_names
from quizapp.storage.own_facts import revisions_for
from quizapp.storage.scopes import ScopeHead, library, read_scope

GONE = "This article was deleted meanwhile, so there is nothing left to read."
CHANGED = "The library changed again and again while this article was read. Try it once more."
WHY_RECHECKED = "An article that was added speaks of the same."
TRIES = 3
MOST_TOLD = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class _Seen:
    """What a reading was worked out against: when either changes before it is stored, it is worked out again."""

    own: ScopeHead
    library: ScopeHead | None

    def still(self, other: "_Seen") -> bool:
        return _texts(self.own) == _texts(other.own) and _texts(self.library) == _texts(other.library)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Worked:
    seen: _Seen
    own: Scope
    scope: Scope
    facts: tuple[Fact, ...]
    candidates: tuple[Candidate, ...]


def read_own_article(db: Database, run: Run) -> dict[str, object]:
    """Read the article that the job is about and store what it gives; the same again gives the same.

    Raises JobTrouble, JobLost, NotSaved.
    """
    slug = str(run.subject["article"])
    article = _article(db, run.owner, slug)
    run.tell("Reading the article")
    read = _extracted(article)
    for _ in range(TRIES):
        worked = _work(db, run, article, read)
        run.tell("Checking", 0, len(worked.candidates))
        result = _store(db, run, slug, read, worked)
        if result is not None:
            return result
    raise JobTrouble(CHANGED)


def _article(db: Database, owner: int, slug: str) -> Article:
    with db.reading() as connection:
        head, mine = own_scope(connection, owner), own_article(connection, owner, slug)
        found = read_scope(connection, head.id).articles.get(mine.name) if head and mine else None
    if found is None:
        raise JobTrouble(GONE)
    return found


def _extracted(article: Article) -> Pack:
    from quizapp.knowledge.extractors import extract  # the language model is loaded in the worker alone

    return extract((article,))


def _work(db: Database, run: Run, article: Article, read: Pack) -> _Worked:
    run.tell("Comparing what it says with the library", 0, len(read.claims))
    with db.reading() as connection:
        seen = _look(connection, run.owner)
        own = with_reading(connection, seen.own, article, read)
        scope = joined_with(db, connection, seen.own, own)
    facts = tuple(_facts_of(scope, article.name))
    return _Worked(seen=seen, own=own, scope=scope, facts=facts, candidates=_questions(run, scope, facts))


def _look(connection: Connection, owner: int) -> _Seen:
    head = own_scope(connection, owner)
    if head is None:
        raise JobTrouble(GONE)
    return _Seen(own=head, library=library(connection))


def _facts_of(scope: Scope, article: str) -> Iterator[Fact]:
    return (fact for fact in scope.facts if any(claim.evidence.article == article for claim in fact.claims))


def _questions(run: Run, scope: Scope, facts: Sequence[Fact]) -> tuple[Candidate, ...]:
    return candidates_on(facts, survey(scope), tell=lambda done: run.tell("Making questions", done, len(facts)))


def _store(db: Database, run: Run, slug: str, read: Pack, worked: _Worked) -> dict[str, object] | None:
    """Store everything, or nothing when what it was worked out against changed; None then."""
    with db.writing() as connection:
        mine, now = own_article(connection, run.owner, slug), run.now()
        if mine is None:
            raise JobTrouble(GONE)
        if not worked.seen.still(_look(connection, run.owner)):
            return None
        put_names(connection, mine.row, read.names, now=now)
        store_own_scope(connection, worked.seen.own, worked.own)
        new = _store_questions(connection, run, worked)
        out = recheck(connection, scope=worked.seen.own.id, known=worked.scope, now=now, why=WHY_RECHECKED)
        return _result(mine, read, worked, new=new, left=[one.stem for one in out if one.left_play])


def _store_questions(connection: Connection, run: Run, worked: _Worked) -> int:
    seen, standing = worked.seen, {one.item: one for one in read_bank(connection, worked.seen.own.id)}
    scopes = (seen.own.id, seen.library.id) if seen.library else (seen.own.id,)
    cited = {evidence.revision for one in worked.candidates for evidence in one.item.evidence}

    def passage(evidence: Evidence) -> Span:
        return passage_of(reading_of(worked.scope.articles[evidence.article]), Span(start=evidence.start, end=evidence.end))

    shelf = Shelf(scope=seen.own.id, revisions=revisions_for(connection, scopes, cited), passage=passage)
    for one in worked.candidates:
        store_version(connection, shelf, one, standing.get(one.item.id), now=run.now())
    return sum(one.item.id not in standing for one in worked.candidates)


def _result(mine: StoredOwn, read: Pack, worked: _Worked, *, new: int, left: list[str]) -> dict[str, object]:
    against = [fact for fact in worked.facts if _contradicts(fact, mine.name)]
    return {
        "article": mine.slug,
        "claims": len(read.claims),
        "facts": len(worked.facts),
        "questions": len(worked.candidates),
        "sound": sum(one.sound for one in worked.candidates),
        "new": new,
        "contradictions": [{"fact": fact.id, "about": fact.relation.about, "subject": fact.subject} for fact in against[:MOST_TOLD]],
        "left_play": left[:MOST_TOLD],
    }


def _contradicts(fact: Fact, article: str) -> bool:
    """Whether this article takes one side of a dispute and another article the other."""
    if fact.verdict is not Verdict.DISPUTED:
        return False
    sides = [position.articles() for position in fact.positions]
    return any(article in one for one in sides) and any(article not in one for one in sides)


def _texts(head: ScopeHead | None) -> tuple[int, int, str | None] | None:
    return (head.id, head.knowledge, head.digest) if head else None
