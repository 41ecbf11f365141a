"""Wrong names of the right type and sort: what else the articles name, then lists shipped as data."""

from collections import defaultdict
from collections.abc import Iterator

from quizapp.knowledge.claim import MadeBy
from quizapp.knowledge.digest import content_id
from quizapp.knowledge.fact import Fact
from quizapp.knowledge.values.base import ValueType
from quizapp.questions.background import Background
from quizapp.questions.distractors.places import lies_in, votes_place
from quizapp.questions.distractors.sorts import may_be_offered, sort_of
from quizapp.questions.distractors.years import years_in
from quizapp.questions.draft import Draft
from quizapp.questions.lists import city_group, list_of, was_there

FEW = 50
SAME_PART_OF_THE_WORLD = 6
"""So many groups of the list of cities apart."""


def names_near(draft: Draft, background: Background) -> Iterator[str]:
    """Names that could stand where the key stands: answers of the same relation, then its own articles', then those on the same matter."""
    wanted, key = draft.key.type, draft.key.display()
    sort = sort_of(key, wanted)
    articles = frozenset(one.article for one in draft.evidence)
    named = [name for name in background.named.near(articles, wanted) if sort_of(name, wanted) == sort and _fits(name, draft, background)]
    told = _told(draft.fact, wanted, background)
    tiers: dict[tuple[bool, bool], list[str]] = defaultdict(list)
    for name in named:
        tiers[name not in told, not background.articles_naming(name) & articles].append(name)
    fact = draft.fact.id
    for tier in sorted(tiers):
        yield from sorted(tiers[tier], key=lambda name: content_id("wrong option", fact, name))
    mine = list_of(key)
    if mine is not None:
        yield from (name for name in mine.near(key) if by_hand(draft) or was_there(name, year_of(draft)))


def by_hand(draft: Draft) -> bool:
    """Whether people wrote every claim of the fact."""
    return all(claim.made_by is MadeBy.HAND for claim in draft.fact.claims)


def year_of(draft: Draft) -> int | None:
    """The latest year that the question or its proof speaks of, None where they tell none."""
    return max((year for text in (draft.stem, *(one.quote for one in draft.evidence)) for year in years_in(text)), default=None)


def _fits(name: str, draft: Draft, background: Background) -> bool:
    """What people put into the registry may be offered; of what extraction put there, names as whole as the key."""
    if by_hand(draft):
        return True
    if not was_there(name, year_of(draft)):
        return False
    if draft.key.type is ValueType.PERSON and (len(name.split()) > 1) != (len(draft.key.display().split()) > 1):
        return False
    if draft.key.type is ValueType.PLACE and not _fits_place(name, draft, background):
        return False
    return may_be_offered(name, draft.key.type)


def _fits_place(name: str, draft: Draft, background: Background) -> bool:
    """A second vote that it is a place; beside a listed city, one of the same part of the world; none that holds the other."""
    key, scope = draft.key.display(), background.scope
    articles = [scope.articles[one.article] for one in draft.evidence if one.article in scope.articles]
    mine, others = city_group(key), city_group(name)
    if mine is not None and (others is None or abs(others - mine) > SAME_PART_OF_THE_WORLD):
        return False
    return votes_place(name, articles) and not lies_in(key, name, articles)


def _told(fact: Fact, wanted: ValueType, background: Background) -> frozenset[str]:
    """Subjects and values of that type in facts of the same relation; of relations that say too much to tell, none."""
    others = background.facts_of(fact.relation.key)
    found: set[str] = set()
    for other in others if len(others) <= FEW else ():
        if other.relation.value_type is wanted:
            found |= {background.names.shown(position.value.display()) for position in other.positions}
        if other.relation.subject_type is wanted:
            found.add(other.subject)
    return frozenset(found)
