"""Reading the corrected text of a library article: what its new words say is added, what is known and decided stays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from quizapp.knowledge.article import Article
from quizapp.knowledge.carrying import words_of_its_own
from quizapp.knowledge.claim import Claim
from quizapp.knowledge.names import NameEntry, Names
from quizapp.knowledge.scope import Pack, Scope
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import NotFound
from quizapp.services.job_kinds import JobTrouble, Run
from quizapp.services.known import Known
from quizapp.services.regrouping import Effect, store_regrouped
from quizapp.services.revising import KIND
from quizapp.services.revision_plan import find_article
from quizapp.services.ruling_words import the_library
from quizapp.services.taking_in import store_cases, with_more
from quizapp.storage.record import Entry, write_record
from quizapp.storage.revisions import text_of

GONE = "This article was withdrawn meanwhile, so there is nothing left to read."
CHANGED = "The article was corrected again and again while it was read. Try it once more."
TRIES = 3
MOST_TOLD = 20
_WHY = "“{title}” says so since it was corrected."


@dataclass(frozen=True, kw_only=True, slots=True)
class _Reading:
    """An article as it is, the text it is compared with, and what reading the one gives."""

    article: Article
    before: str | None
    read: Pack


def read_library_article(db: Database, run: Run) -> dict[str, object]:
    """Read the article that the job is about, and store what its words say that its text `since` had not; twice gives the same.

    Raises JobTrouble, JobLost, NotSaved.
    """
    for _ in range(TRIES):
        run.tell("Reading the article")
        reading = _read(db, run)
        run.tell("Comparing what it says with the library", 0, len(reading.read.claims))
        result = _store(db, run, reading)
        if result is not None:
            return result
    raise JobTrouble(CHANGED)


def _read(db: Database, run: Run) -> _Reading:
    with db.reading() as connection:
        library = _library(db, connection)
        article, since = _article(library, run), run.subject.get("since")
        before = text_of(connection, library.head.id, article.name, str(since)) if since else None
    return _Reading(article=article, before=before, read=_extracted(article))


def _extracted(article: Article) -> Pack:
    from quizapp.knowledge.extractors import extract  # the language model is loaded in the worker alone

    return extract((article,))


def _library(db: Database, connection: Connection) -> Known:
    try:
        return the_library(db, connection)
    except NotFound as error:
        raise JobTrouble(str(error)) from error


def _article(library: Known, run: Run) -> Article:
    try:
        return find_article(library, str(run.subject["article"]))
    except NotFound as error:
        raise JobTrouble(GONE) from error


def _store(db: Database, run: Run, reading: _Reading) -> dict[str, object] | None:
    """Store everything, or nothing when the article was corrected while it was read; None then."""
    with db.writing() as connection:
        library = _library(db, connection)
        if _article(library, run) != reading.article:
            return None
        fresh = _fresh(library.scope, reading)
        effect = _add(connection, library, _pack(library.scope, reading.read, fresh), run, reading.article)
        new = {
            "article": reading.article.slug,
            "claims": len(fresh),
            "questions": len(effect.new),
            "left_play": [one.stem for one in effect.touched if one.left_play][:MOST_TOLD],
        }
        _record(connection, run, reading.article, fresh, effect)
    return new


def _add(connection: Connection, library: Known, read: Pack, run: Run, article: Article) -> Effect:
    if not read.claims:
        return Effect(facts=(), touched=(), new=())
    actor, now = _actor(run), run.now()
    more = with_more(connection, library, read, articles={})
    store_cases(connection, library, more, actor=actor, now=now)
    why = _WHY.format(title=article.title)
    return store_regrouped(connection, library.head, library.scope, more.scope, why=why, actor=actor, now=now)


def _fresh(scope: Scope, reading: _Reading) -> tuple[Claim, ...]:
    """What was read in words that the text before had not, and that nobody and nothing read there already."""
    article = reading.article
    new = reading.read.claims if reading.before is None else words_of_its_own(reading.read.claims, article, before=reading.before)
    standing = [claim for claim in scope.claims if claim.evidence.article == article.name]
    return tuple(one for one in new if not _is_known(one, standing, scope.names))


def _is_known(claim: Claim, standing: Iterable[Claim], names: Names) -> bool:
    """Whether a claim on some of the same words gives the same value, or says it from the other side."""
    return any(_overlap(claim, other) and _same(claim, other, names) for other in standing)


def _overlap(one: Claim, other: Claim) -> bool:
    return one.evidence.start < other.evidence.end and other.evidence.start < one.evidence.end


def _same(one: Claim, other: Claim, names: Names) -> bool:
    if one.value.normal == other.value.normal:
        return True
    mine, theirs = (_ends(claim, names) for claim in (one, other))
    return mine[1] == theirs[1] or mine == theirs[::-1]


def _ends(claim: Claim, names: Names) -> tuple[str, str]:
    return names.canonical(claim.subject), names.canonical(claim.value.display())


def _pack(scope: Scope, read: Pack, fresh: Sequence[Claim]) -> Pack:
    """What the new claims need: the names in them, their relations."""
    names = tuple(one for one in read.names if scope.names.find(one.name) is None and _is_in(one, fresh))
    forms = {form for one in names for form in one.forms()}
    rulings = tuple(one for one in read.rulings if set(one.names or ()) & forms)
    return Pack(names=names, relations=read.relations, claims=tuple(fresh), rulings=rulings)


def _is_in(entry: NameEntry, claims: Iterable[Claim]) -> bool:
    return any(form in claim.evidence.quote or form == claim.subject for claim in claims for form in entry.forms())


def _actor(run: Run) -> Actor:
    return Actor(player=run.owner, name=str(run.subject["by"]))


def _record(connection: Connection, run: Run, article: Article, fresh: Sequence[Claim], effect: Effect) -> None:
    actor = _actor(run)
    new: dict[str, object] = {
        "title": article.title,
        "revision": article.revision,
        "passages": [claim.evidence.quote for claim in fresh],
        "questions": [one.item.id for one in effect.new],
        "left_play": [one.item for one in effect.touched if one.left_play],
    }
    act = Entry(
        at=run.now(), actor=actor.name, actor_id=actor.player, action="article read again", subject_kind=KIND, subject_id=article.slug[:60]
    )
    write_record(connection, replace(act, new=new))
