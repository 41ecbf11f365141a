"""Cloze: a sentence of an article that stands alone, with a typed value left out."""

import re
from collections.abc import Iterator
from itertools import islice

from quizapp.knowledge.claim import Claim, Evidence, Modality
from quizapp.knowledge.fact import Fact, Verdict
from quizapp.knowledge.values.base import NAME_TYPES, ValueType
from quizapp.questions.background import Background
from quizapp.questions.draft import Draft, exact_claims, said_plainly
from quizapp.questions.item import Kind
from quizapp.questions.passages import Passage
from quizapp.questions.phrasing import capital
from quizapp.questions.question import read_option
from quizapp.questions.topics import is_topic
from quizapp.questions.words import word_count
from quizapp.questions.written import runs

BLANK = "_____"
MOST_WORDS = 30
MOST_PLACES = 3
_FOOTNOTE = re.compile(r"\s*\[\d{1,3}\]")
_WHOLE = re.compile(r"^[“‘\"'(]?[A-Z\d_].*[.!?][”’\"')]*$", re.DOTALL)
_LABEL = re.compile(r"^(?:Figure|Table|Image|Photo|Fig\.)\b")
_LINK = re.compile(
    r"^(?:However|Also|Moreover|Furthermore|In addition|Additionally|Meanwhile|Instead|Nevertheless|Nonetheless|Therefore|Thus|Hence|"
    r"Consequently|As a result|Finally|Similarly|Likewise|Indeed|In fact|Of course|For example|For instance|Ultimately|In contrast), "
)
"""What only ties a sentence to the one before."""
_BESIDE_A_YEAR = re.compile(rf"{BLANK} and (?:in )?\d{{4}}|\d{{4}} and (?:in )?{BLANK}")
_CLAUSE_ENDS = re.compile(r"^(?:[,;:—–]|\s+(?:and|but|while|where|when|because|although|though|as well as)\b)")
_SET_IN = re.compile(r"\b(?:who|which|whose|whom|that)\b|^(?:(?:[A-Z]\S*|the|of) ?)+,|\((?![^)]*\))")
_MEANT = re.compile(
    r"^(?P<thing>It|The (?:city|town|village|country|island|region|company|school|square|film|book|band|team))\b"
    r"|^(?:He|She)\b|\b(?:he|she)\b"
)
_OWNER = re.compile(r"\b(?:his|her|him)\b", re.IGNORECASE)
_BESIDE_A_PLACE = re.compile(rf"{BLANK}, (?:and )?[A-Z]|[A-Z][\w.’'-]*,? (?:and )?{BLANK}|{BLANK} (?:and )?[A-Z]")
"""A list of places, or a town with its country: what stands beside the blank rules the wrong options out."""


def ask_cloze(fact: Fact, background: Background) -> Iterator[Draft]:
    """For each value at most one item: the first whole sentence in which it can be left out and that is no longer than a stem may be."""
    if fact.verdict is Verdict.DISPUTED or not fact.askable or fact.relation.value_type is ValueType.TEXT:
        return
    for position in said_plainly(fact)[:MOST_PLACES]:
        claims = exact_claims(position.value, position.claims, background.names)
        drafts = (draft for claim in claims if (draft := _draft(fact, claim, background)) is not None)
        yield from islice(drafts, 1)


def _draft(fact: Fact, claim: Claim, background: Background) -> Draft | None:
    passage = _sentence_of(claim.evidence, background)
    place = _place_of(claim, background) if passage else None
    text = _told(passage, claim) if passage else None
    if passage is None or place is None or text is None or claim.modality is Modality.NEGATED:
        return None
    start, end = place[0] - passage.span.start, place[1] - passage.span.start
    stop = "." if len(text) < len(passage.text) else ""
    stem = _named(_stem(text[:start], text[end:] + stop), passage, claim, background)
    if not _WHOLE.match(stem) or _LABEL.match(stem) or _told_beside(stem, claim.value.type):
        return None
    return Draft(
        kind=Kind.CLOZE,
        stem=stem,
        key=claim.value,
        explanation=f"“{_clean(text)}”",
        evidence=(claim.evidence,),
        fact=fact,
    )


def _told_beside(stem: str, wanted: ValueType) -> bool:
    """Whether what stands beside the blank gives it away: the country of a town, the other of two years."""
    return (wanted is ValueType.PLACE and _BESIDE_A_PLACE.search(stem) is not None) or (
        wanted is ValueType.DATE and _BESIDE_A_YEAR.search(stem) is not None
    )


def _told(passage: Passage, claim: Claim) -> str | None:
    """The sentence, or of a long one its beginning up to where the claim's words end, if a clause ends there and nothing is set in."""
    if word_count(passage.text) <= MOST_WORDS:
        return passage.text
    evidence = claim.evidence
    after = passage.text[evidence.end - passage.span.start :]
    begins = evidence.start == passage.span.start and _CLAUSE_ENDS.match(after) is not None
    if not begins or word_count(evidence.quote) > MOST_WORDS or _SET_IN.search(evidence.quote):
        return None
    return evidence.quote


def _named(stem: str, passage: Passage, claim: Claim, background: Background) -> str:
    """The stem with the claim's subject for the words that mean it: its first words, or the only pronoun for a person."""
    opening = _MEANT.search(stem)
    if opening is None or any(word in passage.text for word in claim.subject.split() if word[0].isupper()):
        return stem
    entry = background.names.find(claim.subject)
    person = entry is not None and entry.type is ValueType.PERSON
    first = opening.start() == 0 and claim.evidence.quote.startswith(opening[0])
    if opening["thing"]:
        sure = first and not person and is_topic(claim.subject, (passage.article,), background)
    else:
        sure = person and (first or not (_OWNER.search(stem[: opening.start()]) or _names_person(passage, background)))
    return f"{stem[: opening.start()]}{_as_written(claim.subject, passage, background)}{stem[opening.end() :]}" if sure else stem


def _as_written(name: str, passage: Passage, background: Background) -> str:
    """A name that begins a sentence, with "The" where the article writes it so."""
    article = background.scope.articles[passage.article]
    return f"The {name}" if f" the {name}" in article.text else name


def _names_person(passage: Passage, background: Background) -> bool:
    named = background.named
    people = (name for name in named.names.get(passage.article, ()) if named.types[name] is ValueType.PERSON)
    return any(form in passage.text for name in people for form in named.forms[name])


def _stem(before: str, after: str) -> str:
    """The sentence with a blank, without what only ties it to the one before."""
    return capital(_LINK.sub("", _clean(f"{before}{BLANK}{after}")))


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
    if claim.value.type is ValueType.AGE and not written.endswith(("years", "months", "weeks", "days")):
        return False
    return value is not None and (value.normal, value.display()) == (claim.value.normal, claim.value.display())
