"""Cloze: a sentence of an article that stands alone, with a typed value left out."""

import re
from collections.abc import Iterator

from quizapp.knowledge.claim import Claim, Evidence, Modality
from quizapp.knowledge.fact import Fact, Verdict
from quizapp.knowledge.values.base import NAME_TYPES, ValueType
from quizapp.questions.background import Background
from quizapp.questions.draft import Draft, exact_claims, said_plainly
from quizapp.questions.item import Kind
from quizapp.questions.passages import Passage
from quizapp.questions.question import read_option
from quizapp.questions.words import word_count
from quizapp.questions.written import runs

BLANK = "_____"
_FOOTNOTE = re.compile(r"\s*\[\d{1,3}\]")
MOST_WORDS = 30


def ask_cloze(fact: Fact, background: Background) -> Iterator[Draft]:
    """At most one item: the first sentence whose value can be left out and that has no more words than a stem may have."""
    if fact.verdict is Verdict.DISPUTED or not fact.askable or fact.relation.value_type is ValueType.TEXT:
        return
    for position in said_plainly(fact)[:1]:
        for claim in exact_claims(position.value, position.claims, background.names):
            draft = _draft(fact, claim, background)
            if draft is not None:
                yield draft
                return


def _draft(fact: Fact, claim: Claim, background: Background) -> Draft | None:
    passage = _sentence_of(claim.evidence, background)
    place = _place_of(claim, background) if passage else None
    if passage is None or place is None or claim.modality is Modality.NEGATED or word_count(passage.text) > MOST_WORDS:
        return None
    start, end = place[0] - passage.span.start, place[1] - passage.span.start
    return Draft(
        kind=Kind.CLOZE,
        stem=_clean(f"{passage.text[:start]}{BLANK}{passage.text[end:]}"),
        key=claim.value,
        explanation=f"“{_clean(passage.text)}”",
        evidence=(claim.evidence,),
        fact=fact,
    )


def _clean(text: str) -> str:
    """The sentence as a person reads it, without numbers of footnotes."""
    return _FOOTNOTE.sub("", text).strip()


def _sentence_of(evidence: Evidence, background: Background) -> Passage | None:
    found = background.sentences.at(evidence)
    return found if found is not None and evidence.end <= found.span.end else None


def _place_of(claim: Claim, background: Background) -> tuple[int, int] | None:
    """Where in the article the value is written: the longest run of words that is the name, the shortest that reads as the value."""
    quote, offset = claim.evidence.quote, claim.evidence.start
    places = runs(quote, longest_first=claim.value.type in NAME_TYPES)
    found = next(((start, end) for start, end in places if _is_value(quote[start:end], claim, background)), None)
    return (offset + found[0], offset + found[1]) if found else None


def _is_value(written: str, claim: Claim, background: Background) -> bool:
    if claim.value.type in NAME_TYPES:
        return written in background.forms_of(claim.value.display())
    value = read_option(written, claim.value.type)
    return value is not None and (value.normal, value.display()) == (claim.value.normal, claim.value.display())
