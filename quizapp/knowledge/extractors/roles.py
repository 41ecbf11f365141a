"""Who is what: roles told by "is", "became", "served as", by an apposition or by a title before a name."""

from collections.abc import Iterator

from quizapp.knowledge.extractors.clauses import Clause, conjuncts
from quizapp.knowledge.extractors.draft import Draft, Sight
from quizapp.knowledge.extractors.gazetteer import TITLES
from quizapp.knowledge.extractors.lists import words as listed
from quizapp.knowledge.extractors.person_nouns import is_person_noun
from quizapp.knowledge.extractors.phrases import is_cut, phrase, told_apart, written
from quizapp.knowledge.extractors.reference import Reference
from quizapp.knowledge.extractors.tree import Word
from quizapp.knowledge.values.base import ValueType
from quizapp.knowledge.values.word import Name

_BECOMING = frozenset({"be", "become", "remain"})
_NOT_AS = listed("as_no_role")
_RISING = frozenset({"appoint", "elect", "promote", "rise", "elevate", "raise"})
_NAMING = frozenset({"create", "title", "appoint", "elect", "name", "crown", "make", "declare", "ordain"})
_OFFICES = frozenset(
    {"serve", "act", "appoint", "elect", "name", "choose", "promote", "hire", "employ", "crown", "ordain", "retire", "create"}
)
_COMPLEMENTS = frozenset({"of", "for", "to", "at"})
_FORMS_OF_ADDRESS = listed("forms_of_address")
_NOT_ROLES = listed("no_roles")
_KIN = listed("kin")


def find_roles(sight: Sight) -> Iterator[Draft]:
    """Roles of people (`role`), from verbs, appositions and titles."""
    for clause in sight.page.clauses:
        yield from _by_verb(sight, clause)
    for word in sight.page.tree.words:
        if word.dep == "appos":
            yield from _by_apposition(sight, word)
    yield from _by_title(sight)


def _by_verb(sight: Sight, clause: Clause) -> Iterator[Draft]:
    subject = sight.referents.of(clause.subject) if clause.subject is not None else None
    if subject is None or subject.type is not ValueType.PERSON:
        return
    for noun in _role_nouns(clause):
        for one in (noun, *conjuncts(noun)):
            yield from _draft(sight, clause.lemma, subject, one, clause.verb, clause, said=clause.lemma in _OFFICES)


def _role_nouns(clause: Clause) -> Iterator[Word]:
    if not clause.passive and clause.lemma in _BECOMING and clause.attribute is not None:
        yield clause.attribute
    if clause.passive and clause.lemma in _NAMING and clause.attribute is not None:
        yield clause.attribute
    for oblique in clause.obliques:
        if (oblique.name == "as" and clause.lemma not in _NOT_AS) or (oblique.name == "to" and clause.lemma in _RISING):
            yield oblique.head


def _by_apposition(sight: Sight, word: Word) -> Iterator[Draft]:
    head = word.head
    for named, noun in ((head, word), (word, head)):
        subject = sight.referents.of(named)
        if subject and subject.type is ValueType.PERSON and subject.exact and sight.page.names.at(noun.place) is not subject.thing:
            if noun.child("appos") is None or noun is head:
                yield from (
                    draft
                    for one in (noun, *(conjuncts(noun) if noun is word else []))
                    for draft in _draft(sight, "be", subject, one, named, None, said=noun is word and noun.child("det") is not None)
                )
            return


def _by_title(sight: Sight) -> Iterator[Draft]:
    for mention in sight.page.names.mentions:
        thing = sight.page.names.thing(mention)
        if thing is None or thing.type is not ValueType.PERSON or not thing.sure:
            continue
        subject = sight.referents.of(mention.head)
        words = _title_words(sight, mention.first)
        says = len(words) > 1 or (words and words[0].text.islower())
        if says and subject is not None and _is_role(words[-1]):
            value = Name(type=ValueType.ROLE, text=written(words))
            yield Draft(slot="role", lemma="be", subject=subject, value=value, value_words=tuple(words), anchor=mention.head)


def _title_words(sight: Sight, first: int) -> list[Word]:
    """The words of a role just before a name: "deputy director", "Prime Minister"."""
    words: list[Word] = []
    place = first - 1
    while place >= 0 and len(words) < 5:
        word = sight.page.tree.words[place]
        if (
            word.sentence != sight.page.tree.words[first].sentence
            or not (word.is_nominal or (word.tag == "JJ" and words))
            or word.text in {'"', ","}
        ):
            break
        if sight.page.spot_at(word) is not None or _is_half(sight, word):
            break
        words.insert(0, word)
        place -= 1
    return words


def _to_the_end_of_word(sight: Sight, words: list[Word]) -> list[Word]:
    """With what hyphens join to the last word: "commander-in-chief"."""
    found, tree = list(words), sight.page.tree.words
    for word in tree[words[-1].place + 1 :]:
        if word.start != found[-1].end or not (word.text in {"-", "–"} or found[-1].text in {"-", "–"}):
            break
        found.append(word)
    return found


def _is_half(sight: Sight, word: Word) -> bool:
    """Whether a hyphen joins it to the word before: "Russian" of "German-Russian" says something else."""
    before = sight.page.tree.words[word.place - 1] if word.place else None
    return before is not None and before.text in {"-", "–"} and before.end == word.start


def _is_role(word: Word) -> bool:
    if word.lower in _FORMS_OF_ADDRESS or word.lemma in _KIN:
        return False
    return word.lower in TITLES or (word.text.islower() and is_person_noun(word))


def _names_somebody(sight: Sight, noun: Word, subject: Reference) -> bool:
    """Whether another name follows the noun at once: "the astronaut Anton"."""
    after = sight.page.names.at(noun.place + 1)
    return after is not None and after.type is ValueType.PERSON and after is not subject.thing


def _can_be_role(noun: Word) -> bool:
    """Whether it is a noun; the model takes "lieutenant" and "general" for adjectives even where nothing follows them."""
    return noun.tag in {"NN", "NNP"} or (noun.tag == "JJ" and noun.dep in {"attr", "pobj", "oprd"} and is_person_noun(noun))


def _draft(
    sight: Sight, lemma: str, subject: Reference, noun: Word, anchor: Word, clause: Clause | None, *, said: bool = False
) -> Iterator[Draft]:
    """The role when the noun can be one; `said` when the sentence itself sets it beside a name, so that any noun may be."""
    if (
        not _can_be_role(noun)
        or not (is_person_noun(noun) or said)
        or _names_somebody(sight, noun, subject)
        or noun.lemma in _NOT_ROLES
        or (noun.lemma in _KIN and not any(one.lower == "of" for one in noun.all("prep")))
        or sight.page.spot_at(noun) is not None
    ):
        return
    named = sight.page.names.at(noun.place)
    if named is not None and named.type in {ValueType.PERSON, ValueType.PLACE, ValueType.WORK} and named.sure:
        return
    words = phrase(noun, prepositions=_COMPLEMENTS)
    apart = told_apart(noun)
    words = _to_the_end_of_word(sight, [*words, *apart] if apart and apart[0].place == words[-1].place + 1 else words)
    if (
        is_cut(noun, words)
        or any(word.tag in {"PRP", "PRP$"} for word in words)
        or len(words) > 14
        or any(sight.page.spot_at(word) for word in words)
    ):
        return
    value = Name(type=ValueType.ROLE, text=written(words))
    yield Draft(slot="role", lemma=lemma, subject=subject, value=value, value_words=tuple(words), anchor=anchor, clause=clause)
