"""What a sentence only asks, supposes or limits."""

from collections.abc import Iterator

from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.tree import Word

_SUPPOSING = frozenset({"if", "unless", "whether"})
_LONGEST = 20


def is_asked_or_supposed(sight: Sight, draft: Draft) -> bool:
    """Whether the draft stands in a question or under "if": nobody says that it is so."""
    words = sight.page.tree.sentence(draft.anchor.sentence)
    if any(word.text == "?" for word in words[-2:]):
        return True
    return draft.clause is not None and not draft.statement and any(_is_supposed(verb) for verb in _joined(draft.clause.verb))


def limit_of(draft: Draft) -> tuple[Word, ...]:
    """The words that limit the claim: "only if one leaves aside …", "unless …"; none for most."""
    if draft.clause is None or draft.statement:
        return ()
    for verb in (one for above in (draft.clause.verb, *draft.value_words) for one in above.all("advcl")):
        words = verb.subtree(without=frozenset({"punct", "relcl"}))
        mark = next((place for place, word in enumerate(words[:2]) if word.lower == "if"), None)
        only = mark == 1 and words[0].lower == "only"
        if verb.place > draft.clause.verb.place and (only or words[0].lower == "unless") and len(words) <= _LONGEST:
            return tuple(words)
    return ()


def _joined(verb: Word) -> Iterator[Word]:
    """The verb and those that it is joined to or completes."""
    yield verb
    while verb.dep in {"conj", "xcomp", "ccomp"} and verb.head.is_verb and verb.head is not verb:
        verb = verb.head
        yield verb


def _is_supposed(verb: Word) -> bool:
    return any(mark.lower in _SUPPOSING for mark in verb.all("mark", "advmod"))
