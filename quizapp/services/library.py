"""Loading the library: articles, what is known of them, questions, decisions and featured quizzes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from quizapp.knowledge.article import Article
from quizapp.knowledge.rulings import Ruling
from quizapp.knowledge.scope import Scope
from quizapp.play.quiz import FeaturedQuiz
from quizapp.questions.decisions import Decision
from quizapp.questions.item import Candidate, State
from quizapp.services.carrying_own import carry_own
from quizapp.services.database import Database
from quizapp.services.material_faults import refuse_material
from quizapp.services.merging import Library, merge
from quizapp.services.rechecking import recheck
from quizapp.services.rechecking_own import recheck_own_scopes
from quizapp.services.regrouping import shelf_of
from quizapp.storage.bank import read_bank
from quizapp.storage.bank_store import Decided, Shelf, add_decision, store_version
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.knowledge_store import SEEDS, current_revisions, replace_knowledge, store_articles, store_rulings
from quizapp.storage.made_here import leave_to_files, read_made_here
from quizapp.storage.quizzes import read_quizzes, store_quiz, withdraw_quizzes
from quizapp.storage.rulings import place_after_files
from quizapp.storage.scopes import ScopeHead, library, make_library, mark_changed
from quizapp.storage.set_aside import put_aside

_GONE = "The articles and the pack that come with the program no longer give this question."
_LOST = "The words it rests on are no longer in the article."
_READ_ANEW = "The articles were read anew."


@dataclass(frozen=True, kw_only=True, slots=True)
class Loaded:
    """What loading changed; all zero when the library was there already."""

    articles: int = 0
    claims: int = 0
    items: int = 0
    decisions: int = 0
    quizzes: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class _Load:
    connection: Connection
    scope: int
    now: datetime


def library_digest(db: Database) -> str | None:
    """The digest of what was loaded last; None before the first load."""
    with db.reading() as connection:
        head = library(connection)
        return head.digest if head else None


def load_library(
    db: Database,
    *,
    articles: Mapping[str, Article],
    scope: Scope,
    rulings: Sequence[Ruling],
    candidates: Sequence[Candidate],
    quizzes: Sequence[FeaturedQuiz],
    digest: str,
    now: datetime,
    decisions: Sequence[Decision] = (),
) -> Loaded:
    """Store the library whole, in one transaction; the same digest again changes nothing, another one adds what changed.

    What people did here stands: rulings, articles added, corrected or withdrawn, decisions; the rest follows the files.
    Raises Invalid (values contradict each other), NotSaved.
    """
    refuse_material(articles, scope, rulings, candidates, quizzes)
    with db.writing() as connection:
        head = library(connection) or make_library(connection)
        if head.digest == digest:
            return Loaded()
        mark_changed(connection, head, digest)
        load = _Load(connection=connection, scope=head.id, now=now)
        before = current_revisions(connection, head.id)
        here = read_made_here(connection, head.id)
        whole = merge(scope, rulings, candidates, decisions, here)
        for name in sorted(here.scope.articles.keys() - whole.scope.articles.keys()):
            put_aside(connection, head.id, here.scope, name)
        shelf = _store_knowledge(load, whole, from_files=articles)
        items, decided, versions = _store_bank(load, shelf, whole.scope, whole.candidates, decisions)
        changed = _store_quizzes(load, quizzes, versions)
        decided += _recheck(load, whole.scope)
        _carry_own(load, head, before=here.scope.articles, after=whole.scope)
        recheck_own_scopes(connection, library=head, known=whole.scope, now=now, why=_READ_ANEW, actor=None)
    texts = sum(before.get(name) != article.revision for name, article in whole.scope.articles.items())
    return Loaded(articles=texts, claims=len(whole.scope.claims), items=items, decisions=decided, quizzes=changed)


def _carry_own(load: _Load, head: ScopeHead, *, before: Mapping[str, Article], after: Scope) -> None:
    """Carry teachers' own questions along, from every text that changed to the one that came."""
    texts = dict(before)
    for name, article in after.articles.items():
        if name in before and before[name].revision != article.revision:
            carry_own(load.connection, library=head, after=after, article=article, before=texts, now=load.now)
            texts[name] = article


def _recheck(load: _Load, scope: Scope) -> int:
    """How many questions that people wrote or decided on do not hold any more and leave play; those of the files were just checked."""
    bank = read_bank(load.connection, load.scope)
    ours = {one.item for one in bank if one.edited or (one.decision is not None and not one.decision.with_files)}
    touched = recheck(load.connection, scope=load.scope, known=scope, now=load.now, why=_READ_ANEW, among=ours)
    return sum(one.left_play for one in touched)


def _store_knowledge(load: _Load, whole: Library, *, from_files: Mapping[str, Article]) -> Shelf:
    revisions = store_articles(load.connection, load.scope, whole.scope.articles, now=load.now)
    leave_to_files(load.connection, load.scope, from_files)
    store_rulings(load.connection, load.scope, whole.rulings, now=load.now)
    place_after_files(load.connection, load.scope, len(whole.rulings))
    replace_knowledge(load.connection, load.scope, whole.scope, revisions)
    return shelf_of(load.scope, whole.scope, revisions)


def _store_bank(
    load: _Load, shelf: Shelf, scope: Scope, candidates: Sequence[Candidate], decisions: Sequence[Decision]
) -> tuple[int, int, dict[str, int]]:
    standing = {one.item: one for one in read_bank(load.connection, load.scope)}
    versions = {one.item.id: store_version(load.connection, shelf, one, standing.get(one.item.id), now=load.now) for one in candidates}
    made = {(one.item, one.content): one for one in decisions}
    decided = sum(_leave_play(load, scope, one) for one in standing.values() if one.edited)
    for one in candidates:
        if _is_edited(standing.get(one.item.id)):
            continue
        before = _if_still(standing.get(one.item.id), versions[one.item.id])
        decided += _follow(load, one, versions[one.item.id], before, made.get((one.item.id, one.item.content)))
    for name, item in standing.items():
        decided += name not in versions and not item.edited and _leave_play(load, scope, item)
    new = sum(name not in standing or standing[name].row != row for name, row in versions.items())
    return new, decided, {**{name: one.row for name, one in standing.items()}, **versions}


def _is_edited(standing: StoredItem | None) -> bool:
    """Whether a person wrote the current wording here: what comes with files does not replace it."""
    return standing is not None and standing.edited


def _if_still(standing: StoredItem | None, version: int) -> StoredItem | None:
    return standing if standing is not None and standing.row == version else None


def _follow(load: _Load, candidate: Candidate, version: int, standing: StoredItem | None, made: Decision | None) -> bool:
    current = standing.state if standing else State.CANDIDATE
    by_person = standing is not None and standing.decision is not None and not standing.decision.with_files
    if candidate.state is current or by_person:
        return False
    decided = Decided(state=candidate.state, reason=made.reason if made else "", actor=made.by if made else SEEDS, with_files=True)
    add_decision(load.connection, load.scope, version, decided, content=candidate.item.content, now=load.now)
    return True


def _leave_play(load: _Load, scope: Scope, item: StoredItem) -> bool:
    if item.state is not State.APPROVED or item.decision is None:
        return False
    if item.decision.with_files:
        decided = Decided(state=State.RETIRED, reason=_GONE, actor=SEEDS, with_files=True)
    elif not all(scope.proves(evidence) for evidence in item.value.evidence):
        decided = Decided(state=State.CANDIDATE, reason=_LOST, actor=SEEDS, with_files=True)
    else:
        return False
    add_decision(load.connection, load.scope, item.row, decided, content=item.content, now=load.now)
    return True


def _store_quizzes(load: _Load, quizzes: Sequence[FeaturedQuiz], versions: Mapping[str, int]) -> int:
    standing = {one.value.slug: one for one in read_quizzes(load.connection, load.scope, withdrawn=True)}
    wanted = {quiz.slug for quiz in quizzes}
    gone = [one.row for slug, one in standing.items() if slug not in wanted and not one.withdrawn]
    withdraw_quizzes(load.connection, gone, now=load.now)
    changed = 0
    for place, quiz in enumerate(quizzes):
        items = tuple(item for item in quiz.items if item in versions)
        if items:
            asked, rows = replace(quiz, items=items), [versions[item] for item in items]
            changed += store_quiz(load.connection, load.scope, asked, standing.get(quiz.slug), place=place, versions=rows, now=load.now)
    return changed + len(gone)
