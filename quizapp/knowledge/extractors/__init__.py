"""Extraction: from articles to names, open relations and claims, each with the words that say it."""

from collections.abc import Callable, Iterator, Sequence

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim
from quizapp.knowledge.extractors.amounts import find_amounts
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.drawing import draw
from quizapp.knowledge.extractors.page import Page, open_pages
from quizapp.knowledge.extractors.parties import find_agents, find_objects
from quizapp.knowledge.extractors.places import find_places
from quizapp.knowledge.extractors.referents import Referents
from quizapp.knowledge.extractors.roles import find_roles
from quizapp.knowledge.extractors.speakers import find_speakers
from quizapp.knowledge.extractors.times import find_times
from quizapp.knowledge.scope import Pack

EXTRACTORS: tuple[Callable[[Sight], Iterator[Draft]], ...] = (
    find_times,
    find_places,
    find_roles,
    find_amounts,
    find_agents,
    find_objects,
    find_speakers,
)


def extract(articles: Sequence[Article]) -> Pack:
    """Everything the extractors find; the same for the same articles in any order."""
    claims: list[Claim] = []
    for page in open_pages(sorted(articles, key=lambda article: article.name)):
        claims.extend(_claims(page))
    return Pack(claims=tuple(claims))


def _claims(page: Page) -> list[Claim]:
    sight = Sight(page, Referents(page))
    found: dict[str, Claim] = {}
    for extractor in EXTRACTORS:
        for draft in extractor(sight):
            claim = draw(sight, draft)
            found.setdefault(claim.id, claim)
    return sorted(found.values(), key=lambda claim: (claim.evidence.start, claim.evidence.end, claim.relation))
