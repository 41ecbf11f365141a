"""Where a wrong answer does belong: the passage of the library in which the chosen option is the answer to something else."""

from collections.abc import Iterable

from quizapp.knowledge.claim import Claim, Modality
from quizapp.knowledge.fact import Fact
from quizapp.knowledge.fold import fold
from quizapp.questions.words import content
from quizapp.services.known import Known, Place
from quizapp.services.passages import show_claim
from quizapp.services.views import PassageView
from quizapp.storage.bank_values import StoredItem

Rank = tuple[int, int, int, str, int]


def find_elsewhere(known: Known, item: StoredItem, chosen: str) -> PassageView | None:
    """The passage where `chosen` comes in, nearest to the question first; None when no claim of another fact has it as its value."""
    fact = known.scope.fact(item.value.fact)
    fitting = [place for place in _all(known) if place.fact.id != item.value.fact and _says(known, place.claim, chosen)]
    if not fitting:
        return None
    best = min(fitting, key=lambda place: _rank(place, fact, item.value.stem))
    return show_claim(known, best.claim)


def _all(known: Known) -> Iterable[Place]:
    return (place for places in known.places.values() for place in places)


def _says(known: Known, claim: Claim, chosen: str) -> bool:
    if claim.modality is Modality.NEGATED:
        return False
    shown, names = claim.value.display(), known.scope.names
    return fold(shown) == fold(chosen) or names.canonical(shown) == names.canonical(chosen)


def _rank(place: Place, fact: Fact | None, stem: str) -> Rank:
    """Smaller is nearer: the same relation of the same subject, the same relation, the most words shared with the question."""
    same_relation = fact is not None and place.fact.relation.key == fact.relation.key
    same_subject = fact is not None and place.fact.subject_key == fact.subject_key
    told = f"{place.fact.subject} {place.fact.relation.about} {place.claim.evidence.quote}"
    shared = len(content(stem) & content(told))
    evidence = place.claim.evidence
    return (-same_relation, -same_subject, -shared, evidence.article, evidence.start)
