"""What a noun phrase or pronoun stands for, when that is certain; else nothing."""

from dataclasses import dataclass, field
from functools import cached_property

from quizapp.knowledge.extractors.beside import named_beside
from quizapp.knowledge.extractors.clauses import conjuncts
from quizapp.knowledge.extractors.definites import Definites
from quizapp.knowledge.extractors.lists import words
from quizapp.knowledge.extractors.page import Page
from quizapp.knowledge.extractors.phrases import is_definite, phrase, written
from quizapp.knowledge.extractors.pronouns import Pronouns
from quizapp.knowledge.extractors.reference import Reference
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.values.base import ValueType

_TELLING = frozenset({"of", "in", "at", "for", "from", "to", "between", "against", "with"})
_EMPTY = words("empty_nouns")


@dataclass(frozen=True)
class Referents:
    """Resolves the words of one page; remembers what it found."""

    page: Page
    _known: dict[int, Reference | None] = field(default_factory=dict)

    def of(self, word: Word) -> Reference | None:
        """What the phrase headed by this word stands for."""
        if word.place not in self._known:
            self._known[word.place] = None
            self._known[word.place] = self._find(word)
        return self._known[word.place]

    def owned(self, word: Word) -> Reference | None:
        """What the phrase says of its owner, whatever name stands beside it: "Karl Weber's wife" for "his wife Anna"."""
        owner = word.child("poss")
        holder = self.of(owner) if owner is not None else None
        if owner is None or holder is None or not holder.named or holder.plural:
            return None
        own = f"{_owner_form(holder.text)} {written(one for one in phrase(word) if one is word or one.dep == 'amod')}"
        return Reference(text=own, type=ValueType.TEXT, named=False, words=(owner, word), exact=owner.tag != "PRP$")

    def all(self, word: Word) -> list[Reference]:
        """The phrase and those joined to it by "and", each that is certain."""
        return [found for one in (word, *conjuncts(word)) if (found := self.of(one)) is not None]

    @cached_property
    def _pronouns(self) -> Pronouns:
        return Pronouns(self.page, self.of)

    @cached_property
    def _definites(self) -> Definites:
        return Definites(self.page, self.description)

    def _find(self, word: Word) -> Reference | None:
        if word.tag in {"PRP", "PRP$"}:
            return self._pronouns.of(word)
        if not word.is_nominal and self.page.names.at(word.place) is None:
            return None
        owner = word.child("poss")
        if owner is not None:
            return self._beside(word) or self._owned(word, owner)
        return (
            self._name(word)
            or self._beside(word)
            or self._definites.name(word)
            or self.description(word)
            or self._definites.introduction(word)
        )

    def _beside(self, word: Word) -> Reference | None:
        """The name that a common noun stands beside: "the writer Agnes Vollmer", "the village of Orlec"."""
        other = named_beside(self.page, word)
        return self._name(other) if other is not None else None

    def _name(self, word: Word) -> Reference | None:
        mention = self.page.names.mention_at(word.place)
        thing = self.page.names.thing(mention) if mention else None
        if mention is None or thing is None or not any(one.is_proper or one.text[0].isupper() for one in mention.words):
            return None
        if word.place != mention.head.place and word.place != mention.last:
            return None
        if thing.type is ValueType.TEXT and self._is_common(mention.words):
            return None
        return Reference(text=thing.name, type=thing.type, named=True, words=mention.words, thing=thing, plural=word.tag == "NNPS")

    @staticmethod
    def _is_common(words: tuple[Word, ...]) -> bool:
        return all(word.text.islower() for word in words)

    def _owned(self, word: Word, owner: Word) -> Reference | None:
        holder = self.of(owner)
        if holder is None or not holder.named:
            name = self._name(word) if word.is_proper else None
            return name if name is not None and len(name.words) > 1 else None
        words = phrase(word)
        text = f"{_owner_form(holder.text)} {written(words)}"
        mention = self.page.names.mention_at(word.place)
        thing = self.page.names.thing(mention) if mention else None
        kind = thing.type if thing else ValueType.TEXT
        if thing and kind is ValueType.PERSON:
            return Reference(text=thing.name, type=kind, named=True, words=tuple(words), thing=thing)
        exact = holder.exact and owner.tag != "PRP$"
        return Reference(
            text=text, type=kind, named=False, words=tuple(phrase(word, possessive=True)), exact=exact, plural=word.tag.endswith("S")
        )

    def description(self, word: Word) -> Reference | None:
        """A phrase that tells which one it means: "the president of France", "a petition against the law"; no bare "the film"."""
        words = phrase(word, prepositions=self._telling(word), possessive=True, article=True)
        if word.lemma in _EMPTY or any(one.tag in {"PRP", "PRP$", "WDT", "WP", "WP$", "EX"} for one in words):
            return None
        determiner = word.child("det")
        if determiner is not None and determiner.lower in {"this", "that", "these", "those", "both", "no", "neither", "another", "such"}:
            return None
        content = [one for one in words if one.dep not in {"det", "prep", "case", "punct", "cc"}]
        if is_definite(word) and len(content) < 2 and not (word.entity == "NORP" or word.tag == "NNPS"):
            return None
        return Reference(text=written(words), type=ValueType.TEXT, named=False, words=tuple(words), plural=word.tag.endswith("S"))

    def _telling(self, word: Word) -> frozenset[str]:
        """The prepositions after the noun that lead to a name, and "of"."""
        named = {
            one.lower for one in word.all("prep") if any(self.page.names.at(inner.place) for inner in one.subtree() if inner.is_proper)
        }
        return frozenset({"of"} | (named & _TELLING))


def _owner_form(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"
