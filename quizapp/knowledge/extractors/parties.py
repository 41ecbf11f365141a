"""Who does what: the agent asked from the object, the object asked from the agent."""

from collections.abc import Iterator

from quizapp.knowledge.extractors.clauses import LIGHT, Clause, Oblique, conjuncts
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.lists import words as listed
from quizapp.knowledge.extractors.person_nouns import is_person_noun
from quizapp.knowledge.extractors.reference import Reference
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.extractors.values import Given, given_by, goes_to_place, is_place
from quizapp.knowledge.fold import fold_name
from quizapp.knowledge.values.base import ValueType

_SAYING = frozenset(
    {
        "say",
        "tell",
        "add",
        "state",
        "claim",
        "announce",
        "explain",
        "write",
        "note",
        "report",
        "comment",
        "describe",
        "reveal",
        "assert",
        "warn",
        "argue",
        "point_out",
        "declare",
        "confirm",
        "ask",
        "think",
        "believe",
        "know",
    }
)
_CAUSING = frozenset({"require", "want", "need", "expect", "like", "cause", "allow", "enable"})
_STATES = frozenset({"consist", "include", "comprise", "contain", "belong", "mean", "involve", "remain", "become"})
_PARTIES = frozenset({"to", "with", "for", "against", "of", "from", "into", "about", "under", "as"})
_FREE_PARTIES = _PARTIES - {"from", "as"}
_PASSIVE_PARTIES = frozenset({"for", "of", "against", "to", "as"})
_DONE_TO = frozenset({"to", "with", "for", "against", "about"})
_ANYBODY = frozenset({"a", "an", "any", "anyone", "anybody", "such"})
_ACTING = frozenset({"play", "portray"})
_CAUSED = frozenset(
    {"cause", "destroy", "kill", "trigger", "damage", "characterise", "characterize", "spark", "injure", "power", "inspire"}
)
_BLAMES = frozenset({"for", "of", "against"})
_BARE = frozenset({"of", "from", "against"})
"""Prepositions after which one bare noun says enough: "died of pneumonia", "comes from seafood"."""
_IDIOMS = {
    "take": {"place", "part", "care", "advantage"},
    "make": {"sense", "use", "way"},
    "play": {"role", "part"},
    "have": {"effect"},
    "get": {"touch"},
}
_COLLECTIVE = listed("collective_nouns")
_AGENTS = frozenset({ValueType.PERSON, ValueType.ORGANISATION, ValueType.PLACE, ValueType.GROUP})


def find_agents(sight: Sight) -> Iterator[Draft]:
    """The named doer of a deed (`agent`), told of what it is done to."""
    for clause in sight.page.clauses:
        if clause.agent is None or clause.copula or clause.lemma in _STATES or _is_empty(clause) or goes_to_place(sight, clause):
            continue
        if clause.object is not None and clause.object.lower.endswith(("self", "selves")):
            continue
        for subject in _other_sides(sight, clause):
            if not subject.named and len(subject.text.split()) < 2:
                continue
            for head in (clause.agent, *conjuncts(clause.agent)):
                given = given_by(sight, head)
                if (
                    given is not None
                    and (_can_act(given, head) or _is_cause(clause, given))
                    and f" {given.value.normal} " not in f" {fold_name(subject.text)} "
                ):
                    yield _draft(clause, "agent", subject, given)


def _draft(clause: Clause, slot: str, subject: Reference, given: Given) -> Draft:
    return Draft(
        slot=slot, lemma=clause.lemma, subject=subject, value=given.value, value_words=given.words, anchor=clause.verb, clause=clause
    )


def _is_empty(clause: Clause) -> bool:
    """Whether the verb only leads to another one ("began to", "said that"); with a noun for its object it tells a deed: "wrote a book"."""
    if clause.lemma == "do" or (clause.lemma in _CAUSING and clause.verb.child("xcomp", "ccomp", "advcl") is not None):
        return True
    if clause.lemma not in LIGHT and clause.lemma not in _SAYING:
        return False
    target = clause.verb.child("dobj", "nsubjpass")
    return target is None or not target.is_nominal or clause.verb.child("xcomp", "ccomp", "parataxis") is not None


def _other_sides(sight: Sight, clause: Clause) -> list[Reference]:
    """What the deed is done to; of a deed without an object, its first other party or place by name."""
    counted = sight.page.spot_at(clause.object) if clause.object is not None else None
    if clause.object is not None and (counted is None or (counted.type is ValueType.COUNT and clause.object.is_nominal)):
        if clause.object.lemma in _IDIOMS.get(clause.lemma, ()):
            return []
        return sight.referents.all(clause.object)
    for oblique in clause.obliques:
        if oblique.name in _PARTIES - {"as"} and oblique.head.place > clause.verb.place and sight.page.spot_at(oblique.head) is None:
            one = sight.referents.of(oblique.head)
            if one is not None and (one.named or (len(one.words) > 2 and one.exact and oblique.name in _DONE_TO and not is_anybody(one))):
                return [one]
    return []


def _can_act(given: Given, head: Word) -> bool:
    """Whether the value names or describes a doer well enough to be an answer."""
    if given.words[-1].tag == "POS" or given.words[0].tag == "CD":
        return False
    if given.value.type is not ValueType.TEXT:
        return given.value.type in _AGENTS and (given.named or len(given.words) > 1)
    if head.lemma in _COLLECTIVE and len(given.words) > 1:
        return True
    return is_person_noun(head) and (len(given.words) > 1 or head.tag == "NNS")


def _is_cause(clause: Clause, given: Given) -> bool:
    """Whether a thing did it: "caused by severe eczema", told in so many words after "by"."""
    return clause.passive and clause.lemma in _CAUSED and given.value.type is ValueType.TEXT and len(given.words) > 1


def find_objects(sight: Sight) -> Iterator[Draft]:
    """What a deed is done to or with (`object`), told of the doer."""
    for clause in sight.page.clauses:
        if clause.copula or clause.subject is None or _is_empty(clause) or goes_to_place(sight, clause):
            continue
        for subject in sight.referents.all(clause.subject):
            if is_anybody(subject):
                continue
            yield from (_draft(clause, "object", subject, given) for given in _objects(sight, clause))
        yield from _undergone(sight, clause)


def _undergone(sight: Sight, clause: Clause) -> Iterator[Draft]:
    """What a deed told in the passive is done to, told of the one who is named as its doer."""
    if not clause.passive or clause.agent is None or clause.object is None:
        return
    for head in (clause.object, *conjuncts(clause.object)):
        given = given_by(sight, head)
        if given is not None and _worth(given):
            doers = (one for one in sight.referents.all(clause.agent) if one.named or (len(one.words) > 1 and not is_anybody(one)))
            yield from (_draft(clause, "object", doer, given) for doer in doers)


def _objects(sight: Sight, clause: Clause) -> Iterator[Given]:
    direct = clause.verb.child("dobj") if clause.passive else clause.object
    if direct is not None and direct.lemma not in _IDIOMS.get(clause.lemma, ()):
        for head in (direct, *conjuncts(direct)):
            given = given_by(sight, head)
            if given is not None and (_worth(given) or (clause.lemma in _ACTING and is_person_noun(head))):
                yield given
    for oblique in clause.obliques:
        reached = oblique.name in (_PASSIVE_PARTIES if clause.passive else _PARTIES) and oblique.head.place > clause.verb.place
        given = given_by(sight, oblique.head) if reached else None
        if (
            given is None
            or (oblique.name == "as" and given.value.type is ValueType.PERSON)
            or (is_place(given) and oblique.name in {"to", "from", "into", "on", "for"})
        ):
            continue
        if given.named or (direct is None and _says_enough(clause, oblique, given)):
            yield given


def _says_enough(clause: Clause, oblique: Oblique, given: Given) -> bool:
    """Whether a common noun after a preposition is worth asking for."""
    if _worth(given) and oblique.name in (_BLAMES if clause.passive else _FREE_PARTIES):
        return True
    return oblique.name in _BARE and given.value.type is ValueType.TEXT and oblique.head.child("det") is None


def is_anybody(one: Reference) -> bool:
    """Whether nobody in particular is meant: "a crane", "any driver"."""
    return not one.named and one.words[0].lower in _ANYBODY


def _worth(given: Given) -> bool:
    """Whether the value says enough: a name, or words beyond one bare noun."""
    return given.value.type is not ValueType.TEXT or len(given.words) > 1 or given.words[0].is_proper
