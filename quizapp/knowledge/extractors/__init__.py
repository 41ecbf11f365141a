"""Extraction: from articles to names, open relations and claims, each with the words that say it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim
from quizapp.knowledge.extractors import model
from quizapp.knowledge.extractors.aboard import find_aboard
from quizapp.knowledge.extractors.amounts import find_amounts
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.drawing import draw, is_certain
from quizapp.knowledge.extractors.identities import find_identities
from quizapp.knowledge.extractors.lives import find_lives
from quizapp.knowledge.extractors.naming import ArticleNames
from quizapp.knowledge.extractors.nominals import find_nominals
from quizapp.knowledge.extractors.page import Page, open_pages
from quizapp.knowledge.extractors.parties import find_agents, find_objects
from quizapp.knowledge.extractors.places import find_locations, find_places
from quizapp.knowledge.extractors.plain import plain_claims
from quizapp.knowledge.extractors.referents import Referents
from quizapp.knowledge.extractors.registry import register, spelling_rulings
from quizapp.knowledge.extractors.roles import find_roles
from quizapp.knowledge.extractors.speakers import find_speakers
from quizapp.knowledge.extractors.times import find_times
from quizapp.knowledge.relation import Relation
from quizapp.knowledge.same_deeds import same_deed
from quizapp.knowledge.scope import Pack

EXTRACTORS: tuple[Callable[[Sight], Iterator[Draft]], ...] = (
    find_times,
    find_lives,
    find_places,
    find_locations,
    find_roles,
    find_amounts,
    find_aboard,
    find_agents,
    find_objects,
    find_identities,
    find_nominals,
    find_speakers,
)


def extract(articles: Sequence[Article]) -> Pack:
    """Everything the extractors find, the same for the same articles in any order; without the language model what plain rules find.

    `model.missing()` says in words what is not installed.
    """
    ordered = sorted(articles, key=lambda article: article.name)
    if model.missing() is not None:
        plain = [claim for article in ordered for claim in plain_claims(article)]
        return Pack(relations=_relations(plain), claims=tuple(plain))
    claims: list[Claim] = []
    found: dict[str, ArticleNames] = {}
    for page in open_pages(ordered):
        claims.extend(_claims(page))
        found[page.article.name] = page.names.alone()
    names = register(found)
    return Pack(names=names, relations=_relations(claims), claims=tuple(claims), rulings=spelling_rulings(found, names))


def _relations(claims: Sequence[Claim]) -> tuple[Relation, ...]:
    """One entry for each key, and for the key its facts are kept under, without the wordings, which belong to single facts."""
    by_key = {claim.relation: claim.shape for claim in reversed(claims) if claim.shape is not None}
    kept = {
        same_deed(key): replace(shape, key=same_deed(key)) for key, shape in sorted(by_key.items(), key=lambda item: item[0], reverse=True)
    }
    every = {**kept, **by_key}
    return tuple(replace(every[key], wordings=()) for key in sorted(every))


def _claims(page: Page) -> list[Claim]:
    sight = Sight(page, Referents(page))
    found: dict[str, Claim] = {}
    for extractor in EXTRACTORS:
        for draft in extractor(sight):
            if not is_certain(sight, draft):
                continue
            claim = draw(sight, draft)
            found.setdefault(claim.id, claim)
    return sorted(found.values(), key=lambda claim: (claim.evidence.start, claim.evidence.end, claim.relation))
