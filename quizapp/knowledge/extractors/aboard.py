"""How many a ship, train or aircraft carries: "sank with 160 people aboard", "there were 62 people on board the ferry"."""

from collections.abc import Iterator

from quizapp.knowledge.extractors.clauses import Clause
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.governing import bond, clauses_by_verb
from quizapp.knowledge.extractors.page import Spot
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.values.base import ValueType


def find_aboard(sight: Sight) -> Iterator[Draft]:
    """The number of those aboard (`have.how_many`), told of the vessel."""
    clauses = clauses_by_verb(sight.page)
    for spot in sight.page.spots:
        behind = _aboard(sight, spot) if spot.type is ValueType.COUNT and spot.value is not None else None
        vessel = _vessel(spot, behind, clauses) if behind is not None else None
        told = sight.referents.of(vessel) if vessel is not None else None
        if told is not None and spot.value is not None and told.named and told.type is not ValueType.PERSON:
            yield Draft(
                slot="how_many",
                lemma="have",
                subject=told,
                value=spot.value,
                value_words=spot.words,
                anchor=spot.head,
                noun=spot.head,
            )


def _aboard(sight: Sight, spot: Spot) -> Word | None:
    """The word "aboard", or "board" of "on board", just after the value."""
    after = sight.page.tree.words[spot.words[-1].place + 1 : spot.words[-1].place + 3]
    if after and after[0].lower == "aboard":
        return after[0]
    return after[1] if len(after) == 2 and after[0].lower == "on" and after[1].lower == "board" else None


def _vessel(spot: Spot, aboard: Word, clauses: dict[int, Clause]) -> Word | None:
    """What they are aboard of: named after the word, or the subject of the clause, or of the "when" that follows "there were"."""
    behind = aboard.child("pobj", "dobj")
    if behind is not None:
        return behind
    bound = bond(spot, clauses)
    if bound is None:
        return None
    if bound.preposition == "with":
        return bound.clause.subject
    told = bound.clause.verb.child("advcl") if bound.clause.verb.child("expl") is not None else None
    return clauses[told.place].subject if told is not None and told.place in clauses else None
