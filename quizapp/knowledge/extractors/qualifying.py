"""The qualifiers of a claim: what else must be known for the question to be a particular one."""

from quizapp.knowledge.extractors.clauses import Clause, Oblique
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.fold import fold_name
from quizapp.knowledge.relation import Qualifiers

ONCE = frozenset(
    """bear die bury found build design invent discover open inaugurate complete finish erect establish create launch publish premiere release derail sink
    crash explode assassinate kill sign marry graduate paint compose direct abolish demolish destroy close dissolve lift_off set_up unveil score
    rescue evacuate""".split()
)
_CORE = frozenset({"to", "into", "from", "with", "against", "for", "as", "of", "about", "on", "over"})


def qualifiers_of(sight: Sight, draft: Draft) -> Qualifiers:
    """The object, the party and the direction beside subject and value, as normal words."""
    clause = draft.clause
    if clause is None:
        return ()
    taken = {word.place for word in (*draft.value_words, *draft.subject.words)}
    found: dict[str, str] = {}
    if clause.object is not None and not clause.passive and clause.object.place not in taken:
        found["object"] = _key(sight, clause.object)
    if clause.passive and draft.slot != "agent" and clause.agent is not None and clause.agent.place not in taken and clause.lemma not in ONCE:
        found["by"] = _key(sight, clause.agent)
    for oblique in clause.obliques:
        if oblique.head.place not in taken and _matters(sight, clause, oblique, draft):
            found.setdefault(oblique.name, _key(sight, oblique.head))
    if draft.noun is not None:
        found["of"] = draft.noun.lemma
    if draft.slot == "where" and draft.preposition in {"to", "into", "from"}:
        found["direction"] = "from" if draft.preposition == "from" else "to"
    return tuple(sorted((key, value) for key, value in found.items() if value))


def _matters(sight: Sight, clause: Clause, oblique: Oblique, draft: Draft) -> bool:
    if oblique.name not in _CORE or sight.page.spot_at(oblique.head) is not None:
        return False
    return draft.slot not in {"how_many", "how_much"} or oblique.name in {"to", "from", "against", "for"}


def _key(sight: Sight, word: Word) -> str:
    found = sight.referents.of(word)
    if found is not None and found.named:
        return fold_name(found.text)
    return word.lemma if word.is_nominal else ""
