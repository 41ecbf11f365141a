"""Planning a correction or a withdrawal of an article: what is carried and what is lost, as values; nothing is stored here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from quizapp.knowledge.article import Article, read_article
from quizapp.knowledge.carrying import Carrier
from quizapp.knowledge.claim import Claim
from quizapp.knowledge.errors import ArticleError
from quizapp.knowledge.fact import Position
from quizapp.knowledge.rulings import Ruling, RulingKind
from quizapp.knowledge.scope import Scope
from quizapp.questions.background import survey
from quizapp.questions.item import State
from quizapp.services.carrying import LIVE, Carried, carried_items
from quizapp.services.errors import Conflict, FieldRefused, NotFound
from quizapp.services.known import Known
from quizapp.services.rechecking import checks_of
from quizapp.services.regrouping import regroup
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.rulings import read_stored


@dataclass(frozen=True, kw_only=True, slots=True)
class Revision:
    """A correction as values: the scope after it, which claims and questions are carried, and which lose their words."""

    article: Article
    after: Scope
    lost: tuple[Claim, ...]
    carried: tuple[Carried, ...]
    split: tuple[Ruling, ...]


def find_article(library: Known, slug: str) -> Article:
    """The article with this slug; raises NotFound."""
    found = next((one for one in library.scope.articles.values() if one.slug == slug), None)
    if found is None:
        raise NotFound("There is no such article in the library.")
    return found


def plan_revision(connection: Connection, library: Known, slug: str, text: str) -> Revision:
    """What a new text of this article carries and loses. Raises NotFound, FieldRefused on `text`."""
    old = find_article(library, slug)
    new = replace(old, text=_text(old, text))
    articles = {**library.scope.articles, old.name: new}
    carrier = Carrier(library.scope.articles, articles)
    moved = {claim.id: carried.id for claim in library.scope.claims if (carried := carrier.claim(claim)) is not None}
    standing = [one.value for one in read_stored(connection, library.head.id) if one.stands]
    split = _carried_splits(standing, moved)
    claims = carrier.claims(library.scope.claims)
    return Revision(
        article=new,
        after=regroup(library.scope, [*standing, *split], articles=articles, claims=claims),
        lost=tuple(claim for claim in library.scope.claims if claim.id not in moved),
        carried=carried_items(library.bank, carrier, old.name),
        split=split,
    )


def _text(old: Article, text: str) -> str:
    """The text as it is kept: browsers send every new line as two characters, which the article may not have."""
    kept = text if "\r\n" in old.text else text.replace("\r\n", "\n")
    if kept == old.text:
        raise FieldRefused("text", "The text is as it was. Change the words that are wrong.")
    try:
        read_article(old.name, kept.encode("utf-8"))
    except (ArticleError, UnicodeEncodeError) as error:
        raise FieldRefused("text", str(error)) from error
    return kept


def _carried_splits(standing: Sequence[Ruling], moved: dict[str, str]) -> tuple[Ruling, ...]:
    """Splits name claims by id, and a claim in a new text has a new one: the same split for those."""
    found = []
    for ruling in standing:
        fresh = tuple(moved[claim] for claim in ruling.claims if moved.get(claim, claim) != claim)
        if ruling.kind is RulingKind.DIFFERENT_FACT and fresh:
            found.append(replace(ruling, claims=fresh))
    return tuple(found)


def as_checked(library: Known) -> tuple[StoredItem, ...]:
    """The questions in play or waiting with what the checks say before anything changes, so that a re-check tells what did."""
    background = survey(library.scope)
    return tuple(replace(one, checks=checks_of(one.value, background)) if one.state in LIVE else one for one in library.bank)


def as_carried(scope: Scope, revision: Revision) -> Scope:
    """The scope before, with the claims that are carried where they are now: what is left to differ did change."""
    carrier = Carrier(scope.articles, revision.after.articles)

    def position(one: Position) -> Position:
        return replace(one, claims=tuple(carrier.claim(claim) or claim for claim in one.claims))

    return replace(scope, facts=tuple(replace(fact, positions=tuple(map(position, fact.positions))) for fact in scope.facts))


def without(connection: Connection, library: Known, slug: str) -> Scope:
    """The scope without this article. Raises NotFound, Conflict for the only one."""
    gone = find_article(library, slug).name
    articles = {name: one for name, one in library.scope.articles.items() if name != gone}
    if not articles:
        raise Conflict("This is the library's only article. Add another one first.")
    claims = [claim for claim in library.scope.claims if claim.evidence.article != gone]
    standing = [one.value for one in read_stored(connection, library.head.id) if one.stands]
    return regroup(library.scope, standing, articles=articles, claims=claims)


def resting_on(library: Known, article: Article) -> tuple[StoredItem, ...]:
    """The questions in play whose proof stands in this article."""
    return tuple(
        one for one in library.bank if one.state is State.APPROVED and any(two.article == article.name for two in one.value.evidence)
    )
