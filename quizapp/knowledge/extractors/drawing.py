"""From drafts to claims: evidence, qualifiers, modality."""

from collections.abc import Iterator

from quizapp.knowledge.claim import Claim, Evidence, MadeBy, cite
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.limits import is_asked_or_supposed, limit_of
from quizapp.knowledge.extractors.lists import words
from quizapp.knowledge.extractors.modality import modality_of, origin_of, speaker_of
from quizapp.knowledge.extractors.qualifying import qualifiers_of
from quizapp.knowledge.extractors.shaping import shape_of
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.relation import KEY

_URGING = words("urging")


def draw(sight: Sight, draft: Draft) -> Claim:
    """The claim that a draft makes."""
    return Claim(
        subject=draft.subject.text,
        relation=f"{draft.lemma}.{draft.slot}",
        value=draft.value,
        evidence=evidence_of(sight, draft),
        made_by=MadeBy.EXTRACTED,
        qualifiers=qualifiers_of(sight, draft),
        modality=modality_of(sight, draft),
        attributed_to=None if draft.statement else speaker_of(sight, draft),
        origin=origin_of(sight, draft),
        reservation=sight.page.article.text[limit[0].start : limit[-1].end] if (limit := limit_of(draft)) else None,
        shape=shape_of(sight, draft),
    )


def is_certain(sight: Sight, draft: Draft) -> bool:
    """Whether the draft is worth a claim: its relation can be written, and it is no mere possibility ("a plan to meet him")."""
    if KEY.fullmatch(f"{draft.lemma}.{draft.slot}") is None:
        return False
    if is_asked_or_supposed(sight, draft):
        return False
    if draft.clause is not None and not draft.statement and _crosses_quotes(sight, draft):
        return False
    if draft.clause is not None and draft.clause.negated and _is_urged(draft.clause.verb):
        return False
    verb = draft.clause.verb if draft.clause is not None else None
    if verb is None or verb.tag != "VB" or verb.dep not in {"acl", "relcl"}:
        return True
    return all(word.lower != "to" for word in verb.all("aux"))


def _is_urged(verb: Word) -> bool:
    """Whether somebody asks for it: "asked them not to leave" denies nothing."""
    return verb.tag == "VB" and verb.dep in {"xcomp", "ccomp", "advcl"} and verb.head.lemma in _URGING


def _crosses_quotes(sight: Sight, draft: Draft) -> bool:
    """Whether verb and value, or verb and subject, stand on two sides of a quotation mark: two people speak."""
    quoted = sight.page.in_quotes(draft.anchor)
    others = [draft.value_words[0], *(draft.subject.words[:1] if draft.subject.words[0].sentence == draft.anchor.sentence else ())]
    return any(sight.page.in_quotes(word) is not quoted for word in others)


def evidence_of(sight: Sight, draft: Draft) -> Evidence:
    """The smallest run of text that holds verb, value and the subject where it stands in the same sentence."""
    if draft.span is not None:
        return cite(sight.page.article, *draft.span)
    words = [word for word in _needed(draft) if word.sentence == draft.anchor.sentence]
    start, end = min(word.start for word in words), max(word.end for word in words)
    return cite(sight.page.article, start, end)


def _needed(draft: Draft) -> Iterator[Word]:
    yield draft.anchor
    yield from draft.value_words
    above = draft.value_words[0].head
    if draft.preposition and above.lower == draft.preposition and above.place < draft.value_words[0].place:
        yield above
    yield from draft.subject.words
    yield from limit_of(draft)
    if draft.clause is not None:
        for word in (draft.clause.agent, draft.clause.object):
            if word is not None:
                yield word
