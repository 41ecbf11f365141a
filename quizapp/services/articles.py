"""The public library of articles, each with its evidence marked."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim, Modality
from quizapp.knowledge.fact import Fact, Position, Verdict
from quizapp.services.closed_books import shut_articles
from quizapp.services.database import Database
from quizapp.services.errors import NotFound
from quizapp.services.hiding import anchors_left, is_asked
from quizapp.services.known import Known, known
from quizapp.services.marking import show_blocks
from quizapp.services.passages import OTHER, PROOF, show_claim
from quizapp.services.proofs import first_of_each_article
from quizapp.services.starting import is_of
from quizapp.services.views import ArticleCard, ArticleView, DisagreementView
from quizapp.storage.withheld import asked_now

_TOLD = frozenset({Verdict.DISPUTED, Verdict.QUALIFIED})


def articles(db: Database) -> tuple[ArticleCard, ...]:
    """Every article of the library, by title."""
    with db.reading() as connection:
        library = known(db, connection)
    if library is None:
        return ()
    cards = (_card(library, article) for article in library.scope.articles.values())
    return tuple(sorted(cards, key=lambda card: card.title.strip("[]“").casefold()))


def article(db: Database, *, slug: str, player: int | None = None, now: datetime) -> ArticleView:
    """The whole text with its evidence, without marks and notes while `player` may not be told what they prove.

    Raises NotFound, BookClosed while the player takes part in a quiz that is answered without it.
    """
    with db.reading() as connection:
        library = known(db, connection)
        found = next((one for one in library.scope.articles.values() if one.slug == slug), None) if library else None
        if library is None or found is None:
            raise NotFound("There is no such article.")
        if shut := shut_articles(connection, player, now).get(slug):
            raise shut
        asked = asked_now(connection, player=player, now=now) if player is not None else ()
    hidden = is_asked(library, found, asked)
    blocks, tail = show_blocks(library, found, anchors_left(library, found, asked) if hidden else None)
    return ArticleView(
        slug=found.slug,
        title=found.title,
        date=found.date,
        source=found.source,
        note=found.note,
        blocks=blocks,
        hidden=hidden,
        tail=tail,
        questions=sum(is_of(library, one, (found.slug,)) for one in library.playable.values()),
    )


def disagreements(db: Database, *, player: int | None = None, now: datetime) -> tuple[DisagreementView, ...]:
    """Every disputed or qualified fact, without those of questions that `player` may not be told yet."""
    with db.reading() as connection:
        library = known(db, connection)
        asked = asked_now(connection, player=player, now=now) if player is not None else ()
        shut = shut_articles(connection, player, now)
    if library is None:
        return ()
    untold = {one.fact for one in asked if not one.told}
    told = (fact for fact in library.scope.facts if fact.verdict in _TOLD and fact.id not in untold and not _rests_on(library, fact, shut))
    ordered = sorted(told, key=lambda fact: (fact.verdict is not Verdict.DISPUTED, fact.relation.about, fact.id))
    return differences_of(library, ordered)


def _rests_on(library: Known, fact: Fact, slugs: Collection[str]) -> bool:
    return any(library.article(claim.evidence.article).slug in slugs for claim in fact.claims)


def _card(library: Known, article: Article) -> ArticleCard:
    facts = {place.fact.id: place.fact.verdict for place in library.places.get(article.name, ())}
    return ArticleCard(
        slug=article.slug,
        title=article.title,
        date=article.date,
        source=article.source,
        facts=len(facts),
        disputed=Counter(facts.values())[Verdict.DISPUTED],
    )


def differences_of(library: Known, facts: Iterable[Fact]) -> tuple[DisagreementView, ...]:
    """These facts with what each side says, in their order."""
    return tuple(_disagreement(library, fact) for fact in facts)


def _disagreement(library: Known, fact: Fact) -> DisagreementView:
    sides = []
    for place, position in enumerate(fact.positions):
        shown = (show_claim(library, claim, mark=OTHER if place else PROOF) for claim in _voices(position))
        value = position.value.display()
        told = f"not {value}" if position.negated else value
        planned = all(claim.modality is Modality.PLANNED for claim in position.claims)
        sides.append((f"{told}, as a plan" if planned else told, tuple(shown)))
    about = (
        f"{fact.relation.about} ({fact.subject})" if fact.subject.casefold() not in fact.relation.about.casefold() else fact.relation.about
    )
    return DisagreementView(fact=fact.id, about=about, verdict=fact.verdict, positions=tuple(sides))


def _voices(position: Position) -> tuple[Claim, ...]:
    return tuple(first_of_each_article(position.claims))
