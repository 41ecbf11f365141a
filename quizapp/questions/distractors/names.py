"""Wrong names of the right type and sort: what else the articles name, then lists shipped as data."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import MadeBy
from quizapp.knowledge.digest import content_id
from quizapp.knowledge.extractors.gazetteer import first_names
from quizapp.knowledge.fact import Fact
from quizapp.knowledge.fold import fold
from quizapp.knowledge.values.base import ValueType
from quizapp.questions.background import Background
from quizapp.questions.distractors.places import lies_in, votes_place
from quizapp.questions.distractors.roles import callings_near
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
    fits = _fitting(draft, background)
    named = [name for name in background.named.near(articles, wanted) if sort_of(name, wanted) == sort and fits(name)]
    told = _told(draft.fact, wanted, background)
    tiers: dict[tuple[bool, bool], list[str]] = defaultdict(list)
    for name in named:
        tiers[name not in told, not background.articles_naming(name) & articles].append(name)
    fact = draft.fact.id
    for tier in sorted(tiers):
        yield from sorted(tiers[tier], key=lambda name: (_unlike(name, draft), content_id("wrong option", fact, name)))
    if wanted is ValueType.ROLE and not by_hand(draft):
        yield from callings_near(key)
    mine = list_of(key)
    if mine is not None:
        yield from (name for name in mine.near(key) if by_hand(draft) or was_there(name, year_of(draft)))


def by_hand(draft: Draft) -> bool:
    """Whether people wrote every claim of the fact."""
    return all(claim.made_by is MadeBy.HAND for claim in draft.fact.claims)


def year_of(draft: Draft) -> int | None:
    """The latest year that the question or its proof speaks of, None where they tell none."""
    return max((year for text in (draft.stem, *(one.quote for one in draft.evidence)) for year in years_in(text)), default=None)


def _fitting(draft: Draft, background: Background) -> Callable[[str], bool]:
    """What people put into the registry may be offered; of what extraction put there, names as whole as the key."""
    if by_hand(draft):
        return lambda _: True
    wanted, key, year = draft.key.type, draft.key.display(), year_of(draft)
    scope = background.scope
    articles = [scope.articles[one.article] for one in draft.evidence if one.article in scope.articles]

    def fits(name: str) -> bool:
        if not was_there(name, year) or not may_be_offered(name, wanted):
            return False
        if wanted is ValueType.PERSON:
            return _fits_person(name, key)
        return wanted is not ValueType.PLACE or _fits_place(name, key, articles)

    return fits


def _unlike(name: str, draft: Draft) -> bool:
    """Whether first names tell that the one is a woman, the other a man: those come last, as "her" or "father" would rule them out."""
    if draft.key.type is not ValueType.PERSON or by_hand(draft):
        return False
    mine, other = (first_names().get(fold(one.split()[0])) for one in (draft.key.display(), name))
    return {mine, other} == {"male", "female"}


def _fits_person(name: str, key: str) -> bool:
    """As whole as the key, and hardly the same person: no same last name with a first name that begins alike."""
    mine, others = key.split(), name.split()
    if (len(others) > 1) != (len(mine) > 1):
        return False
    return len(mine) == 1 or fold(mine[-1]) != fold(others[-1]) or fold(mine[0])[:1] != fold(others[0])[:1]


def _fits_place(name: str, key: str, articles: Sequence[Article]) -> bool:
    """A second vote that it is a place; beside a listed city, one of the same part of the world; none that holds the other."""
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
