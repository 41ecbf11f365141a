"""Wrong names of the right type and sort: what else the articles name, then lists shipped as data."""

from collections import defaultdict
from collections.abc import Iterator

from quizapp.knowledge.claim import MadeBy
from quizapp.knowledge.digest import content_id
from quizapp.knowledge.fact import Fact
from quizapp.knowledge.values.base import ValueType
from quizapp.questions.background import Background
from quizapp.questions.distractors.sorts import may_be_offered, sort_of
from quizapp.questions.draft import Draft
from quizapp.questions.lists import list_of

FEW = 50


def names_near(draft: Draft, background: Background) -> Iterator[str]:
    """Names that could stand where the key stands: answers of the same relation, then its own articles', then those on the same matter."""
    wanted, key = draft.key.type, draft.key.display()
    sort = sort_of(key, wanted)
    articles = frozenset(one.article for one in draft.evidence)
    named = [name for name in background.named.near(articles, wanted) if sort_of(name, wanted) == sort and _fits(name, draft)]
    told = _told(draft.fact, wanted, background)
    tiers: dict[tuple[bool, bool], list[str]] = defaultdict(list)
    for name in named:
        tiers[name not in told, not background.articles_naming(name) & articles].append(name)
    fact = draft.fact.id
    for tier in sorted(tiers):
        yield from sorted(tiers[tier], key=lambda name: content_id("wrong option", fact, name))
    mine = list_of(key)
    if mine is not None:
        yield from mine.near(key)


def _fits(name: str, draft: Draft) -> bool:
    """What people put into the registry may be offered; of what extraction put there, names as whole as the key."""
    if all(claim.made_by is MadeBy.HAND for claim in draft.fact.claims):
        return True
    if draft.key.type is ValueType.PERSON and (len(name.split()) > 1) != (len(draft.key.display().split()) > 1):
        return False
    return may_be_offered(name, draft.key.type)


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
