"""What a question keeps of its clause beside subject, verb and value."""

from collections.abc import Sequence

from quizapp.knowledge.extractors.clauses import Clause
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.rendering import say
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.values.base import ValueType
from quizapp.knowledge.values.moment import Date

_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis"})
_INNER_OUT = _CLAUSES - {"ccomp"} | {"appos", "conj", "cc", "punct", "intj", "meta", "dep"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
_VERB_PARTS = frozenset({"aux", "auxpass", "mark", "neg", "prt", "preconj"})
_LEFT_OUT = frozenset({"advcl", "ccomp", "conj", "cc", "punct", "parataxis", "relcl", "intj", "meta", "dep"}) | _SUBJECTS | _VERB_PARTS
_GLUE = frozenset({",", "-", "–", "—", "/", "&"})
_KEPT_ADVERBS = frozenset({"together", "ashore", "home", "abroad", "aboard", "alone", "first"})
_FRONTED_OUT = frozenset(
    {"after", "before", "during", "following", "for", "like", "despite", "according", "with", "because", "as", "since", "by", "among"}
)


def remaining(sight: Sight, draft: Draft, clause: Clause) -> str:
    """What the question keeps after the verb: object, parties, places and absolute dates; what stood before the verb comes last."""
    value = {word.place for word in draft.value_words}
    owner = draft.subject if draft.slot != "agent" else None
    behind = [child for child in clause.verb.children if child.place > clause.verb.place]
    before = [child for child in clause.verb.children if child.place < clause.verb.place]
    parts = []
    for child in sorted(behind, key=lambda word: word.place) + sorted(before, key=lambda word: word.place):
        if child.dep in _LEFT_OUT or child.dep == "agent" or child.lower == "between":
            continue
        words = _kept(sight, draft, child, value)
        if words and _is_wanted(child, words, clause):
            text = say(sight, words, owner=owner)
            parts.append(text[:1].lower() + text[1:] if child in before and not words[0].is_proper else text)
    return " ".join(part for part in parts if part)


def _kept(sight: Sight, draft: Draft, child: Word, value: set[int]) -> list[Word]:
    """The words of one argument that may stand in the question: without the value, without relative times, without clauses."""
    words = child.subtree(without=_INNER_OUT)
    whole = words if all(word.place not in value for word in child.subtree(without=_CLAUSES)) else []
    if not whole:
        words = _before_value(words, value) if draft.slot in {"where", "object"} and any(word.place in value for word in words) else []
    words = [word for word in words if not _is_relative(sight, word)]
    places = {word.place for word in words}
    marks = [
        mark
        for word in words
        for mark in sight.page.tree.sentence(word.sentence)
        if mark.dep == "punct"
        and mark.text in _GLUE
        and mark.place - 1 in places
        and mark.place + 1 in places
        and word.place == mark.place - 1
    ]
    return sorted([*words, *marks], key=lambda word: word.place)


def _is_relative(sight: Sight, word: Word) -> bool:
    """Whether the word belongs to a time that only the article's reader can place."""
    spot = sight.page.spot_at(word)
    if spot is None or spot.type not in {ValueType.DATE, ValueType.CLOCK_TIME}:
        return False
    return not (isinstance(spot.value, Date) and spot.value.year is not None and any(sign.isdigit() for sign in spot.written))


def _before_value(words: Sequence[Word], value: set[int]) -> list[Word]:
    """What a phrase says before the value nested in it: "at an event" of "at an event at the Center"; else nothing."""
    first = min(value)
    kept = [word for word in words if word.place < first]
    while kept and (kept[-1].dep in {"det", "prep", "case", "amod", "poss"} or kept[-1].tag in {"IN", "TO", "DT"}):
        kept.pop()
    return kept if len(kept) > 1 else []


def _is_wanted(child: Word, words: Sequence[Word], clause: Clause) -> bool:
    if child.dep in {"advmod", "npadvmod"}:
        return child.dep == "advmod" and child.place > clause.verb.place and child.lower in _KEPT_ADVERBS
    if child.dep in {"prep", "dative"} and len(words) == 1:
        return False
    if words[-1].tag in {"IN", "TO", "DT"}:
        return False
    return not (child.dep == "prep" and child.place < clause.verb.place and child.lower in _FRONTED_OUT)
