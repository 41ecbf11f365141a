"""The qualifiers of a claim: what else must be known for the question to be a particular one."""

from quizapp.knowledge.extractors.bearing import is_once
from quizapp.knowledge.extractors.clauses import Clause, Oblique, conjuncts
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.lists import words
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.fold import fold_name
from quizapp.knowledge.relation import Qualifiers
from quizapp.knowledge.values.moment import Date
from quizapp.knowledge.values.units import CURRENCIES, find_unit

_RECURRING = words("recurring")
_CORE = frozenset({"to", "into", "from", "with", "against", "for", "as", "of", "about", "on", "over"})
_TELLING = frozenset({"as", "to", "into", "against"})
_MOVING = frozenset({"to", "into", "from"})
REACHING = frozenset({"to", "from", "by"})
"""Prepositions of a sum or share that changes with time: "rose to 12 percent"."""
_SPENDING = frozenset({"spend", "take", "need", "stay", "work"})
_SPENT_AT = frozenset({"in", "at", "on", "aboard", "inside", "with", "near"})


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
    if clause is not None:
        found |= _of_number(sight, draft, clause)
    if (year := edition(sight, draft)) is not None:
        found["year"] = year
    if draft.slot == "where" and draft.preposition in _MOVING:
        found["direction"] = "from" if draft.preposition == "from" else "to"
    return tuple(sorted((key, value) for key, value in found.items() if value))


def _parties(sight: Sight, draft: Draft, clause: Clause, taken: set[int]) -> dict[str, str]:
    found: dict[str, str] = {}
    target = None if clause.passive else clause.object
    if target is not None and sight.page.spot_at(target) is None and all(one.place not in taken for one in (target, *conjuncts(target))):
        found["object"] = _key(sight, target)
    for oblique in clause.obliques:
        if oblique.head.place in taken and draft.slot in {"agent", "object"} and oblique.name in _CORE:
            found["way"] = oblique.name
        elif oblique.head.place not in taken and _matters(sight, clause, oblique, draft):
            found.setdefault(oblique.name, _key(sight, oblique.head))
    return found


def _of_number(sight: Sight, draft: Draft, clause: Clause) -> dict[str, str]:
    """What else must be known of a number: up to it or by it, when, where, doing what."""
    if draft.slot == "how_long":
        return _spent(sight, draft, clause)
    if draft.slot not in {"how_many", "how_much"}:
        return {}
    reach = {"reach": draft.preposition} if draft.slot == "how_much" and draft.preposition in REACHING else {}
    return _as_of(sight, draft, clause) | reach


def _spent(sight: Sight, draft: Draft, clause: Clause) -> dict[str, str]:
    """Where and doing what a time was spent: three years in Rome and two in Paris are no contradiction."""
    found: dict[str, str] = {}
    if clause.lemma != draft.lemma:
        return found
    behind = (one for one in (*clause.verb.all("prep"), *draft.value_words[-1].all("prep")) if one.place > clause.verb.place)
    for preposition in behind:
        head = preposition.child("pobj")
        if (
            head is not None
            and preposition.place > clause.verb.place
            and preposition.lower in _SPENT_AT
            and sight.page.spot_at(head) is None
        ):
            found.setdefault("at", _key(sight, head))
    for verb in (*clause.verb.all("xcomp", "advcl", "ccomp"), *draft.value_words[-1].all("acl")):
        if clause.lemma in _SPENDING and verb.tag == "VBG" and verb.place > draft.value_words[-1].place:
            found.setdefault("doing", verb.lemma)
    return found


def _as_of(sight: Sight, draft: Draft, clause: Clause) -> dict[str, str]:
    """The year and the place that a number holds for: members in 1990 and members in 2010 are no contradiction."""
    found: dict[str, str] = {}
    mine = {word.place for word in draft.subject.words}
    for preposition in (*clause.verb.all("prep"), *draft.value_words[-1].all("prep")):
        head = preposition.child("pobj")
        spot = sight.page.spot_at(head) if head is not None else None
        if spot is not None and isinstance(spot.value, Date) and spot.value.year and str(spot.value.year) in spot.written:
            found["year"] = str(spot.value.year)
        elif head is not None and spot is None and preposition.lower == "in" and head.place not in mine:
            thing = sight.page.names.at(head.place)
            found |= {"in": fold_name(thing.name)} if thing is not None else {}
    return found


def edition(sight: Sight, draft: Draft) -> str | None:
    """The year that tells which championship or festival is meant: the sentence's own, or that of a dated article."""
    if draft.statement or draft.slot in {"role", "object"} or not _recurs(draft):
        return None
    spots = [sight.page.spot_at(word) for word in sight.page.tree.sentence(draft.anchor.sentence)]
    years = {str(one.value.year) for one in spots if one is not None and isinstance(one.value, Date) and one.value.year}
    if len(years) == 1:
        return years.pop()
    date = sight.page.article.date
    return str(date.year) if date is not None and not years else None


def _recurs(draft: Draft) -> bool:
    """Whether the subject is one of a row: its last word says so and it holds no number."""
    last = draft.subject.text.split()[-1:]
    return bool(last) and last[0].lower() in _RECURRING and not any(sign.isdigit() for sign in draft.subject.text)


def _measured(noun: Word) -> str:
    """What a number counts or measures: "boats" of "30 boats", "long" of "30 metres long"; nothing for sums and shares."""
    if noun.head.lower == "worth":
        return ""
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
    if is_once(clause.lemma) and oblique.name not in {"against", "as"}:
        return False
    if draft.slot == "how_long" and oblique.name in _SPENT_AT:
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
