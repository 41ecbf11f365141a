"""Whether a name is a man's or a woman's, as far as the name and the words beside it tell."""

from collections.abc import Iterable

from quizapp.knowledge.extractors.gazetteer import first_names
from quizapp.knowledge.extractors.lists import words
from quizapp.knowledge.extractors.mentions import Mention
from quizapp.knowledge.extractors.voting import word_before
from quizapp.knowledge.fold import fold

_HE_TITLES = frozenset(
    ["mr", "mr.", "sir", "king", "prince", "lord", "emperor", "duke", "count", "baron", "pope", "father", "brother", "actor", "tsar"]
)
_SHE_TITLES = frozenset(
    "mrs ms miss mrs. ms. dame queen princess lady empress duchess countess baroness sister actress tsarina tsarevna".split()  # noqa: SIM905
)
_WOMEN = words("women")
_MEN = words("men")


def gender_of(full: str, mentions: Iterable[Mention]) -> str:
    """ "male", "female" or "" when nothing tells."""
    found = list(mentions)
    for mention in found:
        before = word_before(mention)
        if before in _HE_TITLES or before in _SHE_TITLES:
            return "male" if before in _HE_TITLES else "female"
    first = fold(full).split()[0]
    if first in first_names():
        return first_names()[first]
    told = {gender_of_noun(noun) for mention in found for noun in _nouns_beside(mention)} - {""}
    return next(iter(told)) if len(told) == 1 else ""


def gender_of_noun(lemma: str) -> str:
    """What a common noun tells: "daughter" is a woman."""
    return "female" if lemma in _WOMEN else "male" if lemma in _MEN else ""


def _nouns_beside(mention: Mention) -> Iterable[str]:
    """The common nouns that tell what the bearer is: beside the name, or by "is"."""
    head = mention.head
    beside = [*head.all("appos"), *([head.head] if head.dep == "appos" else [])]
    if head.dep == "nsubj" and head.head.lemma in {"be", "become"}:
        beside.extend(head.head.all("attr"))
    yield from (word.lemma for word in beside if word.tag == "NN")
    yield word_before(mention)
