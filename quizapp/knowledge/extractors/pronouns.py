"""Whom a pronoun means: only where one antecedent fits."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from quizapp.knowledge.extractors.clauses import conjuncts
from quizapp.knowledge.extractors.naming import Thing
from quizapp.knowledge.extractors.page import Page
from quizapp.knowledge.extractors.reference import Reference, meant
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.fold import fold_name
from quizapp.knowledge.values.base import ValueType

_GENDER = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female", "hers": "female"}
_PLURAL = frozenset({"they", "them", "their"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_NOT_IT = frozenset({ValueType.PERSON, ValueType.TEXT, ValueType.GROUP})
HERO = 4
"""How often a person must be named for an article to be about him or her."""
CLEARLY = 0.8
"""Which share of the pronouns must have one gender for it to be that of the person an article is about."""
SIGHT = 2
"""How many sentences back an antecedent may stand."""


@dataclass(frozen=True)
class Pronouns:
    """Resolves pronouns of one page; `meaning` tells what any other phrase stands for."""

    page: Page
    meaning: Callable[[Word], Reference | None]

    def of(self, word: Word) -> Reference | None:
        """The antecedent of a pronoun, or None."""
        if self.page.in_quotes(word):
            return None
        if word.lower in _GENDER:
            return self._person(word, _GENDER[word.lower])
        if word.lower in _PLURAL:
            return self._group(word)
        return self._thing_before(word) if word.lower in {"it", "its"} else None

    def _person(self, word: Word, gender: str) -> Reference | None:
        before = self._subject_before(word)
        here = self._people(word, word.sentence, gender)
        back = [one for number in self._sentences_back(word) for one in self._people(word, number, gender)]
        names = {thing.name: thing for thing in [*here, *back]}
        if before is not None and before.thing is not None and before.type is ValueType.PERSON and before.thing.gender in {gender, ""}:
            others = {thing.name for thing in here} - {before.thing.name}
            if not others:
                return meant(before.thing, word)
        if len(names) == 1:
            return meant(next(iter(names.values())), word)
        hero = self._hero
        if hero is None or self._gender_of(hero) not in {gender, ""} or {thing.name for thing in here} - {hero.name}:
            return None
        other_leads = before is not None and before.thing is not None and before.type is ValueType.PERSON and before.thing is not hero
        return meant(hero, word) if not names or (hero.name in names and not other_leads) else None

    def _gender_of(self, hero: Thing) -> str:
        """The gender of the one person an article is about, by his or her name or else by nearly all pronouns of the article."""
        if hero.gender:
            return hero.gender
        said = Counter(_GENDER[word.lower] for word in self.page.tree.words if word.lower in _GENDER)
        best = max(sorted(said), key=lambda gender: said[gender], default="")
        return best if said[best] >= CLEARLY * sum(said.values()) and said[best] else ""

    @cached_property
    def _hero(self) -> Thing | None:
        """The one person an article is about: named in its title, or named more often than all others together."""
        people = Counter(
            thing.name
            for mention in self.page.names.mentions
            if (thing := self.page.names.thing(mention)) and thing.type is ValueType.PERSON
        )
        if not people:
            return None
        title = fold_name(self.page.article.title)
        named = [name for name in people if fold_name(name) in title or title in fold_name(name)]
        best = named[0] if len(named) == 1 else people.most_common(1)[0][0]
        if len(named) != 1 and (people[best] < HERO or people[best] <= sum(people.values()) / 2):
            return None
        return self.page.names.find(best)

    def _people(self, word: Word, number: int, gender: str) -> list[Thing]:
        found = []
        for one in self.page.tree.sentence(number):
            if one.place >= word.place:
                break
            thing = self.page.names.at(one.place)
            if one.lower in _GENDER and _GENDER[one.lower] == gender:
                meant = self.meaning(one)
                thing = meant.thing if meant is not None else None
            if thing and thing.type is ValueType.PERSON and thing.gender in {gender, ""}:
                found.append(thing)
        return found

    def _sentences_back(self, word: Word) -> list[int]:
        return list(range(max(0, word.sentence - SIGHT), word.sentence))

    def _subject_before(self, word: Word) -> Reference | None:
        """The subject of the main clause before: of this sentence when the pronoun stands later in it, else of the one before."""
        for number in (word.sentence, word.sentence - 1):
            if number < 0:
                continue
            subject = self._main_subject(number, word)
            if subject is not None:
                return self.meaning(subject)
        return None

    def _main_subject(self, number: int, word: Word) -> Word | None:
        for one in self.page.tree.sentence(number):
            if one.place >= word.place:
                return None
            if one.dep in _SUBJECT and (one.head.dep in {"ROOT", "ccomp", "conj"} or one.head.head is one.head) and one.place != word.place:
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
        if len(names) > 1 or found is None or not found.plural or word.dep not in _SUBJECT:
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
        subjects = [self.meaning(one) for one in self.page.tree.sentence(word.sentence - 1) if one.dep in _SUBJECT]
        things = {one.thing.name: one for one in subjects if one and one.thing and not one.plural and one.type not in _NOT_IT}
        return next(iter(things.values())) if len(things) == 1 else None

    def _thing_before(self, word: Word) -> Reference | None:
        """One thing: the subject before, when it is one by name or by a description of its own."""
        if word.dep not in _SUBJECT and word.lower != "its":
            return None
        before = self._subject_before(word)
        if before is not None and (before.plural or before.type is ValueType.PERSON):
            before = self._other_subject(word)
        if before is None or before.plural or before.type is ValueType.PERSON:
            return None
        if before.thing is not None:
            return meant(before.thing, word) if before.type is not ValueType.TEXT else None
        return replace(before, words=(word,), exact=False) if word.dep in _SUBJECT and before.type is ValueType.TEXT else None
