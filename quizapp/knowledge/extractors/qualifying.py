"""The qualifiers of a claim: what else must be known for the question to be a particular one."""

from quizapp.knowledge.extractors.clauses import Clause, Oblique
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.lists import words
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.fold import fold_name
from quizapp.knowledge.relation import Qualifiers
from quizapp.knowledge.values.units import CURRENCIES, find_unit

ONCE = words("once")
_CORE = frozenset({"to", "into", "from", "with", "against", "for", "as", "of", "about", "on", "over"})
_TELLING = frozenset({"as", "to", "into", "against"})
_MOVING = frozenset({"to", "into", "from"})


def qualifiers_of(sight: Sight, draft: Draft) -> Qualifiers:
    """The object, the party and the direction beside subject and value, as normal words."""
    found: dict[str, str] = {}
    clause = draft.clause
    if clause is not None:
        taken = {word.place for word in (*draft.value_words, *draft.subject.words)}
        found = _parties(sight, draft, clause, taken)
    if draft.noun is not None:
        found["of"] = _measured(draft.noun)
    if draft.where:
        found["at"] = fold_name(draft.where)
    if draft.slot == "where" and draft.preposition in _MOVING:
        found["direction"] = "from" if draft.preposition == "from" else "to"
    return tuple(sorted((key, value) for key, value in found.items() if value))


def _parties(sight: Sight, draft: Draft, clause: Clause, taken: set[int]) -> dict[str, str]:
    found: dict[str, str] = {}
    if clause.object is not None and not clause.passive and clause.object.place not in taken and sight.page.spot_at(clause.object) is None:
        found["object"] = _key(sight, clause.object)
    for oblique in clause.obliques:
        if oblique.head.place not in taken and _matters(sight, clause, oblique, draft):
            found.setdefault(oblique.name, _key(sight, oblique.head))
    return found


def _measured(noun: Word) -> str:
    """What a number counts or measures: "boats" of "30 boats", "long" of "30 metres long"; nothing for sums and shares."""
    if noun.head.tag in {"JJ", "RB"} and noun.dep in {"npadvmod", "advmod"}:
        return noun.head.lemma
    return (
        noun.lemma
        if noun.tag in {"NNS", "NN"}
        and find_unit(noun.lower) is None
        and noun.lower not in CURRENCIES
        and noun.lemma not in {"cent", "percent", "%"}
        else ""
    )


def _matters(sight: Sight, clause: Clause, oblique: Oblique, draft: Draft) -> bool:
    if oblique.name not in _CORE or sight.page.spot_at(oblique.head) is not None:
        return False
    if clause.lemma in ONCE and oblique.name not in {"against", "as"}:
        return False
    if draft.slot in {"how_many", "how_much"} and oblique.name not in {"to", "from", "against", "for"}:
        return False
    found = sight.referents.of(oblique.head)
    return oblique.name in _TELLING or (found is not None and found.named)


def _key(sight: Sight, word: Word) -> str:
    found = sight.referents.of(word)
    if found is not None and found.named:
        return fold_name(found.text)
    return word.lemma if word.is_nominal else ""
