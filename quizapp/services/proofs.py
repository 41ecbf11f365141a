"""The proof sheet: the passage that supports the key, others that say the same, and positions that disagree."""

from collections.abc import Iterable, Mapping, Sequence

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim
from quizapp.knowledge.fact import Fact, Position, Verdict
from quizapp.knowledge.fold import fold
from quizapp.knowledge.reading.spans import Span
from quizapp.services.known import Known
from quizapp.services.notes import notes_on
from quizapp.services.passages import OTHER, claim_value, show, show_claim
from quizapp.services.views import PassageView, ProofView
from quizapp.storage.bank_values import StoredEvidence, StoredItem


def prove(known: Known, item: StoredItem, texts: Mapping[int, str]) -> ProofView:
    """The proof of an item's key; `texts` are the revisions its evidence belongs to, by their rows."""
    fact = known.scope.fact(item.value.fact)
    position = key_position(fact, item) if fact else None
    main = _main(known, item, texts, position)
    if fact is None or position is None:
        return ProofView(verdict=fact.verdict if fact else Verdict.STATED, sources=1, main=main)
    told = {claim.evidence.article for claim in position.claims}
    return ProofView(
        verdict=fact.verdict,
        sources=len(position.sources),
        main=main,
        agreeing=_agreeing(known, item, position),
        disagreeing=_disagreeing(known, fact, position),
        notes=notes_on(known, fact, position, told),
    )


def key_position(fact: Fact, item: StoredItem) -> Position | None:
    """The position that the item's evidence belongs to; by the key's words when no claim rests on that evidence."""
    evidence = item.value.evidence[0]
    at = [one for one in fact.positions if any(claim.evidence == evidence for claim in one.claims)]
    near = [one for one in fact.positions if any(_meet(claim, item.evidence[0]) for claim in one.claims)]
    named = [one for one in fact.positions if fold(one.value.display()) == fold(item.value.answer)]
    among = [one for one in at if one in named] or at or [one for one in near if one in named] or near or named
    return among[0] if among else None


def _meet(claim: Claim, stored: StoredEvidence) -> bool:
    mine, other = claim.evidence, stored.evidence
    return mine.revision == other.revision and mine.article == other.article and mine.start < other.end and other.start < mine.end


def _main(known: Known, item: StoredItem, texts: Mapping[int, str], position: Position | None) -> PassageView:
    first = item.evidence[0]
    same_place = [one for one in item.evidence if one.revision_row == first.revision_row]
    marked = [Span(start=one.evidence.start, end=one.evidence.end) for one in same_place]
    text = texts[first.revision_row]
    article = Article(name=first.evidence.article, text=text, title=first.title, slug=first.slug)
    exact = [claim for claim in position.claims if claim.evidence == first.evidence] if position else []
    value = claim_value(exact[0]) if exact else item.value.answer
    return show(known, article, first.passage, marked, value=value)


def _agreeing(known: Known, item: StoredItem, position: Position) -> tuple[PassageView, ...]:
    main = item.value.evidence[0].article
    others = [claim for claim in position.claims if claim.evidence.article != main]
    return tuple(show_claim(known, claim) for claim in first_of_each_article(others))


def _disagreeing(known: Known, fact: Fact, position: Position) -> tuple[PassageView, ...]:
    if fact.verdict is not Verdict.DISPUTED:
        return ()
    others = [other for other in fact.positions if other is not position]
    return tuple(show_claim(known, claim, mark=OTHER) for other in others for claim in first_of_each_article(other.claims))


def first_of_each_article(claims: Iterable[Claim]) -> Sequence[Claim]:
    """One claim for each article, the first it makes."""
    found: dict[str, Claim] = {}
    for claim in claims:
        found.setdefault(claim.evidence.article, claim)
    return tuple(found.values())
