"""According to: what one named article says of a disputed fact."""

from collections.abc import Iterator

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim, Modality
from quizapp.knowledge.fact import Fact, Position, Verdict
from quizapp.knowledge.relation import Wording
from quizapp.questions.background import Background
from quizapp.questions.draft import MOST_POSITIONS, Draft, evidence_of, exact_claims
from quizapp.questions.item import Kind
from quizapp.questions.phrasing import cited, lowered, titled
from quizapp.questions.question import show
from quizapp.questions.words import word_count

MOST_WORDS = 30


def ask_according_to(fact: Fact, background: Background) -> Iterator[Draft]:
    """One item for each wording of each position, from the article with the shortest title; an article torn between two gives none."""
    if fact.verdict is not Verdict.DISPUTED or not fact.askable or len(fact.positions) > MOST_POSITIONS:
        return
    for position in fact.positions:
        if not position.negated:
            yield from _of_position(fact, position, background)


def _of_position(fact: Fact, position: Position, background: Background) -> Iterator[Draft]:
    torn = {name for other in fact.positions if other is not position for name in other.articles()}
    shown: set[str] = set()
    for claim in sorted(position.claims, key=lambda one: _preference(one, background)):
        answer = show(claim.value, background.names)
        if claim.evidence.article in torn or answer in shown:
            continue
        draft = _draft(fact, claim, position, background)
        if draft is not None:
            shown.add(answer)
            yield draft


def _preference(claim: Claim, background: Background) -> tuple[bool, int, str, int]:
    article = background.scope.articles[claim.evidence.article]
    return claim.modality is not Modality.ASSERTED, word_count(article.title), article.name, claim.evidence.start


def _draft(fact: Fact, claim: Claim, position: Position, background: Background) -> Draft | None:
    article = background.scope.articles[claim.evidence.article]
    mine = tuple(one for one in position.claims if one.evidence.article == article.name)
    wording = fact.relation.wording(fact.qualifiers, planned=all(one.modality is Modality.PLANNED for one in mine))
    stem = _stem(article, wording, fact, background) if wording else None
    if wording is None or stem is None:
        return None
    answer = show(claim.value, background.names)
    return Draft(
        kind=Kind.ACCORDING_TO,
        stem=stem,
        key=claim.value,
        explanation=f"According to {cited(article)}, {lowered(wording.tell, fact, answer, background.names)}",
        evidence=evidence_of(exact_claims(claim.value, mine, background.names)),
        fact=fact,
        source=article.name,
    )


def _stem(article: Article, wording: Wording, fact: Fact, background: Background) -> str | None:
    """The longest way to ask that stays within the words a stem may have."""
    asks = (wording.ask, wording.ask_short) if wording.ask_short else (wording.ask,)
    for template in asks:
        for opening in ("According to the article", "According to"):
            stem = f"{opening} {titled(article)}, {lowered(template, fact, '', background.names)}"
            if word_count(stem) <= MOST_WORDS:
                return stem
    return None
