"""Re-proving the bank: evidence, keys, distractors, decisions, quizzes; of the shipped seeds as of the database."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quizapp.knowledge.scope import Scope
from quizapp.play.quiz import FeaturedQuiz
from quizapp.questions.background import Background, survey
from quizapp.questions.checks import check_against
from quizapp.questions.checks.bank import check_bank as judge_bank
from quizapp.questions.checks.quiz import check_quiz
from quizapp.questions.decisions import Decision, lapsed
from quizapp.questions.item import Candidate, Item, State
from quizapp.questions.review import why_not_approved
from quizapp.services.database import Database
from quizapp.services.evidence import words_gone
from quizapp.storage.bank import read_bank
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.knowledge_store import current_revisions
from quizapp.storage.quizzes import read_quizzes
from quizapp.storage.scopes import library, read_scope


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """Something in the bank that does not hold: the place (a file's name, an item's id and stem …) and what is wrong there."""

    place: str
    what: str


def check_values(
    *, scope: Scope, candidates: Sequence[Candidate], quizzes: Sequence[FeaturedQuiz] = (), decisions: Sequence[Decision] = ()
) -> tuple[Problem, ...]:
    """Prove claims, approved items and quizzes of values that are in no database yet (the shipped seeds)."""
    background = survey(scope)
    reasons = {(one.item, one.content): one.reason for one in decisions}
    approved = {one.item.id: one for one in candidates if one.state is State.APPROVED}
    return (
        *_of_claims(scope),
        *(
            problem
            for name, one in approved.items()
            for problem in _of_item(name, one, background, reasons.get((name, one.item.content), ""))
        ),
        *(
            Problem(place=f"decision on {one.stem or one.item}", what="The question it was made on has changed or is gone.")
            for one in lapsed(candidates, decisions)
        ),
        *_of_quizzes(quizzes, {name: one.item for name, one in approved.items()}, background),
        *_of_all(tuple(one.item for one in approved.values())),
    )


def check_bank(db: Database) -> tuple[Problem, ...]:
    """Prove everything the library's database holds."""
    with db.reading() as connection:
        head = library(connection)
        if head is None:
            return ()
        scope, bank = read_scope(connection, head.id), read_bank(connection, head.id)
        revisions = current_revisions(connection, head.id)
        quizzes = [one.value for one in read_quizzes(connection, head.id)]
    background = survey(scope)
    approved = {one.item: one for one in bank if one.state is State.APPROVED}
    return (
        *_of_texts(scope, revisions),
        *_of_claims(scope),
        *(problem for one in approved.values() for problem in _of_stored(one, background)),
        *_of_quizzes(tuple(_in_play(quizzes, approved)), {name: one.value for name, one in approved.items()}, background),
        *_of_all(tuple(one.value for one in approved.values())),
    )


def _in_play(quizzes: Iterable[FeaturedQuiz], approved: Collection[str]) -> Iterator[FeaturedQuiz]:
    """The quizzes with the questions they really ask: one that left play after its quiz was made is not asked."""
    for quiz in quizzes:
        items = tuple(item for item in quiz.items if item in approved)
        if items:
            yield replace(quiz, items=items)


def _of_texts(scope: Scope, revisions: Mapping[str, str]) -> Iterator[Problem]:
    for name, article in scope.articles.items():
        if revisions.get(name) != article.revision:
            yield Problem(place=name, what="The text in the database is not the one that was stored: its digest differs.")


def _of_claims(scope: Scope) -> Iterator[Problem]:
    strangers: Counter[str] = Counter()
    for evidence in (claim.evidence for claim in scope.claims if not scope.proves(claim.evidence)):
        gone = words_gone(scope, evidence)
        strangers[evidence.article] += gone is None
        if gone:
            yield Problem(place=f"{evidence.article}, character {evidence.start}", what=gone)
    for name, claims in strangers.items():
        if claims:
            yield Problem(place=name, what=f"{claims} claims rest on another revision of this text.")


def _of_stored(stored: StoredItem, background: Background) -> Iterator[Problem]:
    place = _place(stored.item, stored.value)
    if stored.content != stored.value.content:
        yield Problem(place=place, what="Its words in the database are not those that were stored: their digest differs.")
    if stored.decision is None or stored.decision.content != stored.value.content:
        yield Problem(place=place, what="It was approved in other words than these.")
    candidate = Candidate(item=stored.value, checks=stored.checks, state=stored.state)
    yield from _of_item(stored.item, candidate, background, stored.decision.reason if stored.decision else "")


def _of_item(name: str, approved: Candidate, background: Background, reason: str) -> Iterator[Problem]:
    fresh = replace(approved, checks=check_against(approved.item, background))
    if why_not_approved(fresh, reason) is None:
        return
    for check in fresh.checks:
        if not check.passed and (check.absolute or not reason.strip()):
            yield Problem(place=_place(name, approved.item), what=f"{check.name}: {check.detail}")


def _of_quizzes(quizzes: Sequence[FeaturedQuiz], approved: Mapping[str, Item], background: Background) -> Iterator[Problem]:
    for quiz in quizzes:
        place = f"quiz “{quiz.slug}”"
        yield from (Problem(place=place, what=f"It asks {item}, which is not approved.") for item in quiz.items if item not in approved)
        asked = [approved[item] for item in quiz.items if item in approved]
        yield from (Problem(place=place, what=check.detail) for check in check_quiz(asked, background) if not check.passed)


def _of_all(items: Sequence[Item]) -> Iterator[Problem]:
    """The rules of a bank: neither length nor place gives the answer away."""
    yield from (Problem(place="all approved questions", what=check.detail) for check in judge_bank(items) if not check.passed)


def _place(name: str, item: Item) -> str:
    return f"question {name} (“{item.stem[:80]}”)"
