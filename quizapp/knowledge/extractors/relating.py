"""Dates and places that a clause describes: "1931, when it flew", "Paris, where she met him", "it was in 1931 that it flew"."""

from quizapp.knowledge.extractors.clauses import Clause
from quizapp.knowledge.extractors.page import Page, Spot
from quizapp.knowledge.extractors.tree import Word


def described(clause: Clause, adverb: str) -> Word | None:
    """The noun that a clause with this relative adverb ("when", "where") describes."""
    verb = clause.verb
    led = any(child.lower == adverb for child in verb.all("advmod"))
    return verb.head if led and verb.dep == "relcl" else None


def dated_by(page: Page, clause: Clause) -> Spot | None:
    """The value that says when a clause's deed was done, although it stands above the clause."""
    noun = described(clause, "when")
    if noun is not None:
        return page.spot_at(noun)
    just_before = _date_before_when(page, clause)
    if just_before is not None:
        return just_before
    verb = clause.verb
    cleft = verb.dep in {"advcl", "ccomp", "relcl"} and verb.head.is_verb and is_empty_it(verb.head)
    led = any(child.lower in {"when", "that"} for child in verb.all("advmod", "mark"))
    attribute = verb.head.child("attr") if cleft and led else None
    return page.spot_at(attribute) if attribute is not None else None


def _date_before_when(page: Page, clause: Clause) -> Spot | None:
    """The date of "on 5 May 2018, when the bridge was opened", whatever the parse hangs the clause from."""
    led = [child for child in clause.verb.all("advmod") if child.lower == "when" and child.place > 1]
    if not led or page.tree.words[led[0].place - 1].text != ",":
        return None
    before = page.tree.words[led[0].place - 2]
    return page.spot_at(before) if before.sentence == led[0].sentence else None


def is_empty_it(verb: Word) -> bool:
    """Whether "it" before this "be" stands for nothing: "it was in May when …", "it was 1931 that …"."""
    subject = verb.child("nsubj")
    if verb.lemma != "be" or subject is None or subject.lower != "it":
        return False
    return any(child.lower in {"when", "that", "who", "before"} for other in verb.children for child in other.children if other.is_verb)
