"""Votes on the type of a name: no one of them decides."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from quizapp.knowledge.extractors.brackets import tells_life, tells_year, tells_years
from quizapp.knowledge.extractors.gazetteer import PLACE_NOUNS, TITLES, first_names, is_vehicle, name_beginnings, name_ends, places
from quizapp.knowledge.extractors.lists import words_by_key
from quizapp.knowledge.extractors.mentions import Mention
from quizapp.knowledge.extractors.person_nouns import is_calling
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.values.base import ValueType

_LABEL_TYPES = {
    "PERSON": ValueType.PERSON, "ORG": ValueType.ORGANISATION, "GPE": ValueType.PLACE, "LOC": ValueType.PLACE, "FAC": ValueType.PLACE,
    "WORK_OF_ART": ValueType.WORK, "LAW": ValueType.WORK, "EVENT": ValueType.EVENT, "PRODUCT": ValueType.VEHICLE,
}  # fmt: skip
_TEACHING = ("ics", "ology", "ism")
"""How the names of teachings and sciences end: nobody and no place is called so."""
MODEL_AT_MOST = 4.0
"""What the model's word on one form of a name weighs at most, however often it repeats itself."""
_KINDS = {noun: ValueType(kind) for kind, nouns in words_by_key("told_kinds").items() for noun in nouns}
_LIVING = frozenset({"marry", "bear", "wed"})
_TRUST = {"PERSON": 1.0, "ORG": 0.7, "GPE": 1.0, "LOC": 1.0, "FAC": 0.8, "WORK_OF_ART": 0.7, "LAW": 0.5, "EVENT": 0.8, "PRODUCT": 0.4}


def votes_for(forms: Sequence[str], by_form: Mapping[str, Sequence[Mention]]) -> dict[ValueType, float]:
    """The weight of the evidence for each type, from a name's own words and from each of its mentions."""
    votes: dict[ValueType, float] = defaultdict(float)
    for form in forms:
        for kind, weight in _by_words(form):
            votes[kind] += weight
        labels: dict[ValueType, float] = defaultdict(float)
        for mention in by_form[form]:
            for kind, weight in _by_label(mention):
                labels[ValueType.PLACE if kind is ValueType.ORGANISATION and form in places() else kind] += weight
            for kind, weight in _by_place(mention):
                votes[kind] += weight
        share = min(1.0, MODEL_AT_MOST / (sum(labels.values()) or 1))
        for kind, weight in labels.items():
            votes[kind] += weight * share
    return dict(votes)


def _by_words(form: str) -> Iterable[tuple[ValueType, float]]:
    """Votes of the name's own words."""
    words = form.split()
    if _is_teaching(words):
        return
    if form in places():
        yield ValueType.PLACE, 3
    elif form.split(" ")[0] in first_names() and 2 <= len(words) <= 4 and words[-1] not in name_ends():
        yield ValueType.PERSON, 3
    telling = _telling_word(words)
    if telling in name_ends():
        yield name_ends()[telling], 5
    elif len(words) > 1 and words[0] in name_beginnings():
        yield name_beginnings()[words[0]], 3
    if is_vehicle(form):
        yield ValueType.VEHICLE, 6


def _telling_word(words: Sequence[str]) -> str:
    """The word of a name that tells its kind: the one before "of", else the last that is no number."""
    before = words[: words.index("of")] if "of" in words[1:-1] else words
    return next((word for word in reversed(before) if not word.isdigit()), "")


def _is_teaching(words: Sequence[str]) -> bool:
    return words[-1].endswith(_TEACHING) and "of" not in words and words[-1] not in name_ends()


def _by_label(mention: Mention) -> Iterable[tuple[ValueType, float]]:
    """The vote of the model."""
    label = mention.label()
    if label and not all(word.text.islower() for word in mention.words) and not _is_teaching([word.lower for word in mention.words]):
        short = len(mention.words) == 1 and mention.words[0].text.isupper()
        yield _LABEL_TYPES[label], _TRUST[label] / (2 if label == "GPE" and (short or mention.head.dep == "compound") else 1)


def _by_place(mention: Mention) -> Iterable[tuple[ValueType, float]]:
    """Votes of one mention: the word before, quotation marks, what the sentence tells."""
    yield from _by_what_is_told(mention)
    if mention.quoted:
        yield ValueType.WORK, 3
    if mention.head.dep == "pobj" and mention.head.head.lower == "of" and mention.head.head.head.lemma in PLACE_NOUNS:
        yield ValueType.PLACE, 3
    before = word_before(mention)
    if before in _KINDS:
        yield _KINDS[before], 2
    if before in TITLES and before not in {"saint", "st"}:
        yield ValueType.PERSON, 2
    head = mention.head
    if any(word.dep == "relcl" and any(child.lower in {"who", "whom"} for child in word.children) for word in head.children):
        yield ValueType.PERSON, 1
    if head.dep == "nsubj" and head.head.lemma in {"say", "tell", "add", "explain"}:
        yield ValueType.PERSON, 0.5


def _by_what_is_told(mention: Mention) -> Iterable[tuple[ValueType, float]]:
    """Votes of what the sentence tells of the bearer: "is a chemist", "a river", a birth, a marriage, "she said that she"."""
    head = mention.head
    beside = [*head.all("appos"), *([head.head] if head.dep == "appos" else [])]
    if head.dep == "nsubj" and head.head.lemma in {"be", "become"}:
        beside.extend(head.head.all("attr"))
    kinds = {kind for word in beside if (kind := _kind_told(word)) is not None}
    if len(kinds) == 1:
        yield next(iter(kinds)), 6
    if head.dep in {"nsubj", "nsubjpass"} and (head.head.lemma in _LIVING or head.head.lower == "born"):
        yield ValueType.PERSON, 2
    inner = head.head.child("ccomp") if head.dep == "nsubj" else None
    subject = inner.child("nsubj", "nsubjpass") if inner is not None and inner.place > head.place else None
    if subject is not None and subject.lower in {"he", "she"}:
        yield ValueType.PERSON, 2
    if head.dep in {"nsubj", "nsubjpass"} and any(_of_person(word) for word in head.head.children):
        yield ValueType.PERSON, 1.5
    if len(mention.words) == 1 and head.dep == "pobj" and head.head.lower == "in":
        yield ValueType.PLACE, 0.4
    if mention.bracket:
        yield from _by_bracket(mention)


def _by_bracket(mention: Mention) -> Iterable[tuple[ValueType, float]]:
    """Votes of the brackets after a name: a life's dates, a work's year."""
    if tells_life(mention.bracket):
        yield ValueType.PERSON, 4
    elif len(mention.words) > 1 and tells_years(mention.bracket):
        yield ValueType.PERSON, 1
    elif len(mention.words) > 1 and tells_year(mention.bracket):
        yield ValueType.WORK, 1.5


def word_before(mention: Mention) -> str:
    """The last word before a name that hangs from it: "the painter Ann Lee"."""
    head = mention.head
    before = [word for word in head.children if word.dep in {"compound", "nmod", "amod"} and word.place < mention.first]
    return before[-1].lower if before else ""


def _kind_told(word: Word) -> ValueType | None:
    """The type of what a common noun tells: "chemist" a person, "river" a place."""
    if word.tag not in {"NN", "JJ"}:
        return None
    return ValueType.PERSON if is_calling(word) else _KINDS.get(word.lemma)


def _of_person(word: Word) -> bool:
    """Whether an object or adjunct is told with "his" or "her", which nobody but a person has: "Lee lost her keys"."""
    noun = word.child("pobj") if word.dep == "prep" else word if word.dep in {"dobj", "attr"} else None
    owner = noun.child("poss") if noun is not None else None
    return owner is not None and owner.lower in {"his", "her"}
