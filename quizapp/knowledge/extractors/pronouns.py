"""Whom a pronoun means: only where one antecedent fits."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from quizapp.knowledge.extractors.clauses import conjuncts
from quizapp.knowledge.extractors.page import Page
from quizapp.knowledge.extractors.persons import GENDER, SUBJECT, Persons
from quizapp.knowledge.extractors.reference import Reference, meant
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.values.base import ValueType

_WEATHER = frozenset({"rain", "snow", "freeze", "hail", "thunder"})
_PLURAL = frozenset({"they", "them", "their"})
_NOT_IT = frozenset({ValueType.PERSON, ValueType.TEXT, ValueType.GROUP})


@dataclass(frozen=True)
class Pronouns:
    """Resolves pronouns of one page; `meaning` tells what any other phrase stands for."""

    page: Page
    meaning: Callable[[Word], Reference | None]

    def of(self, word: Word) -> Reference | None:
        """The antecedent of a pronoun, or None."""
        if self.page.in_quotes(word):
            return None
        if word.lower in GENDER:
            return self._persons.of(word)
        if word.lower in _PLURAL:
            return self._group(word)
        return self._thing_before(word) if word.lower in {"it", "its"} else None

    @cached_property
    def _persons(self) -> Persons:
        return Persons(self.page, self.meaning, self._subject_word)

    def _subject_before(self, word: Word) -> Reference | None:
        subject = self._subject_word(word)
        return self.meaning(subject) if subject is not None else None

    def _subject_word(self, word: Word) -> Word | None:
        """The subject of the main clause before: of this sentence when the pronoun stands later in it, else of the one before."""
        here = self._main_subject(word.sentence, word)
        return here if here is not None or not word.sentence else self._main_subject(word.sentence - 1, word)

    def _main_subject(self, number: int, word: Word) -> Word | None:
        """The first subject of a main clause of a sentence, before the pronoun and, like it, outside a quotation."""
        for one in self.page.tree.sentence(number):
            if one.place >= word.place:
                return None
            if self.page.in_quotes(one):
                continue
            if one.dep in SUBJECT and (one.head.dep in {"ROOT", "ccomp", "conj"} or one.head.head is one.head) and one.place != word.place:
                return one
        return None

    def _group(self, word: Word) -> Reference | None:
        """Several people or things: the subject before, when it is plural."""
        before = self._plural_before(word)
        if before is None or word.lower == "their":
            return None
        joined = [before, *conjuncts(before)]
        names = [self.meaning(one) for one in joined]
        if len(names) > 1 and all(one and one.type in {ValueType.PERSON, ValueType.ORGANISATION, ValueType.PLACE} for one in names):
            text = " and ".join(one.text for one in names if one)
            return Reference(text=text, type=ValueType.GROUP, named=True, words=(word,), exact=False, plural=True)
        found = names[0]
        if len(names) > 1 or found is None or word.dep not in SUBJECT or not (found.plural or _is_group(found, before)):
            return None
        return replace(found, words=(word,), exact=False)

    def _plural_before(self, word: Word) -> Word | None:
        """The subject of the main clause before in this sentence, else in the one before."""
        own = self._main_subject(word.sentence, word)
        if own is not None:
            return own if own.lower != "it" else None
        return self._main_subject(word.sentence - 1, word) if word.sentence else None

    def _other_subject(self, word: Word) -> Reference | None:
        """The one thing by name that is the subject of some clause of the sentence before; people and plurals are no "it"."""
        if not word.sentence:
            return None
        subjects = [self.meaning(one) for one in self.page.tree.sentence(word.sentence - 1) if one.dep in SUBJECT]
        things = {one.thing.name: one for one in subjects if one and one.thing and not one.plural and one.type not in _NOT_IT}
        return next(iter(things.values())) if len(things) == 1 else None

    def _thing_before(self, word: Word) -> Reference | None:
        """One thing: the subject before, when it is one by name or by a description of its own."""
        if (word.dep not in SUBJECT and word.lower != "its") or (word.dep in SUBJECT and _stands_for_nothing(word.head)):
            return None
        before = self._subject_before(word)
        if before is not None and (before.plural or before.type is ValueType.PERSON):
            before = self._other_subject(word)
        if before is None or before.plural or before.type is ValueType.PERSON:
            return None
        if before.thing is not None:
            return meant(before.thing, word) if before.type is not ValueType.TEXT else None
        told = word.dep in SUBJECT and before.type is ValueType.TEXT and before.words[-1].tag != "RB" and not self._other_between(word)
        return replace(before, words=(word,), exact=False) if told else None

    def _other_between(self, word: Word) -> bool:
        """Whether another subject stands right above the pronoun's own clause: "scholars believe it was a city"."""
        verb = word.head
        above = verb.head if verb.dep in {"ccomp", "advcl", "relcl"} else None
        subject = above.child(*SUBJECT) if above is not None else None
        return subject is not None and subject.place < word.place


def _is_group(found: Reference, word: Word) -> bool:
    """Whether "they" can be one thing by name: an organisation, or a people ("the Olmec")."""
    if word.tag.startswith("PRP"):
        return False
    if found.type is ValueType.ORGANISATION:
        return True
    return found.type is ValueType.TEXT and word.is_proper and any(one.lower == "the" for one in word.all("det"))


def _stands_for_nothing(verb: Word) -> bool:
    """Whether "it" before the verb means nothing: "it is easy to swim", "it is said that", "it takes years to learn"."""
    if verb.lemma in _WEATHER:
        return True
    inner = [clause for one in (verb, *verb.all("acomp")) for clause in one.all("xcomp", "ccomp", "csubj", "advcl", "csubjpass")]
    to = any(child.lower == "to" for clause in inner for child in clause.all("aux"))
    that = any(child.lower == "that" for clause in inner for child in clause.all("mark"))
    if verb.child("acomp") is not None or verb.lemma == "take":
        return to or that
    return verb.child("auxpass") is not None and that
