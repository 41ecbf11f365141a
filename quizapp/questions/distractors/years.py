"""Between which years a wrong date of a subject may lie: within its life and career as far as the scope knows them."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import MadeBy
from quizapp.knowledge.fact import Fact
from quizapp.knowledge.values.moment import Date
from quizapp.questions.background import Background
from quizapp.questions.draft import Draft

Years = tuple[int, int]
_YEAR = re.compile(r"(?<![\d.,:$€£-])(?:1[0-9]|20)\d\d(?!(?:[.,:]?\d|%| ?%|[- ]year|s? old))")
_BIRTHS = frozenset({"bear.when"})
_DEATHS = frozenset({"die.when"})
_STARTS = frozenset({"found.when", "establish.when", "create.when", "build.when", "start.when", "open.when", "launch.when", "form.when"})
SLACK = 3
"""So many years before the first and after the last that is told of, a wrong year still tempts."""
NEAR, FAR, OUR_CENTURY = 10, 25, 1900
SPANS = 3
"""Beside a decade or a century stand those so many of them away."""
NEAR_BIRTH = 6
GROWN = 16
"""What people are known for, they hardly did earlier in their lives."""


def years_between(draft: Draft, background: Background) -> Years | None:
    """The first and last year that may stand beside the key; None where a person read the fact or the key has no year."""
    key, fact = draft.key, draft.fact
    if not isinstance(key, Date) or not key.year or key.year < 0 or all(claim.made_by is MadeBy.HAND for claim in fact.claims):
        return None
    year, last = key.year, _last(key)
    mine = background.facts_about(fact.subject_key)
    born, died = max(_years(mine, _BIRTHS), default=None), min(_years(mine, _DEATHS), default=None)
    told = {*_events(mine), year, last}
    if fact.relation.key in _BIRTHS:
        return year - NEAR_BIRTH, _least(year + NEAR_BIRTH, *(one - 1 for one in (*told, died) if one and one > last))
    if fact.relation.key in _DEATHS:
        return max([year - NEAR_BIRTH, *(one for one in told if one < year)]), year + NEAR_BIRTH
    low, high = _reach(key, told, _written(draft, background))
    began = born + GROWN if born and born + GROWN <= year else born
    starts = _years(mine, _STARTS) if fact.relation.key not in _STARTS else ()
    low = max([low, *(one for one in (began, *starts) if one and one <= year)])
    return low, _least(high, died if died and died >= last else None)


def _last(key: Date) -> int:
    return (key.until.year if key.until and key.until.year else (key.year or 0)) + key.span - 1


def _least(*years: int | None) -> int:
    return min(year for year in years if year is not None)


def _reach(key: Date, told: Iterable[int], written: Iterable[int]) -> Years:
    """Around what is told of the subject, or of its article where the subject has one date; never far from the key."""
    year, last, mine = key.year or 0, _last(key), set(told)
    known = mine if len(mine) > 1 + (last > year) else {*mine, *written}
    far, slack = NEAR if year >= OUR_CENTURY else FAR, SLACK
    if key.span > 1:
        far = slack = SPANS * key.span
    return max(min(known) - slack, year - far), min(max(known) + slack, last + far)


def _events(facts: Iterable[Fact]) -> Iterator[int]:
    """Every year in the proofs of facts on a subject but those of its birth and death."""
    for fact in facts:
        if fact.relation.key not in _BIRTHS | _DEATHS:
            for claim in fact.claims:
                yield from years_in(claim.evidence.quote)


def _years(facts: Iterable[Fact], relations: frozenset[str]) -> tuple[int, ...]:
    values = [position.value for fact in facts if fact.relation.key in relations for position in fact.positions]
    return tuple(value.year for value in values if isinstance(value, Date) and value.year and value.year > 0)


def _written(draft: Draft, background: Background) -> Iterator[int]:
    for one in draft.evidence:
        article = background.scope.articles.get(one.article)
        if article is not None:
            yield from _of_article(article)


@lru_cache(maxsize=256)
def _of_article(article: Article) -> tuple[int, ...]:
    return years_in(article.text)


@lru_cache(maxsize=4_000)
def years_in(text: str) -> tuple[int, ...]:
    """The years from 1000 on that a text writes as such."""
    return tuple(int(found[0]) for found in _YEAR.finditer(text))
