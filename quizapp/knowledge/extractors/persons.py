"""Whom "he" or "she" means: only where one person fits."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from quizapp.knowledge.extractors.clauses import Clause, conjuncts
from quizapp.knowledge.extractors.gender import gender_of_noun
from quizapp.knowledge.extractors.naming import Thing
from quizapp.knowledge.extractors.page import Page
from quizapp.knowledge.extractors.person_nouns import is_person_noun
from quizapp.knowledge.extractors.reference import Reference, meant
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.fold import fold_name
from quizapp.knowledge.values.base import ValueType

GENDER = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female", "hers": "female"}
SUBJECT = frozenset({"nsubj", "nsubjpass"})
_SAYING = frozenset({"say", "add", "explain", "tell", "continue", "note", "write"})
OFTEN = 4
"""How often a person must be named for an article to be about him or her."""
CLEARLY = 0.8
"""Which share of the pronouns must have one gender for it to be that of the person an article is about."""
SIGHT = 2
"""How many sentences back an antecedent may stand."""


@dataclass(frozen=True)
class Persons:
    """Resolves pronouns for one person; `meaning` tells what any other phrase stands for, `subject_before` the subject that leads."""

    page: Page
    meaning: Callable[[Word], Reference | None]
    subject_before: Callable[[Word], Word | None]

    def of(self, word: Word) -> Reference | None:
        """The person, or None."""
        gender = GENDER[word.lower]
        barred = self._barred(word)
        here = self._people(word, [word.sentence], gender, barred)
        lead = self.subject_before(word)
        if lead is not None and lead.place in barred:
            lead = None
        leader = self._leader(lead, gender) if lead is not None else None
        if leader is not None and leader.name not in self._names(barred):
            alone = not set(here) - {leader.name}
            return meant(leader, word) if alone or (leader is self._hero and word.dep in SUBJECT) else None
        if lead is not None and (_may_be(lead, gender) or (leader is None and lead.all("conj") and self._person(lead, gender))):
            return self._described(word, lead, gender, here)
        return self._by_hero(word, gender, barred, here)

    def _by_hero(self, word: Word, gender: str, barred: set[int], here: Mapping[str, Thing]) -> Reference | None:
        """The person an article is about where nobody else is near, or else the only one near."""
        hero = self._hero
        fits = hero is not None and self._gender(hero) == gender and hero.name not in self._names(barred)
        back = range(max(0, word.sentence - SIGHT), word.sentence)
        near = {**here, **self._people(word, back, gender, barred)}
        if hero is not None and fits:
            rivals = set(here) if self.page.names.hero is hero else set(near)
            return meant(hero, word) if not rivals - {hero.name} or (self.page.names.hero is not hero and not here) else None
        found = next(iter(near.values())) if len(near) == 1 else None
        speaks = word.dep in SUBJECT and word.head.lemma in _SAYING
        return meant(found, word) if found is not None and found.sure and (speaks or self._gender(found) == gender) else None

    def _described(self, word: Word, lead: Word, gender: str, here: Mapping[str, Thing]) -> Reference | None:
        """Somebody without a name who leads: "his daughter"; only where nobody else can be meant."""
        told = self.meaning(lead)
        if told is None or told.plural or gender_of_noun(lead.lemma) != gender or here or word.dep not in SUBJECT:
            return None
        if self._hero is not None and self._gender(self._hero) == gender:
            return None
        return replace(told, words=(word,), exact=False)

    def _leader(self, lead: Word, gender: str) -> Thing | None:
        """The person who leads; of two joined by "and" the one whom the article is about."""
        names = (self.page.names.at(one.place) for one in lead.subtree() if one.is_proper)
        joined = {one.name: one for one in names if one and one.type is ValueType.PERSON and self._gender(one) in {gender, ""}}
        leader = self._person(lead, gender)
        if not lead.all("conj") or leader is None or not set(joined) - {leader.name}:
            return leader
        return leader if leader is self._hero else None

    def _person(self, word: Word, gender: str) -> Thing | None:
        told = self.meaning(word)
        thing = told.thing if told is not None else None
        return thing if thing is not None and thing.type is ValueType.PERSON and self._gender(thing) in {gender, ""} else None

    def _gender(self, thing: Thing) -> str:
        """Of the one person an article is about the gender of nearly all its pronouns, where the name tells nothing."""
        if thing.gender or thing is not self._hero:
            return thing.gender
        said = Counter(GENDER[word.lower] for word in self.page.tree.words if word.lower in GENDER)
        best = max(sorted(said), key=lambda gender: said[gender], default="")
        return best if said[best] >= CLEARLY * sum(said.values()) and said[best] else ""

    @cached_property
    def _hero(self) -> Thing | None:
        """The one person an article is about: whose life it tells, who is named in its title, or more often than all others together."""
        if self.page.names.hero is not None:
            return self.page.names.hero
        things = (self.page.names.thing(mention) for mention in self.page.names.mentions)
        people = Counter(thing.name for thing in things if thing is not None and thing.type is ValueType.PERSON)
        if not people:
            return None
        title = fold_name(self.page.article.title)
        named = [name for name in people if fold_name(name) in title or title in fold_name(name)]
        best = named[0] if len(named) == 1 else people.most_common(1)[0][0]
        if len(named) != 1 and (people[best] < OFTEN or people[best] <= sum(people.values()) / 2):
            return None
        return self.page.names.find(best)

    def _people(self, word: Word, sentences: Iterable[int], gender: str, barred: set[int]) -> dict[str, Thing]:
        """People of these sentences by name who stand before the pronoun and can be meant by it."""
        found: dict[str, Thing] = {}
        for one in (one for number in sentences for one in self.page.tree.sentence(number)):
            if one.place >= word.place or one.place in barred:
                continue
            thing = self.page.names.at(one.place)
            if one.lower in GENDER and GENDER[one.lower] == gender:
                told = self.meaning(one)
                thing = told.thing if told is not None else None
            if thing is not None and thing.type is ValueType.PERSON and self._gender(thing) in {gender, ""}:
                found[thing.name] = thing
        barred_names = self._names(barred)
        return {name: thing for name, thing in found.items() if name not in barred_names}

    @cached_property
    def _clauses(self) -> Mapping[int, Clause]:
        return {clause.verb.place: clause for clause in self.page.clauses}

    def _barred(self, word: Word) -> set[int]:
        """Places of words in the pronoun's own clause that cannot mean the same as it: nobody does a deed to "him" who is "he"."""
        if word.dep in SUBJECT:
            return {one.place for one in _own_clause(word.head) if one.place < word.place}
        if word.dep == "poss":
            return {one.place for one in (word.head, *word.head.all("appos", "compound"))}
        verb = word.head if word.dep in {"dobj", "dative"} else word.head.head
        clause = self._clauses.get(verb.place)
        subject = clause.subject if clause is not None else None
        return {one.place for one in (subject, *conjuncts(subject))} if subject is not None else set()

    def _names(self, barred: set[int]) -> set[str]:
        """The names of the people whom the barred words mean."""
        words = [self.page.tree.words[place] for place in barred]
        things = (self.page.names.at(one.place) if one.lower not in GENDER else self._meant_by(one) for one in words)
        return {thing.name for thing in things if thing is not None}

    def _meant_by(self, word: Word) -> Thing | None:
        told = self.meaning(word)
        return told.thing if told is not None else None


def _may_be(lead: Word, gender: str) -> bool:
    """Whether a common noun that leads can be meant by the pronoun."""
    return lead.tag == "NN" and is_person_noun(lead) and gender_of_noun(lead.lemma) in {gender, ""}


def _own_clause(verb: Word) -> Iterator[Word]:
    """The words below a verb that have no clause with a subject of their own, and belong to nobody."""
    for child in verb.children:
        if child.dep in {"poss", "conj"} or (child.is_verb and child.child(*SUBJECT) is not None) or child.dep in SUBJECT:
            continue
        yield child
        yield from _own_clause(child)
