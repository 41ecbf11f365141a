"""The parse of an article as plain values: words with their heads, each at its place in the text of record."""

from collections.abc import Iterator
from dataclasses import dataclass, field

VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS"})
PROPER = frozenset({"NNP", "NNPS"})


@dataclass(slots=True, eq=False, kw_only=True)
class Word:
    """One token: `place` counts from 0 in the article's parse, `text[start:end]` is where it stands; a root is its own head."""

    place: int
    text: str
    lemma: str
    tag: str
    dep: str
    start: int
    end: int
    sentence: int
    entity: str = ""
    entity_begins: bool = False
    head: "Word" = field(init=False, repr=False)
    children: list["Word"] = field(default_factory=list, repr=False)

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def is_proper(self) -> bool:
        return self.tag in PROPER

    @property
    def is_nominal(self) -> bool:
        return self.tag in NOMINAL

    @property
    def is_verb(self) -> bool:
        return self.tag in VERBAL

    def child(self, *deps: str) -> "Word | None":
        """The first child with one of these relations."""
        return next((word for word in self.children if word.dep in deps), None)

    def all(self, *deps: str) -> list["Word"]:
        """Every child with one of these relations, in order."""
        return [word for word in self.children if word.dep in deps]

    def ancestors(self) -> Iterator["Word"]:
        """Heads upwards, the root last."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def subtree(self, *, without: frozenset[str] = frozenset()) -> list["Word"]:
        """The word and everything below it in order of place, branches of the relations `without` left out."""
        found, waiting = [], [self]
        while waiting:
            word = waiting.pop()
            found.append(word)
            waiting.extend(child for child in word.children if child.dep not in without)
        return sorted(found, key=lambda word: word.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """All words of an article's body; `sentences` are runs of places, `[first, last + 1)`."""

    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]

    def sentence(self, number: int) -> tuple[Word, ...]:
        """The words of one sentence."""
        first, end = self.sentences[number]
        return self.words[first:end]
