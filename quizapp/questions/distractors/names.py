"""Wrong names of the right type: what else the articles name, then lists shipped as data."""

from collections.abc import Iterator

from quizapp.knowledge.digest import content_id
from quizapp.knowledge.fact import Fact
from quizapp.knowledge.values.base import ValueType
from quizapp.questions.background import Background
from quizapp.questions.distractors.lists import list_of
from quizapp.questions.draft import Draft

FEW = 50


def names_near(draft: Draft, background: Background) -> Iterator[str]:
    """Names that could stand where the key stands: answers of the same relation, then its own articles', then those on the same matter."""
    wanted = draft.key.type
    mine = list_of(draft.key.display())
    articles = frozenset(one.article for one in draft.evidence)
    named = [name for name in background.named.near(articles, wanted) if list_of(name) is mine]
    told = _told(draft.fact, wanted, background)
    yield from sorted(named, key=lambda name: _rank(name, name in told, articles, draft, background))
    if mine is not None:
        yield from mine.near(draft.key.display())


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


def _rank(name: str, told: bool, articles: frozenset[str], draft: Draft, background: Background) -> tuple[bool, bool, str]:
    beside = bool(background.articles_naming(name) & articles)
    return not told, not beside, content_id("wrong option", draft.fact.id, name)
