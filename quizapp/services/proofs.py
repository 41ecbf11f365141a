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
    stored, position = key_proof(fact, item)
    main = _main(known, item, stored, position, texts)
    if fact is None or position is None:
        return ProofView(verdict=fact.verdict if fact else Verdict.STATED, sources=1, main=main)
    told = {claim.evidence.article for claim in position.claims}
    return ProofView(
        verdict=fact.verdict,
        sources=len(position.sources),
        main=main,
        agreeing=_agreeing(known, stored, position),
        disagreeing=_disagreeing(known, fact, position),
        notes=notes_on(known, fact, position, told),
    )


def key_proof(fact: Fact | None, item: StoredItem) -> tuple[StoredEvidence, Position | None]:
    """The evidence that carries the key, with the position it belongs to; the first evidence when none names the key."""
    positions = fact.positions if fact else ()
    found = [(one, position) for one in item.evidence for position in positions if _rests_on(position, one)]
    naming = [(one, position) for one, position in found if _names(position, item.value.answer)]
    named = [(item.evidence[0], position) for position in positions if _names(position, item.value.answer)]
    return next(iter([*naming, *found, *named]), (item.evidence[0], None))


def _rests_on(position: Position, stored: StoredEvidence) -> bool:
    return any(_meet(claim, stored) for claim in position.claims)


def _names(position: Position, answer: str) -> bool:
    return fold(answer) in {fold(value.display()) for value in (position.value, *(claim.value for claim in position.claims))}


def _meet(claim: Claim, stored: StoredEvidence) -> bool:
    mine, other = claim.evidence, stored.evidence
    return mine.revision == other.revision and mine.article == other.article and mine.start < other.end and other.start < mine.end


def _main(known: Known, item: StoredItem, stored: StoredEvidence, position: Position | None, texts: Mapping[int, str]) -> PassageView:
    same_place = [one.evidence for one in item.evidence if one.revision_row == stored.revision_row and one != stored]
    marked = [Span(start=one.start, end=one.end) for one in (stored.evidence, *same_place)]
    article = Article(name=stored.evidence.article, text=texts[stored.revision_row], title=stored.title, slug=stored.slug)
    exact = [claim for claim in position.claims if claim.evidence == stored.evidence] if position else []
    return show(known, article, stored.passage, marked, value=claim_value(exact[0]) if exact else item.value.answer)


def _agreeing(known: Known, stored: StoredEvidence, position: Position) -> tuple[PassageView, ...]:
    others = [claim for claim in position.claims if claim.evidence.article != stored.evidence.article]
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
