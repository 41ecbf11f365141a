"""Searching the questions a teacher may put into a quiz."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.knowledge.fact import Verdict
from quizapp.knowledge.fold import fold
from quizapp.play.balance import band
from quizapp.questions.item import Kind
from quizapp.services.database import Database
from quizapp.services.own_quizzes import quiz_of
from quizapp.services.own_quizzes_pool import Pool, chosen, pool_of
from quizapp.services.own_quizzes_view import QuestionLine, question_line
from quizapp.storage.bank_values import StoredItem

PAGE = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Filters:
    """What to look for; an empty filter lets everything through. `article` is a slug, `whose` is "own" or "library"."""

    text: str = ""
    article: str = ""
    kind: Kind | None = None
    difficulty: str = ""
    verdict: Verdict | None = None
    whose: str = ""
    page: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class BankLine:
    """A question found; `place` is where it stands in the quiz already, `asks_same` the place of one that asks the same.

    `older` is the row of its older wording when the quiz holds that one: it can be exchanged, and not be added beside it.
    """

    line: QuestionLine
    place: int | None
    asks_same: int | None
    older: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class BankView:
    """A page of what was found, of `pages`; `found` in all of `total`; `articles` are (slug, title) of all that questions rest on."""

    slug: str
    title: str
    lines: tuple[BankLine, ...]
    found: int
    total: int
    page: int
    pages: int
    articles: tuple[tuple[str, str], ...]


def search(db: Database, *, owner: int, quiz: str, filters: Filters) -> BankView:
    """What the filters leave of the questions for this quiz, own ones first; raises NotFound."""
    with db.reading() as connection:
        found = quiz_of(connection, quiz, owner)
        pool = pool_of(db, connection, owner=owner)
        holds = [one.item for one in chosen(connection, pool, found.items)]
    left = [item for item in pool.items.values() if all(_passes(pool, item, filters))]
    left.sort(key=lambda one: (one.row not in pool.own, one.value.stem.casefold(), one.row))
    pages = max(1, -(-len(left) // PAGE))
    page = min(max(1, filters.page), pages)
    shown = left[(page - 1) * PAGE : page * PAGE]
    return BankView(
        slug=found.slug,
        title=found.title,
        lines=tuple(_line(pool, item, holds) for item in shown),
        found=len(left),
        total=len(pool.items),
        page=page,
        pages=pages,
        articles=_articles(pool),
    )


def articles_with_questions(db: Database, *, owner: int) -> tuple[tuple[str, str], ...]:
    """(slug, title) of every article that this teacher has questions on, by title; those with questions of her own first."""
    with db.reading() as connection:
        return _articles(pool_of(db, connection, owner=owner))


def _line(pool: Pool, item: StoredItem, holds: Sequence[StoredItem]) -> BankLine:
    """A question found, beside those that the quiz holds."""
    places = {one.item: place for place, one in enumerate(holds, 1)}
    facts = {one.value.fact: place for place, one in enumerate(holds, 1)}
    older = next((one.row for one in holds if one.item == item.item and one.row != item.row), None)
    return BankLine(line=question_line(pool, item), place=places.get(item.item), asks_same=facts.get(item.value.fact), older=older)


def _passes(pool: Pool, item: StoredItem, filters: Filters) -> Iterator[bool]:
    value = item.value
    yield not filters.text or all(word in fold(" ".join((value.stem, *value.options))) for word in fold(filters.text).split())
    yield not filters.article or filters.article in {one.slug for one in pool.articles(item)}
    yield filters.kind is None or value.kind is filters.kind
    yield not filters.difficulty or band(value.difficulty) == filters.difficulty
    yield filters.verdict is None or pool.verdict(item)[0] is filters.verdict
    yield not filters.whose or (filters.whose == "own") == (item.row in pool.own)


def _articles(pool: Pool) -> tuple[tuple[str, str], ...]:
    found = {article.slug: article.title for item in pool.items.values() for article in pool.articles(item)}
    own = {article.slug for item in pool.own.values() for article in pool.articles(item)}
    return tuple(sorted(found.items(), key=lambda one: (one[0] not in own, one[1].strip("[]“").casefold())))
