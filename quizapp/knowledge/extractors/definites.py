"""What a bare "the bridge" means: the one name it can stand for, or the phrase that brought it in."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from quizapp.knowledge.extractors.gazetteer import PLACE_NOUNS
from quizapp.knowledge.extractors.lists import words_by_key
from quizapp.knowledge.extractors.naming import Thing
from quizapp.knowledge.extractors.page import Page
from quizapp.knowledge.extractors.phrases import is_definite, is_indefinite, phrase
from quizapp.knowledge.extractors.reference import Reference
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.fold import fold_name
from quizapp.knowledge.values.base import ValueType

BACK = 3
"""How many sentences back a bare definite noun may have been brought in."""
_APART = frozenset("another earlier first former last later new next other previous same second similar third".split())  # noqa: SIM905
OFTEN = 3
"""How often an article must say "the city" for it to be what its title names."""
_TELLS_WHICH = frozenset({"relcl", "acl", "prep", "amod", "nummod"})


@dataclass(frozen=True)
class Definites:
    """Resolves the bare definite nouns of one page; `describe` tells what a full phrase means."""

    page: Page
    describe: Callable[[Word], Reference | None]

    def name(self, word: Word) -> Reference | None:
        """The thing with a name: by its last word, by what the article calls it, or as the only one of its kind."""
        if not _is_bare(word) or word.tag not in {"NN", "NNS"}:
            return None
        called = self._called.get(word.lemma, set()) if word.tag == "NN" else set()
        found = self._topic(word) or self._ending_so(word) or called or self._only_one(word)
        thing = self.page.names.find(next(iter(found))) if len(found) == 1 else None
        return Reference(text=thing.name, type=thing.type, named=True, words=(word,), exact=False, thing=thing) if thing else None

    def introduction(self, word: Word) -> Reference | None:
        """The one phrase a little before that brought in the noun: "a petition against the law" for "the petition"."""
        if not _is_bare(word) or not word.is_nominal or word.is_proper:
            return None
        near = range(word.sentence - BACK, word.sentence)
        earlier = [one for one in self._by_lemma.get(word.lemma, ()) if one.tag == word.tag and one.sentence in near]
        if any((is_indefinite(one) and not _tells(one)) or _sets_apart(one) for one in earlier):
            return None
        if not earlier:
            earlier = self._only_introduction(word)
        phrases = [self.describe(one) for one in earlier if one.child("poss") is None and _tells(one)]
        telling = {found.text: found for found in phrases if found is not None}
        return replace(next(iter(telling.values())), words=(word,), exact=False) if len(telling) == 1 else None

    def _only_introduction(self, word: Word) -> list[Word]:
        """The one phrase further back that is not a bare "the bridge" itself, where the article never speaks of another one."""
        every = self._by_lemma.get(word.lemma, ())
        first = [one for one in every if not _is_bare(one)]
        alone = len(first) == 1 and first[0].place < word.place and all(one.tag == word.tag for one in every)
        return first if alone and _brings_in(first[0]) and not _sets_apart(first[0]) else []

    def _topic(self, word: Word) -> set[str]:
        """The place that the article's title names, for the noun that the article uses of it more than of anything else: "the city"."""
        if word.tag != "NN" or word.lemma != self._topic_noun or self._called.get(word.lemma, set()) - {self.page.article.title}:
            return set()
        topic = self.page.names.find(self.page.article.title)
        near = {
            thing.name
            for one in self.page.tree.words[self.page.tree.sentences[max(0, word.sentence - 1)][0] : word.place]
            if (thing := self.page.names.at(one.place)) is not None and _ends_with(thing, word.lower)
        }
        return {topic.name} if topic is not None and not near - {topic.name} else set()

    @cached_property
    def _topic_noun(self) -> str:
        """What kind of place the title names: the noun for one that stands far more often with a bare "the" than the others."""
        topic = self.page.names.find(self.page.article.title)
        if topic is None or topic.type is not ValueType.PLACE:
            return ""
        used = Counter(word.lemma for word in self.page.tree.words if word.tag == "NN" and word.lemma in PLACE_NOUNS and _is_bare(word))
        ranked = [*sorted(used.items(), key=lambda one: (-one[1], one[0])), ("", 0), ("", 0)]
        return ranked[0][0] if ranked[0][1] >= OFTEN and ranked[0][1] >= 2 * ranked[1][1] else ""

    def _ending_so(self, word: Word) -> set[str]:
        """Names before whose last word is the noun: "Tessel Bridge" for "the bridge"."""
        return {
            thing.name
            for mention in self.page.names.mentions
            if mention.last < word.place
            and len(mention.words) > 1
            and (thing := self.page.names.thing(mention))
            and thing.type is not ValueType.PERSON
            and _ends_with(thing, word.lower)
        }

    def _only_one(self, word: Word) -> set[str]:
        """The one thing of the type that the noun tells ("the painting"), when the article names no other and has named it before."""
        kind = next((kind for kind, nouns in words_by_key("kinds").items() if word.lower in nouns), None)
        first = self._first_of_type.get(kind, {}) if kind else {}
        return set(first) if len(first) == 1 and min(first.values()) < word.place and not self._brought_in(word) else set()

    def _brought_in(self, word: Word) -> bool:
        """Whether the noun was brought in before as another thing: "a ship" before "the ship"."""
        before = (one for one in self._by_lemma.get(word.lemma, ()) if one.place < word.place)
        return any(det.lower in {"a", "an", "another"} for one in before for det in one.all("det"))

    @cached_property
    def _first_of_type(self) -> Mapping[str, Mapping[str, int]]:
        """By type the things of the article, each with the place where it is named first."""
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for mention in self.page.names.mentions:
            thing = self.page.names.thing(mention)
            if thing is not None:
                found[thing.type].setdefault(thing.name, mention.last)
        return found

    @cached_property
    def _by_lemma(self) -> Mapping[str, Sequence[Word]]:
        found: dict[str, list[Word]] = defaultdict(list)
        for word in self.page.tree.words:
            if word.is_nominal:
                found[word.lemma].append(word)
        return found

    @cached_property
    def _called(self) -> Mapping[str, set[str]]:
        """Names of things by the noun that "is" or an apposition gives them: "The Orm is a river"."""
        found: dict[str, set[str]] = defaultdict(set)
        pairs = [(clause.subject, clause.attribute) for clause in self.page.clauses if clause.copula]
        for word in self.page.tree.words:
            if word.dep == "appos":
                pairs.extend([(word.head, word), (word, word.head)])
        for named, noun in pairs:
            thing = self.page.names.at(named.place) if named is not None else None
            if thing is not None and noun is not None and noun.tag == "NN" and thing.type is not ValueType.PERSON:
                found[noun.lemma].add(thing.name)
        return found


def _is_bare(word: Word) -> bool:
    return is_definite(word) and len(phrase(word)) == 1 and not any(child.dep in _TELLS_WHICH for child in word.children)


def _sets_apart(word: Word) -> bool:
    """Whether a phrase tells of another one than the article speaks of: "the previous election"."""
    return any(child.lower in _APART for child in word.children)


def _brings_in(word: Word) -> bool:
    """Whether a phrase tells of one thing for the first time: "a court in Lyon", "the population of Lyon"."""
    dets = {det.lower for det in word.all("det")}
    return word.tag == "NN" and (bool(dets & {"a", "an"}) or any(one.lower == "of" for one in word.all("prep")))


def _tells(word: Word) -> bool:
    """Whether a phrase says more than its bare noun."""
    dets = {det.lower for det in word.all("det")}
    where = any(inner.is_proper for one in word.all("prep") for inner in one.all("pobj"))
    return not dets & {"no", "neither"} and (where or sum(one.is_nominal or one.tag.startswith("JJ") for one in phrase(word)) > 1)


def _ends_with(thing: Thing, noun: str) -> bool:
    last = fold_name(thing.name).split()[-1]
    return last == noun or (len(noun) > 4 and last.endswith(noun))
