"""Which verb a value hangs from, and through what."""

from dataclasses import dataclass

from quizapp.knowledge.extractors.clauses import Clause
from quizapp.knowledge.extractors.page import Page, Spot
from quizapp.knowledge.extractors.tree import Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """The verb's clause, the preposition just above the value ("" for none) and the nouns between the two, nearest first."""

    clause: Clause
    preposition: str
    nouns: tuple[Word, ...]


def clauses_by_verb(page: Page) -> dict[int, Clause]:
    """The clauses of a page by the place of their verb."""
    return {clause.verb.place: clause for clause in page.clauses}


def bond(spot: Spot, clauses: dict[int, Clause]) -> Bond | None:
    """How a value hangs from its verb; None when it hangs from none."""
    head = spot.head
    if head.dep == "ROOT" and head.place not in clauses:
        return None
    preposition = ""
    nouns: list[Word] = []
    above = [head, *head.ancestors()] if head.is_verb else list(head.ancestors())
    if head.dep == "prep" or head.tag == "IN":
        preposition = head.lower
    for word in above:
        if head.dep == "conj" and word is head.head and not word.is_verb:
            continue
        if word.place in clauses:
            return Bond(clause=clauses[word.place], preposition=preposition, nouns=tuple(nouns))
        if word.tag in {"IN", "TO"} or word.dep in {"prep", "agent", "dative"}:
            preposition = preposition or ("" if nouns else word.lower)
        elif word.is_nominal or word.tag in {"PRP", "CD", "DT"} or (word.tag == "JJ" and word.dep not in {"acomp", "ccomp", "advcl"}):
            nouns.append(word)
    return None
