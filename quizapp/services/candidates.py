"""The questions offered on a teacher's article, each with its passage and what the checks say, beside the marked text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from quizapp.knowledge.fact import Fact, Verdict
from quizapp.questions.confidence import OFFERED
from quizapp.questions.item import CheckResult, State
from quizapp.services.candidates_text import TextBlock, Words, mark_text
from quizapp.services.database import Database
from quizapp.services.errors import NotFound
from quizapp.services.known import Known, known
from quizapp.services.own_articles import load_own
from quizapp.services.own_scope import known_to
from quizapp.services.proofs import prove
from quizapp.services.undoing import edit_before
from quizapp.services.views import ProofView
from quizapp.storage.bank import read_texts
from quizapp.storage.bank_values import StoredItem

VERY_LIKELY, LIKELY = 0.8, 0.6
"""From where a question is said to be very likely, or likely, fine; what is offered below that is worth a close look."""
NO_QUESTION = "There is no such question on this article."


@dataclass(frozen=True, kw_only=True, slots=True)
class Offer:
    """A question offered: `number` is its mark in the text, `version` the row that is decided on.

    `failed` are the checks that speak against it, `stopped` says that no reason opens one of them; `reason` is why it was decided as it is.
    `likely` says how likely it is fine as it stands; `can_share` whether the library could prove it too, `offered` that it is no question
    behind “show more”; `can_undo` whether the last decision or edit can be taken back.
    """

    number: int
    item: str
    version: int
    stem: str
    options: tuple[str, ...]
    key: int
    explanation: str
    proof: ProofView
    told: int
    failed: tuple[CheckResult, ...]
    passed: tuple[str, ...]
    likely: str
    state: State
    reason: str
    can_share: bool
    offered: bool
    can_undo: bool

    @property
    def stopped(self) -> bool:
        """Whether it cannot be asked whatever is written."""
        return any(check.absolute for check in self.failed)

    @property
    def waits(self) -> bool:
        """Whether nobody has decided on it yet."""
        return self.state is State.CANDIDATE

    @property
    def doubtless(self) -> bool:
        """Whether it waits, is offered and passes every check."""
        return self.offered and self.waits and not self.failed


@dataclass(frozen=True, kw_only=True, slots=True)
class Dispute:
    """What this article says otherwise than another: (article, value) by side, and the questions on it."""

    about: str
    sides: tuple[tuple[str, str], ...]
    offers: tuple[Offer, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class OffersView:
    """An article with the questions on it; `disputes` stand first, `hidden` is how many more there are behind “show more”."""

    slug: str
    title: str
    was_read: bool
    blocks: tuple[TextBlock, ...]
    disputes: tuple[Dispute, ...]
    offers: tuple[Offer, ...]
    hidden: int

    @property
    def all(self) -> tuple[Offer, ...]:
        """Every question shown, in order."""
        return (*(offer for one in self.disputes for offer in one.offers), *self.offers)


def offers_on(db: Database, *, owner: int, slug: str, everything: bool = False) -> OffersView:
    """The questions on this teacher's article; `everything` shows those too that are less likely fine. Raises NotFound."""
    with db.reading() as connection:
        article, library = load_own(connection, owner, slug), known(db, connection)
        mine = known_to(db, connection, owner=owner)
        items = items_on(mine, article.name)
        shown = [one for one in items if everything or is_shown(one)]
        disputed = disputed_in(mine, article.name)
        ordered = _ordered(shown, disputed, article.name)
        offers = _offers(connection, mine, library, ordered)
    pairs = list(zip(offers, ordered, strict=True))
    by_fact = {fact.id: tuple(offer for offer, one in pairs if one.value.fact == fact.id) for fact in disputed}
    words = [Words(number=offer.number, evidence=one.evidence, disputed=one.value.fact in by_fact) for offer, one in pairs]
    return OffersView(
        slug=slug,
        title=article.title,
        was_read=article.read_at is not None,
        blocks=mark_text(mine, mine.article(article.name), words),
        disputes=tuple(_dispute(mine, fact, by_fact[fact.id]) for fact in disputed),
        offers=tuple(offer for offer, one in pairs if one.value.fact not in by_fact),
        hidden=len(items) - len(shown),
    )


def items_on(mine: Known, article: str) -> tuple[StoredItem, ...]:
    """The teacher's questions that rest on words of this article."""
    return tuple(one for one in mine.bank if any(evidence.article == article for evidence in one.value.evidence))


def item_on(mine: Known, article: str, item: str) -> StoredItem:
    """One of them by its id; raises NotFound."""
    found = next((one for one in items_on(mine, article) if one.item == item), None)
    if found is None:
        raise NotFound(NO_QUESTION)
    return found


def is_shown(item: StoredItem) -> bool:
    """Whether a question is shown at once: it is likely fine, somebody decided on it, or somebody wrote it."""
    return item.value.confidence >= OFFERED or item.decision is not None or item.edited


def disputed_in(mine: Known, article: str) -> tuple[Fact, ...]:
    """The facts on which this article takes one side and another article the other, in the article's order."""
    facts = dict.fromkeys(place.fact.id for place in mine.places.get(article, ()) if place.fact.verdict is Verdict.DISPUTED)
    found = [fact for one in facts if (fact := mine.scope.fact(one))]
    return tuple(fact for fact in found if any(article not in position.articles() for position in fact.positions))


def likely(confidence: float) -> str:
    """How likely a question is fine as it is, in words."""
    if confidence >= VERY_LIKELY:
        return "Very likely fine as it is"
    if confidence >= LIKELY:
        return "Likely fine as it is"
    return "Worth a close look" if confidence >= OFFERED else "Probably needs work"


def _ordered(items: Iterable[StoredItem], disputed: Sequence[Fact], article: str) -> list[StoredItem]:
    first = {fact.id: place for place, fact in enumerate(disputed)}

    def place(one: StoredItem) -> tuple[int, bool, int, str]:
        """Those less likely fine come after the others, so that showing them renumbers none."""
        return first.get(one.value.fact, len(first)), one.value.confidence < OFFERED, _begin(one, article), one.item

    return sorted(items, key=place)


def _begin(item: StoredItem, article: str) -> int:
    return min(evidence.start for evidence in item.value.evidence if evidence.article == article)


def _offers(connection: Connection, mine: Known, library: Known | None, items: Sequence[StoredItem]) -> list[Offer]:
    texts = read_texts(connection, [one.revision_row for item in items for one in item.evidence])
    scope = mine.head.id
    return [
        _offer(library, item, number, prove(mine, item, texts), undo=_can_undo(connection, scope, item))
        for number, item in enumerate(items, 1)
    ]


def _can_undo(connection: Connection, scope: int, item: StoredItem) -> bool:
    return item.state is not State.CANDIDATE or edit_before(connection, scope=scope, stored=item) is not None


def _offer(library: Known | None, item: StoredItem, number: int, proof: ProofView, *, undo: bool) -> Offer:
    value = item.value
    return Offer(
        number=number,
        item=item.item,
        version=item.row,
        stem=value.stem,
        options=value.options,
        key=value.key,
        explanation=value.explanation,
        proof=proof,
        told=1 + len(proof.agreeing),
        failed=tuple(check for check in item.checks if not check.passed),
        passed=tuple(check.detail for check in item.checks if check.passed),
        likely=likely(value.confidence),
        state=item.state,
        reason=item.decision.reason if item.decision else "",
        can_share=library is not None and all(library.scope.proves(one) for one in value.evidence),
        offered=is_shown(item),
        can_undo=undo,
    )


def _dispute(mine: Known, fact: Fact, offers: tuple[Offer, ...]) -> Dispute:
    sides = [
        (mine.article(name).title, f"not {position.value.display()}" if position.negated else position.value.display())
        for position in fact.positions
        for name in position.articles()
        if name in mine.scope.articles
    ]
    about = fact.relation.about if fact.subject.casefold() in fact.relation.about.casefold() else f"{fact.relation.about} ({fact.subject})"
    return Dispute(about=about, sides=tuple(sides), offers=offers)
