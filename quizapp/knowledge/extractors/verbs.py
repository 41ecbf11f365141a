"""Verb groups: their auxiliaries and tense, and how they read in a question and in a sentence."""

from dataclasses import dataclass

from quizapp.knowledge.extractors.clauses import READY, Clause
from quizapp.knowledge.extractors.tree import Word

_FINITE = {
    "is",
    "are",
    "was",
    "were",
    "am",
    "has",
    "have",
    "had",
    "do",
    "does",
    "did",
    "will",
    "would",
    "can",
    "could",
    "may",
    "might",
    "must",
    "should",
    "shall",
    "'s",
    "'ve",
    "'d",
    "'ll",
    "'re",
}
_WHOLE = {"'s": "is", "'ve": "have", "'d": "had", "'ll": "will", "'re": "are"}
_PLANS = frozenset({"will", "would", "shall", "'ll"})


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbGroup:
    """A finite verb group: `aux` inverts in a question, `rest` follows the subject there; `plain` is the whole as a sentence has it.

    `whole` is the group after a question word that is itself the subject.
    """

    aux: str
    rest: str
    plain: str
    whole: str
    planned: bool = False


def verb_group(clause: Clause, *, plural: bool) -> VerbGroup | None:
    """The clause's verb group in the number of its subject; None when it has no tense to tell."""
    verb = clause.verb
    particle = verb.child("prt")
    tail = f" {particle.lower}" if particle else ""
    auxiliaries = _auxiliaries(verb)
    if clause.negated:
        return None
    if verb.dep == "xcomp" and verb.head.lower in READY:
        return _ready(clause, tail, plural=plural)
    if any(word.lower in _PLANS for word in auxiliaries):
        return _planned(clause, tail, plural=plural)
    if not auxiliaries:
        return _simple(clause, tail, plural=plural)
    first = _WHOLE.get(auxiliaries[0].lower, auxiliaries[0].lower)
    if first not in _FINITE or first in {"may", "might", "must", "should", "can", "could"}:
        return None
    first = _number(first, plural=plural)
    rest = " ".join([*(word.lower for word in auxiliaries[1:]), verb.lower]) + tail
    return VerbGroup(aux=first, rest=rest, plain=f"{first} {rest}", whole=f"{_number(first, plural=False)} {rest}")


def _ready(clause: Clause, tail: str, *, plural: bool) -> VerbGroup | None:
    """The group of "is due to open": the copula is what inverts."""
    adjective, copula = clause.verb.head, clause.verb.head.head
    first = _WHOLE.get(copula.lower, copula.lower)
    if first not in _FINITE or copula.lemma != "be":
        return None
    first = _number(first, plural=plural)
    doing = " ".join(word.lower for word in (*clause.verb.all("aux", "auxpass"), clause.verb))
    rest = f"{adjective.lower} {doing}{tail}"
    whole = f"{_number(first, plural=False)} {rest}"
    return VerbGroup(aux=first, rest=rest, plain=f"{first} {rest}", whole=whole, planned=adjective.lower != "able")


def _auxiliaries(verb: Word) -> list[Word]:
    own = verb.all("aux", "auxpass")
    if own or verb.dep != "conj" or verb.child("nsubj", "nsubjpass"):
        return own
    if verb.head.is_verb and verb.tag in {"VBN", "VB"} and verb.head.tag in {"VBN", "VB"}:
        return _auxiliaries(verb.head)
    return own


def _planned(clause: Clause, tail: str, *, plural: bool) -> VerbGroup:
    aux = "were" if plural else "was"
    base = " ".join(["to", *(["be"] if clause.passive else []), clause.verb.lower if clause.passive else _base(clause)]) + tail
    return VerbGroup(aux=aux, rest=base, plain=f"{aux} {base}", whole=f"was {base}", planned=True)


def _base(clause: Clause) -> str:
    return clause.lemma.split("_")[0]


def _simple(clause: Clause, tail: str, *, plural: bool) -> VerbGroup | None:
    verb = clause.verb
    if clause.passive or (verb.tag == "VBN" and verb.dep == "acl"):
        aux = "were" if plural else "was"
        return VerbGroup(aux=aux, rest=verb.lower + tail, plain=f"{aux} {verb.lower}{tail}", whole=f"was {verb.lower}{tail}")
    if clause.copula:
        form = _number(_WHOLE.get(verb.lower, verb.lower), plural=plural)
        return VerbGroup(aux=form, rest="", plain=form, whole=_number(form, plural=False)) if form in _FINITE else None
    base = _base(clause)
    if verb.tag == "VBD" or (verb.tag == "VBN" and verb.dep in {"ROOT", "conj", "relcl", "ccomp"}):
        return VerbGroup(aux="did", rest=base + tail, plain=verb.lower + tail, whole=verb.lower + tail)
    if verb.tag == "VBZ":
        return VerbGroup(aux="does", rest=base + tail, plain=verb.lower + tail, whole=verb.lower + tail)
    if verb.tag == "VBP":
        return VerbGroup(aux="do" if plural else "does", rest=base + tail, plain=verb.lower + tail, whole=_third(base) + tail)
    return None


def _number(form: str, *, plural: bool) -> str:
    table = (
        {"was": "were", "is": "are", "has": "have", "does": "do"} if plural else {"were": "was", "are": "is", "have": "has", "do": "does"}
    )
    return table.get(form, form)


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{base}es"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return f"{base[:-1]}ies"
    return f"{base}s"
