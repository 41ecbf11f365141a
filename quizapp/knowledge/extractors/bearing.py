"""Of whom or what a deed's time and place are told: of the thing that it is done to once, else of the doer."""

from quizapp.knowledge.extractors.clauses import Clause
from quizapp.knowledge.extractors.draft import Sight
from quizapp.knowledge.extractors.lists import words
from quizapp.knowledge.extractors.reference import Reference
from quizapp.knowledge.same_deeds import same_deed
from quizapp.knowledge.values.base import ValueType

ONCE = words("once")
_OF_TWO = frozenset({"marry", "wed"})


def is_once(lemma: str) -> bool:
    """Whether the deed is done to a thing once, whatever verb tells it."""
    return lemma in ONCE or same_deed(f"{lemma}.when").split(".")[0] in ONCE


def bearers(sight: Sight, clause: Clause) -> list[Reference]:
    """The subject of a question about the deed's time or place, so that "X found Y" and "Y was found" meet."""
    if not clause.passive and clause.object is not None and clause.lemma not in _OF_TWO and is_once(clause.lemma):
        done_to = [one for one in sight.referents.all(clause.object) if one.named and one.type is not ValueType.PERSON]
        if done_to:
            return done_to
    return sight.referents.all(clause.subject) if clause.subject is not None else []
