"""Mentions: the runs of words that name something, before anything is decided about them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.knowledge.extractors.gazetteer import DEMONYMS, TITLES, first_names, name_ends, places
from quizapp.knowledge.extractors.lists import words as listed
from quizapp.knowledge.extractors.person_nouns import is_person_noun
from quizapp.knowledge.extractors.tree import Tree, Word
from quizapp.knowledge.fold import fold, fold_name
from quizapp.knowledge.values.base import ValueType

NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "WORK_OF_ART", "EVENT", "PRODUCT", "LAW"})
_INNER = frozenset("of the and & de von van der la al for in du di del - on a to le el bin da".split())  # noqa: SIM905
_SMALL = frozenset("of the a an and in on to for with from la le de 's my : - , me at by".split())  # noqa: SIM905
_DIRECTIONS = listed("directions")
_GENERAL = listed("state_words")
_MARKS = frozenset({'"', "''", "``"})
_SCORE = re.compile(r"\d{1,3}(?:[–—-]\d{1,3})?")
_NUMBERED = frozenset({"channel", "apollo", "vostok", "bowl", "soyuz", "area", "route", "highway"})
_NOT_NAMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE"})
LONGEST_TITLE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words `first` to `last` of the tree; `quoted` when they stand in quotation marks like the title of a work.

    `bracket` is what stands in brackets right after them, "" for nothing.
    """

    words: tuple[Word, ...]
    quoted: bool = False
    bracket: str = ""

    @property
    def first(self) -> int:
        return self.words[0].place

    @property
    def last(self) -> int:
        return self.words[-1].place

    @property
    def head(self) -> Word:
        """The word that the others hang from."""
        mine = {word.place for word in self.words}
        return next((word for word in reversed(self.words) if word.head.place not in mine or word.head is word), self.words[-1])

    def label(self) -> str:
        """What the model calls it, "" for nothing."""
        labels = [word.entity for word in self.words if word.entity in NAME_LABELS]
        return max(sorted(set(labels)), key=labels.count) if labels else ""


def find_mentions(tree: Tree) -> tuple[Mention, ...]:
    """Every mention of the tree in order; they never overlap."""
    found: list[Mention] = []
    for number in range(len(tree.sentences)):
        words = tree.sentence(number)
        titles = list(_quoted_titles(words))
        taken = {word.place for title in titles for word in title.words}
        runs = [Mention(words=run) for run in _runs(words, taken)]
        found.extend(sorted([*titles, *runs], key=lambda mention: mention.first))
    return tuple(found)


def _quoted_titles(words: Sequence[Word]) -> Iterator[Mention]:
    open_at: int | None = None
    for place, word in enumerate(words):
        if word.text not in _MARKS and word.text != "'":
            continue
        if open_at is not None and _is_title(words[open_at + 1 : place]):
            yield Mention(words=tuple(words[open_at + 1 : place]), quoted=True)
            open_at = None
        else:
            open_at = place


def _is_title(words: Sequence[Word]) -> bool:
    if not 0 < len(words) <= LONGEST_TITLE or words[-1].text in {".", ",", "?", "!"}:
        return False
    if not words[0].text[0].isupper():
        return False
    return all(word.text[0].isupper() or word.lower in _SMALL or word.text[0].isdigit() for word in words)


def _runs(words: Sequence[Word], taken: set[int]) -> Iterator[tuple[Word, ...]]:
    run: list[Word] = []
    for word, following in zip(words, [*words[1:], None], strict=True):
        if run and not _goes_on(run[-1], word, taken) and not _is_epithet(run, word, following):
            yield from _cut(run)
            run = []
        if run or (word.place not in taken and (_begins(word) or _begins_state_body(word, following))):
            run.append(word)
    yield from _cut(run)


def _begins(word: Word) -> bool:
    if not word.text[0].isalnum():
        return False
    if word.is_proper:
        return (
            word.entity not in {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "NORP", "LANGUAGE"}
            or word.entity == "NORP"
        )
    return word.entity in NAME_LABELS and word.entity_begins and word.text[0].isupper() and word.tag not in {"DT", "PRP", "PRP$", "IN"}


def _begins_state_body(word: Word, following: Word | None) -> bool:
    """Whether a nationality begins a name: "Indonesian Navy"."""
    if word.lower not in DEMONYMS or following is None or not following.is_proper:
        return False
    return following.lower in _GENERAL or _is_state_body([following])


def _goes_on(last: Word, word: Word, taken: set[int]) -> bool:
    if word.place in taken or not word.text[0].isprintable():
        return False
    if _is_hyphen(last) or _is_hyphen(word):
        named = word.entity in NAME_LABELS and word.dep not in {"amod", "compound", "nmod"}
        return last.end == word.start and (last.is_proper or word.is_proper or (_is_hyphen(last) and named))
    inside = word.entity in NAME_LABELS and not word.entity_begins
    if word.is_proper:
        return word.text[0].isalnum() and word.entity not in {"DATE", "TIME", "NORP"}
    if inside and (word.text[0].isupper() or word.text[0].isdigit() or word.lower in _INNER or word.text in {"'s", "'", ",", "."}):
        return True
    return word.lower == "of" and last.is_proper and word.entity in NAME_LABELS


def _is_epithet(run: Sequence[Word], word: Word, following: Word | None) -> bool:
    """Whether the word goes on a ruler's name: "Peter the Great", "William the Conqueror"."""
    if run[-1].lower == "the" and len(run) > 1:
        return word.text.istitle() and fold(run[-2].text) in first_names()
    known = word.lower == "the" and fold(run[-1].text) in first_names()
    return known and following is not None and following.text.istitle() and following.tag in {"JJ", "NNP", "NN"}


def _is_hyphen(word: Word) -> bool:
    return word.text in {"-", "–"}


def _cut(run: list[Word]) -> Iterator[tuple[Word, ...]]:
    """Parts of a run that are names of their own: the model's names apart, titles and loose ends off."""
    part: list[Word] = []
    for word in run:
        if part and word.entity_begins and word.entity in NAME_LABELS and not _one_person(part[-1], word) and _splits(part, word):
            yield from _trimmed(part)
            part = []
        part.append(word)
    yield from _trimmed(part)


def _splits(part: list[Word], word: Word) -> bool:
    before = part[-1]
    if before.entity == "GPE" and word.entity != "PERSON" and before.dep == "compound" and before.head.place >= word.place:
        return False
    if before.entity == "" and before.head is word and before.text.istitle() and not _says_who(before):
        return False
    return before.entity in NAME_LABELS or before.lower in TITLES or word.entity == "PERSON"


def _says_who(word: Word) -> bool:
    """Whether a word with a capital letter tells what the person after it is: "Spokesman", "German"."""
    return word.lower in TITLES or word.lower in DEMONYMS or is_person_noun(word)


def _one_person(before: Word, word: Word) -> bool:
    return before.entity in {"PERSON", ""} and word.entity in {"PERSON", "ORG", "GPE"} and fold(before.text) in first_names()


def _trimmed(part: list[Word]) -> Iterator[tuple[Word, ...]]:
    words = list(part)
    while words and _is_loose_first(words):
        words.pop(0)
    while words and _is_loose_last(words):
        words.pop()
    if words and words[0].text[0].isalnum() and any(word.text[0].isupper() or word.is_proper for word in words):
        yield tuple(words)


def _is_loose_first(words: list[Word]) -> bool:
    """Whether the first word is no part of the name: "the", a title, a nationality, an adverb."""
    first = words[0]
    if first.lower in _INNER or not first.text[0].isalnum():
        return True
    if first.lower in DEMONYMS and len(words) > 1 and _is_state_body(words[1:]):
        return False
    if first.entity == "NORP":
        return first.lower in DEMONYMS or first.dep != "pobj" or not first.is_proper
    if len(words) == 1:
        return False
    if first.lower in _DIRECTIONS and words[1].lower == "of":
        return True
    if first.lower in TITLES:
        return not _is_whole(words)
    apart = words[1].entity_begins or fold(words[1].text) in first_names()
    return first.lower.endswith("ly") or (first.lower in DEMONYMS and apart)


def _is_state_body(words: list[Word]) -> bool:
    """Whether the words need a nationality to be a name: "Navy", "Supreme Court"."""
    last = words[-1].lower
    return len(words) <= 3 and name_ends().get(last) is ValueType.ORGANISATION and all(one.lower in _GENERAL for one in words[:-1])


def _is_loose_last(words: list[Word]) -> bool:
    """Whether the last word is no part of the name: a stop, an "of", the number of a score."""
    last = words[-1]
    if len(words) > 2 and _is_hyphen(words[-2]) and last.text[0].isalnum():
        return False
    if last.lower in _INNER or last.text == "'s" or (last.text != "." and not (last.text[0].isalnum() and last.text[-1].isalnum())):
        return True
    if len(words) == 1:
        return False
    if last.text == ".":
        return True
    numbered = words[0].lower in _NUMBERED or words[-2].lower in _NUMBERED
    return _SCORE.fullmatch(last.text) is not None and not numbered and (last.head is not words[-2] or words[-2].entity == "GPE")


def _is_whole(words: list[Word]) -> bool:
    """Whether the first word belongs to the name although it is a title: "St. Louis", "General Electric"."""
    return fold_name(" ".join(word.text for word in words)) in places() or (
        words[0].lower in {"st", "st.", "saint", "general", "king", "queen"} and words[-1].entity in {"ORG", "FAC", "GPE", "LOC"}
    )
