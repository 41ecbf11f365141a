"""Votes on the type of a name: no one of them decides."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from quizapp.knowledge.extractors.gazetteer import PLACE_NOUNS, TITLES, first_names, is_vehicle, name_beginnings, name_ends, places
from quizapp.knowledge.extractors.mentions import Mention
from quizapp.knowledge.values.base import ValueType

_LABEL_TYPES = {
    "PERSON": ValueType.PERSON, "ORG": ValueType.ORGANISATION, "GPE": ValueType.PLACE, "LOC": ValueType.PLACE, "FAC": ValueType.PLACE,
    "WORK_OF_ART": ValueType.WORK, "LAW": ValueType.WORK, "EVENT": ValueType.EVENT, "PRODUCT": ValueType.VEHICLE,
}  # fmt: skip
_TRUST = {"PERSON": 1.0, "ORG": 0.7, "GPE": 1.0, "LOC": 1.0, "FAC": 0.8, "WORK_OF_ART": 0.7, "LAW": 0.5, "EVENT": 0.8, "PRODUCT": 0.4}


def votes_for(forms: Sequence[str], by_form: Mapping[str, Sequence[Mention]]) -> dict[ValueType, float]:
    """The weight of the evidence for each type, from a name's own words and from each of its mentions."""
    votes: dict[ValueType, float] = defaultdict(float)
    for form in forms:
        for kind, weight in _by_words(form):
            votes[kind] += weight
        for mention in by_form[form]:
            for kind, weight in _by_place(mention):
                votes[kind] += weight
    return dict(votes)


def _by_words(form: str) -> Iterable[tuple[ValueType, float]]:
    """Votes of the name's own words."""
    words = form.split()
    if form in places():
        yield ValueType.PLACE, 3
    elif form.split(" ")[0] in first_names() and 2 <= len(words) <= 4 and words[-1] not in name_ends():
        yield ValueType.PERSON, 3
    if words[-1] in name_ends():
        yield name_ends()[words[-1]], 4
    elif len(words) > 1 and words[0] in name_beginnings():
        yield name_beginnings()[words[0]], 3
    if len(words) > 2 and "of" in words[1:-1] and words[words.index("of") - 1] in name_ends():
        yield name_ends()[words[words.index("of") - 1]], 4
    if is_vehicle(form):
        yield ValueType.VEHICLE, 6


def _by_place(mention: Mention) -> Iterable[tuple[ValueType, float]]:
    """Votes of one mention: the model, the word before, quotation marks."""
    label = mention.label()
    if label:
        yield _LABEL_TYPES[label], _TRUST[label]
    if mention.quoted:
        yield ValueType.WORK, 3
    if mention.head.dep == "pobj" and mention.head.head.lower == "of" and mention.head.head.head.lemma in PLACE_NOUNS:
        yield ValueType.PLACE, 3
    before = word_before(mention)
    if before in TITLES and before not in {"saint", "st"}:
        yield ValueType.PERSON, 2
    head = mention.head
    if any(word.dep == "relcl" and any(child.lower in {"who", "whom"} for child in word.children) for word in head.children):
        yield ValueType.PERSON, 1
    if head.dep == "nsubj" and head.head.lemma in {"say", "tell", "add", "explain"}:
        yield ValueType.PERSON, 0.5


def word_before(mention: Mention) -> str:
    head = mention.head
    before = [word for word in head.children if word.dep in {"compound", "nmod"} and word.place < mention.first]
    return before[-1].lower if before else ""
