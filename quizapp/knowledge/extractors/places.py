"""Where something happens."""

from collections.abc import Iterator
from itertools import product

from quizapp.knowledge.extractors.bearing import bearers
from quizapp.knowledge.extractors.clauses import Clause, conjuncts
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.gazetteer import places as listed_places
from quizapp.knowledge.extractors.lists import words
from quizapp.knowledge.extractors.mentions import Mention
from quizapp.knowledge.extractors.person_nouns import is_person_noun
from quizapp.knowledge.extractors.relating import described
from quizapp.knowledge.extractors.speakers import SAYING
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.extractors.values import Given, given_by, goes_to_place, is_name, is_place
from quizapp.knowledge.fold import fold_name
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
_LYING = frozenset({"in", "at", "near"})
_BESIDE = frozenset({"against", "as", "during", "on", "for"})
_TRIPS = frozenset({"expedition", "flight", "journey", "mission", "pilgrimage", "tour", "trip", "visit", "voyage"})
_PARTS = words("place_parts")
_WHERE_NOUNS = words("where_nouns")
_STANDING = frozenset({"in", "at", "on", "near", "inside", "outside", "aboard", "into", "onto"})
_NOT_PLACES = SAYING | {"believe", "accord", "think"}


def find_places(sight: Sight) -> Iterator[Draft]:
    """Places named after a verb (`where`)."""
    for clause in sight.page.clauses:
        if clause.subject is None or clause.lemma in _NOT_PLACES:
            continue
        subjects = bearers(sight, clause)
        of_people = any(subject.type is ValueType.PERSON or is_person_noun(clause.subject) for subject in subjects)
        found = [*_places(sight, clause, of_people=of_people), *_described(sight, clause), *_gone_to(sight, clause)]
        for subject, (preposition, given) in product(subjects, found):
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
        for value in _around(mention):
            given = given_by(sight, value)
            if given is not None and given.named and given.value.type is ValueType.PLACE and value.place > mention.last:
                yield Draft(
                    slot="where", lemma="be", subject=subject, value=given.value, value_words=given.words, anchor=head, preposition="in"
                )


def _around(mention: Mention) -> Iterator[Word]:
    head = mention.head
    for preposition in head.all("prep"):
        if preposition.lower == "in":
            yield from preposition.all("pobj")
    yield from (word for word in head.all("appos", "npadvmod") if _is_known_just_after(word, mention))


def _is_known_just_after(word: Word, mention: Mention) -> bool:
    """Whether a listed place follows at once: "Huntsville, Alabama"; of a longer row of names nobody knows who lies where."""
    first = min(one.place for one in (word, *word.all("compound")))
    return first <= mention.last + 2 and fold_name(" ".join(one.text for one in (*word.all("compound"), word))) in listed_places()


def _places(sight: Sight, clause: Clause, *, of_people: bool) -> Iterator[tuple[str, Given]]:
    first = sight.page.tree.sentences[clause.verb.sentence][0]
    for preposition in clause.verb.all("prep"):
        if preposition.place > clause.verb.place or preposition.place == first or _leads(preposition, clause):
            yield from _below(sight, preposition)
    for noun in _complements(clause, of_people=of_people):
        yield from _beside(sight, noun)
    for preposition in clause.verb.all("prep"):
        if preposition.lower in _BESIDE and preposition.place > clause.verb.place:
            for noun in preposition.all("pobj"):
                yield from _beside(sight, noun)


def _described(sight: Sight, clause: Clause) -> Iterator[tuple[str, Given]]:
    """The place that the clause describes: "Paris, where she met him"."""
    noun = described(clause, "where")
    given = given_by(sight, noun) if noun is not None else None
    if noun is not None and given is not None and is_place(given):
        yield noun.head.lower if noun.head.lower in _STANDING else "in", given


def _gone_to(sight: Sight, clause: Clause) -> Iterator[tuple[str, Given]]:
    """The place that is the object of a verb of going: "visited Rome and Naples"."""
    if clause.object is not None and goes_to_place(sight, clause):
        for one in (clause.object, *conjuncts(clause.object)):
            given = given_by(sight, one)
            if given is not None and given.named and given.value.type is ValueType.PLACE:
                yield "", given


def _beside(sight: Sight, noun: Word) -> Iterator[tuple[str, Given]]:
    """Places that a noun of the clause is said to be at: "won the cup in Lyon", "played against Spain in Rome"."""
    for preposition in noun.all("prep"):
        if preposition.place > noun.place and (preposition.lower in _LYING or (preposition.lower == "to" and noun.lemma in _TRIPS)):
            yield from _below(sight, preposition)
        elif preposition.lower == "of" and not is_name(sight, noun):
            yield from (place for inner in preposition.all("pobj") for place in _beside(sight, inner))


def _leads(preposition: Word, clause: Clause) -> bool:
    """Whether the place stands before the subject: "Later, at the Center, Ann spoke"."""
    return clause.subject is not None and preposition.place < clause.subject.place


def _complements(clause: Clause, *, of_people: bool) -> list[Word]:
    """Nouns whose own place is that of the deed: the object, and what a thing is; where somebody is a professor is another question."""
    found = clause.object if not clause.passive else None
    return [one for one in (found, None if of_people else clause.attribute) if one is not None]


def _below(sight: Sight, preposition: Word) -> Iterator[tuple[str, Given]]:
    """Places under a preposition, those inside others too: "at a hospital in Prague"."""
    if preposition.lower not in _AT_PLACE or (preposition.lower in {"to", "from"} and preposition.head.lemma in _TOWARDS_NO_PLACE):
        return
    for head in preposition.all("pobj"):
        yield from _at_noun(sight, preposition.lower, head)
    for inner in preposition.all("prep"):
        yield from _below(sight, inner)


def _at_noun(sight: Sight, name: str, head: Word) -> Iterator[tuple[str, Given]]:
    for one in (head, *conjuncts(head)):
        given = given_by(sight, one)
        if given is not None and (is_place(given) or _is_common_place(name, one, given)):
            yield name, given
    for inner in head.all("prep"):
        if inner.lower in _LYING:
            yield from ((inner.lower if name in _LYING else name, given) for _, given in _below(sight, inner))
        elif inner.lower == "of" and not is_name(sight, head):
            yield from ((name, given) for of in inner.all("pobj") for given in _named_place(sight, of))


def _is_common_place(preposition: str, noun: Word, given: Given) -> bool:
    """Whether a common noun answers "where": "in an old sugar warehouse"; one bare noun and what is "his" say too little."""
    if given.value.type is not ValueType.TEXT or preposition not in _STANDING or noun.lemma not in _WHERE_NOUNS or len(given.words) < 2:
        return False
    return not any(word.tag == "PRP$" for word in (*given.words, *noun.children))


def _named_place(sight: Sight, head: Word) -> Iterator[Given]:
    """The place that a part belongs to: "in the north of Bohemia"."""
    given = given_by(sight, head)
    if given is not None and is_place(given) and head.head.head.lemma in _PARTS:
        yield given
