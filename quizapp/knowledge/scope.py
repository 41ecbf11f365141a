"""A scope: the articles that count together, and everything known of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quizapp.knowledge.agreement import agree
from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim, Evidence
from quizapp.knowledge.fact import Fact
from quizapp.knowledge.names import NameEntry, Names
from quizapp.knowledge.relation import Catalogue, Qualifiers, Relation
from quizapp.knowledge.rulings import Ruling, spelling_cases


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """Wrong options that an editor proposes for one fact, `instead` where its subject is asked for; `barred` may never stand there."""

    subject: str
    relation: str
    qualifiers: Qualifiers
    options: tuple[str, ...]
    barred: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Pack:
    """What people read in a set of articles: names, relations, claims, rulings, proposals."""

    names: tuple[NameEntry, ...] = ()
    relations: tuple[Relation, ...] = ()
    claims: tuple[Claim, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """Articles with their claims, names, rulings and the facts that follow; values only, built by `make_scope`."""

    articles: Mapping[str, Article]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    names: Names
    catalogue: Catalogue
    proposals: tuple[Proposal, ...] = ()
    _facts: Mapping[str, Fact] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_facts", {fact.id: fact for fact in self.facts})

    def fact(self, wanted: str) -> Fact | None:
        """The fact with this id, or None."""
        return self._facts.get(wanted)

    def proves(self, evidence: Evidence) -> bool:
        """Whether the words still stand in the article."""
        article = self.articles.get(evidence.article)
        return article is not None and evidence.holds_in(article)


def make_scope(articles: Mapping[str, Article], pack: Pack, *, catalogue: Catalogue) -> Scope:
    """Bring articles and a pack together: relations are added to the catalogue, rulings applied, claims grouped into facts."""
    relations = {**catalogue, **{relation.key: relation for relation in pack.relations}}
    names = Names(pack.names, spelling_cases(pack.rulings))
    facts = agree(pack.claims, catalogue=relations, names=names, rulings=pack.rulings)
    return Scope(dict(sorted(articles.items())), pack.claims, facts, names, relations, pack.proposals)
