"""Who does what: the agent asked from the object, the object asked from the agent."""

from collections.abc import Iterator

from quizapp.knowledge.extractors.clauses import LIGHT, Clause, conjuncts
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.reference import Reference
from quizapp.knowledge.extractors.values import Given, given_by, is_place
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
_STATES = frozenset({"consist", "include", "comprise", "contain", "belong", "mean", "involve", "remain", "become"})
_PARTIES = frozenset({"to", "with", "for", "against", "of", "from", "into", "about", "on"})
_AGENTS = frozenset({ValueType.PERSON, ValueType.ORGANISATION, ValueType.PLACE, ValueType.GROUP})


def find_agents(sight: Sight) -> Iterator[Draft]:
    """The named doer of a deed (`agent`), told of what it is done to."""
    for clause in sight.page.clauses:
        if clause.agent is None or clause.copula or clause.lemma in LIGHT | _SAYING | _STATES:
            continue
        for subject in _other_sides(sight, clause):
            for head in (clause.agent, *conjuncts(clause.agent)):
                given = given_by(sight, head)
                if given is not None and _can_act(given) and fold_name(subject.text) != given.value.normal:
                    yield Draft(
                        slot="agent",
                        lemma=clause.lemma,
                        subject=subject,
                        value=given.value,
                        value_words=given.words,
                        anchor=clause.verb,
                        clause=clause,
                    )


def _other_sides(sight: Sight, clause: Clause) -> list[Reference]:
    """What the deed is done to; of a deed without an object, its first other party or place by name."""
    if clause.object is not None and sight.page.spot_at(clause.object) is None:
        return sight.referents.all(clause.object)
    for oblique in clause.obliques:
        if oblique.head.place > clause.verb.place and sight.page.spot_at(oblique.head) is None:
            one = sight.referents.of(oblique.head)
            if one is not None and one.named:
                return [one]
    return []


def _can_act(given: Given) -> bool:
    """Whether the value names or describes a doer well enough to be an answer."""
    if given.named:
        return given.value.type in _AGENTS
    return given.value.type is ValueType.ROLE


def tells_which(reference: Reference) -> bool:
    """Whether a description has content enough to be asked about."""
    content = [word for word in reference.words if word.is_nominal or word.tag in {"JJ", "JJR", "JJS", "VBN", "VBG", "CD"}]
    return len(content) > 1


def find_objects(sight: Sight) -> Iterator[Draft]:
    """What a deed is done to or with (`object`), told of the doer."""
    for clause in sight.page.clauses:
        if clause.copula or clause.lemma in LIGHT or clause.lemma in _SAYING or clause.subject is None:
            continue
        for subject in sight.referents.all(clause.subject):
            for given in _objects(sight, clause):
                yield Draft(
                    slot="object",
                    lemma=clause.lemma,
                    subject=subject,
                    value=given.value,
                    value_words=given.words,
                    anchor=clause.verb,
                    clause=clause,
                )


def _objects(sight: Sight, clause: Clause) -> Iterator[Given]:
    direct = clause.object if not clause.passive else None
    if direct is not None:
        for head in (direct, *conjuncts(direct)):
            given = given_by(sight, head)
            if given is not None and _worth(given):
                yield given
    for oblique in clause.obliques:
        given = given_by(sight, oblique.head) if oblique.name in _PARTIES and oblique.head.place > clause.verb.place else None
        if given is None or (is_place(given) and oblique.name in {"to", "from", "into", "on", "for"}):
            continue
        if given.named or (direct is None and not clause.passive and _worth(given) and oblique.name != "from"):
            yield given


def _worth(given: Given) -> bool:
    """Whether the value says enough: a name, or words beyond one bare noun."""
    return given.named or len(given.words) > 1


def is_saying(clause: Clause) -> bool:
    """Whether the verb reports words."""
    return clause.lemma in _SAYING
