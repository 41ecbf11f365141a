"""Where something happens."""

from collections.abc import Iterator
from itertools import product

from quizapp.knowledge.extractors.clauses import Clause, conjuncts
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.lists import words
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.extractors.values import Given, given_by, is_place
from quizapp.knowledge.values.base import ValueType

_AT_PLACE = frozenset(
    {
        "in",
        "at",
        "near",
        "from",
        "to",
        "into",
        "on",
        "onto",
        "outside",
        "inside",
        "aboard",
        "off",
        "towards",
        "toward",
        "across",
        "around",
        "via",
        "through",
        "over",
    }
)
_TOWARDS_NO_PLACE = words("towards_no_place")
_NOT_PLACES = frozenset({"say", "tell", "believe", "accord", "think"})


def find_places(sight: Sight) -> Iterator[Draft]:
    """Places named after a verb (`where`)."""
    for clause in sight.page.clauses:
        if clause.subject is None or clause.lemma in _NOT_PLACES:
            continue
        subjects = sight.referents.all(clause.subject)
        for subject, (preposition, given) in product(subjects, list(_places(sight, clause))):
            yield Draft(
                slot="where",
                lemma=clause.lemma,
                subject=subject,
                value=given.value,
                value_words=given.words,
                anchor=clause.verb,
                clause=clause,
                preposition=preposition,
            )


def find_locations(sight: Sight) -> Iterator[Draft]:
    """Where a named place or institution lies, told by "X in Y" and "X, Y" (`be.where`)."""
    for mention in sight.page.names.mentions:
        head = mention.head
        subject = sight.referents.of(head)
        if subject is None or not subject.named or subject.type not in {ValueType.PLACE, ValueType.ORGANISATION} or not subject.exact:
            continue
        for value in _around(head):
            given = given_by(sight, value)
            if given is not None and given.named and given.value.type is ValueType.PLACE and value.place > mention.last:
                yield Draft(
                    slot="where", lemma="be", subject=subject, value=given.value, value_words=given.words, anchor=head, preposition="in"
                )


def _around(head: Word) -> Iterator[Word]:
    for preposition in head.all("prep"):
        if preposition.lower in {"in", "near"}:
            yield from preposition.all("pobj")
    yield from head.all("appos", "npadvmod")


def _places(sight: Sight, clause: Clause) -> Iterator[tuple[str, Given]]:
    first = sight.page.tree.sentences[clause.verb.sentence][0]
    for preposition in clause.verb.all("prep"):
        if preposition.place > clause.verb.place or preposition.place == first:
            yield from _below(sight, preposition)
    attribute = clause.attribute
    if attribute is not None and clause.copula:
        return
    if clause.object is not None and not clause.passive:
        for preposition in clause.object.all("prep"):
            if preposition.lower in {"in", "at", "near"} and preposition.place > clause.object.place:
                yield from _below(sight, preposition)


def _below(sight: Sight, preposition: Word) -> Iterator[tuple[str, Given]]:
    if preposition.lower not in _AT_PLACE or (preposition.lower in {"to", "from"} and preposition.head.lemma in _TOWARDS_NO_PLACE):
        return
    for head in preposition.all("pobj"):
        for one in (head, *conjuncts(head)):
            given = given_by(sight, one)
            if given is not None and is_place(given):
                yield preposition.lower, given
        for inner in head.all("prep"):
            if inner.lower in {"in", "at", "near"}:
                yield from _below(sight, inner)
    for inner in preposition.all("prep"):
        yield from _below(sight, inner)
