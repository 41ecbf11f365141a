"""Compare the sources: what another article says, and which statement an article limits."""

from collections.abc import Iterator, Sequence

from quizapp.knowledge.claim import Claim, Modality
from quizapp.knowledge.comparing import touches
from quizapp.knowledge.fact import Fact, Position, Verdict
from quizapp.knowledge.values.word import Words
from quizapp.questions.background import Background
from quizapp.questions.draft import MOST_POSITIONS, Draft, evidence_of, exact_claims, said_plainly
from quizapp.questions.item import Kind
from quizapp.questions.phrasing import cited, lowered
from quizapp.questions.question import show
from quizapp.questions.statements import reservation_of, statement, unlimited
from quizapp.questions.words import content


def ask_compare(fact: Fact, background: Background) -> Iterator[Draft]:
    """Items that set one position of a disputed fact against another, or ask which statement a reservation limits."""
    if fact.askable and fact.verdict is Verdict.DISPUTED and len(fact.positions) <= MOST_POSITIONS:
        yield from _another_says(fact, background)
    if fact.askable and fact.verdict is Verdict.QUALIFIED:
        yield from _limited(fact, background)


def _another_says(fact: Fact, background: Background) -> Iterator[Draft]:
    """For each position one that lies apart from it and stands in other articles: what touches would echo."""
    positions = said_plainly(fact)
    for place, given in enumerate(positions):
        after = (*positions[place + 1 :], *positions[:place])
        asked = next((one for one in after if _apart(given, one, background)), None)
        if asked is not None:
            yield from _pair(fact, given, asked, background)


def _apart(one: Position, other: Position, background: Background) -> bool:
    """Whether no article says both and neither lies in the other."""
    return not set(one.articles()) & set(other.articles()) and not touches(one.value, other.value, background.names)


def _pair(fact: Fact, given: Position, asked: Position, background: Background) -> Iterator[Draft]:
    stem = _stem(fact, show(given.value, background.names), given, background)
    given_claims = exact_claims(given.value, given.claims, background.names)[:1]
    asked_claims = exact_claims(asked.value, asked.claims, background.names)[:1]
    if stem is None:
        return
    yield Draft(
        kind=Kind.COMPARE,
        stem=stem,
        key=asked.value,
        explanation=f"{_says(given_claims[0], background)}; {_says(asked_claims[0], background)}.",
        evidence=evidence_of((*asked_claims, *given_claims)),
        fact=fact,
    )


def _stem(fact: Fact, value: str, given: Position, background: Background) -> str | None:
    if content(fact.subject) & content(fact.relation.about):
        return f"Articles disagree on {fact.relation.about}. One says {value}{_as_what(given.claims)}; what does another say?"
    wording = fact.relation.wording(fact.qualifiers, planned=all(one.modality is Modality.PLANNED for one in given.claims))
    if wording is None or ":" in wording.tell:
        return None
    return f"One article says that {lowered(wording.tell, fact, value, background.names).rstrip('.')}. What does another article say?"


def _says(claim: Claim, background: Background) -> str:
    return f"{cited(background.scope.articles[claim.evidence.article])} says {show(claim.value, background.names)}{_as_what([claim])}"


def _as_what(claims: Sequence[Claim]) -> str:
    return ", as a plan" if all(claim.modality is Modality.PLANNED for claim in claims) else ""


def _limited(fact: Fact, background: Background) -> Iterator[Draft]:
    words, key = reservation_of(fact), statement(fact, background)
    if words is None or key is None:
        return
    claim = next(one for one in fact.claims if one.reservation == words)
    yield Draft(
        kind=Kind.COMPARE,
        stem=f"Which statement about {fact.subject} does one article limit with the words “{words}”?",
        key=Words(text=key),
        explanation=f"{key} – but {cited(background.scope.articles[claim.evidence.article])} adds “{words}”.",
        evidence=(claim.evidence,),
        fact=fact,
        offered=tuple(sorted(unlimited(fact, background), key=lambda one: (abs(len(one) - len(key)), one))),
    )
