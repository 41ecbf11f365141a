"""The names of one article: which mentions are one thing, its full form, and its one type by several votes."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from quizapp.knowledge.extractors.brackets import with_brackets
from quizapp.knowledge.extractors.gazetteer import TITLES, first_names, is_vehicle, name_ends, places
from quizapp.knowledge.extractors.gender import gender_of
from quizapp.knowledge.extractors.heroes import family_name, hero_of
from quizapp.knowledge.extractors.lists import words as listed
from quizapp.knowledge.extractors.mentions import Mention
from quizapp.knowledge.extractors.voting import votes_for
from quizapp.knowledge.fold import fold_name
from quizapp.knowledge.values.base import ValueType

_GENERAL = (frozenset(name_ends()) | listed("directions")) - listed("lone_bodies")
_SCHOOLS = frozenset({"academy", "college", "institute", "school", "university"})
_HONOURS = listed("honours")
_ACRONYM = re.compile(
    r"((?:[A-Z][\w.&'’-]*|of|the|and|for|de)(?: (?:[A-Z][\w.&'’-]*|of|the|and|for|de|in|on)){0,8}) \(([A-Z][A-Za-z0-9&]{1,7})\)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What a name of an article means there; `sure` when the votes for its type agree, `gender` "" when unknown."""

    name: str
    type: ValueType
    sure: bool
    forms: tuple[str, ...]
    gender: str = ""

    @property
    def key(self) -> str:
        return fold_name(self.name)


@dataclass(frozen=True, slots=True)
class ArticleNames:
    """Looks up the thing that a mention, or any word of it, names; `hero` is the person whom the article is about."""

    things: tuple[Thing, ...]
    mentions: tuple[Mention, ...]
    _by_form: Mapping[str, Thing]
    _by_place: Mapping[int, Mention]
    hero: Thing | None = None

    def mention_at(self, place: int) -> Mention | None:
        """The mention that the word at this place belongs to."""
        return self._by_place.get(place)

    def thing(self, mention: Mention) -> Thing | None:
        """What the mention names."""
        return self._by_form.get(_form(mention))

    def at(self, place: int) -> Thing | None:
        """What the word at this place names."""
        mention = self._by_place.get(place)
        return self.thing(mention) if mention else None

    def find(self, form: str) -> Thing | None:
        """What a written form names."""
        return self._by_form.get(fold_name(form))

    def alone(self) -> "ArticleNames":
        """The same names without the words they stand in, so that nothing of the parse is kept for their sake."""
        return replace(self, mentions=(), _by_place={})


def name_article(text: str, found: Sequence[Mention], title: str = "") -> ArticleNames:
    """Decide names and types for one article."""
    by_form: dict[str, list[Mention]] = defaultdict(list)
    mentions = with_brackets(text, found)
    for mention in mentions:
        by_form[_form(mention)].append(mention)
    acronyms = _acronyms(text)
    people = {form for form, group in by_form.items() if _looks_like_person(form, group)}
    hero = hero_of(title, people, by_form)
    home = {form: _of_hero(form, hero, people) or _full_form(form, by_form, people, acronyms) for form in by_form}
    groups: dict[str, list[str]] = defaultdict(list)
    for form in by_form:
        groups[home[form]].append(form)
    by_name: dict[str, Thing] = {}
    things = []
    for full, forms in groups.items():
        thing = _thing(full, forms, by_form, acronyms, full == hero)
        things.append(thing)
        by_name.update(dict.fromkeys(forms, thing))
    by_place = {word.place: mention for mention in mentions for word in mention.words}
    return ArticleNames(tuple(things), mentions, by_name, by_place, by_name[home[hero]] if hero else None)


def shown(mention: Mention) -> str:
    """The mention as it is written, spaces made one, without letters of honour after a person's name."""
    parts: list[str] = []
    words = list(mention.words)
    while len(words) > 2 and words[-1].lower in _HONOURS and words[-1].text[0].isupper():
        words.pop()
    for last, word in zip([None, *words], words, strict=False):
        if last is not None and word.start > last.end:
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts)


def _form(mention: Mention) -> str:
    return fold_name(shown(mention))


def _acronyms(text: str) -> dict[str, str]:
    """Folded acronym to folded full form, for "Kennedy Space Center (KSC)"."""
    found: dict[str, str] = {}
    for match in _ACRONYM.finditer(text):
        words = match[1].split()
        letters = match[2].upper()
        for begin in range(len(words)):
            initials = "".join(word[0] for word in words[begin:] if word[0].isupper() or word[0].isdigit())
            if initials.upper() == letters and words[begin][0].isupper():
                found.setdefault(fold_name(match[2]), fold_name(" ".join(words[begin:])))
                break
    return found


def _looks_like_person(form: str, group: Sequence[Mention]) -> bool:
    votes = votes_for([form], {form: list(group)})
    return bool(votes) and max(sorted(votes), key=lambda kind: votes[kind]) is ValueType.PERSON


def _full_form(form: str, by_form: Mapping[str, Sequence[Mention]], people: set[str], acronyms: Mapping[str, str]) -> str:
    if form in acronyms and acronyms[form] in by_form:
        return acronyms[form]
    words = form.split()
    if form in _GENERAL:
        return _only_so_called(form, by_form) or form
    if len(words) == 1:
        return _bearer(form, by_form, people)
    tail = [one for one in people if one != form and one.endswith(f" {form}")]
    if len(tail) == 1 and form not in places():
        return tail[0]
    if form in people:
        longer = [one for one in people if len(one.split()) > len(words) and one.split()[0] == words[0] and one.split()[-1] == words[-1]]
        if len(longer) == 1:
            return longer[0]
    return form


def _of_hero(form: str, hero: str | None, people: set[str]) -> str | None:
    """The hero's full name, for a shorter form of it: a life calls its hero by the family name, relatives by their first."""
    if hero is None or form == hero:
        return hero if form == hero else None
    words, full = form.split(), hero.split()
    if words[-1] == family_name(hero) and (len(words) == 1 or (form in people and set(words) <= set(full))):
        return hero
    first = len(words) == 1 and form == full[0] and len(full) > 1 and form not in places()
    return hero if first and not any(one.split()[0] == form and one.split()[-1] != full[-1] for one in people - {form, hero}) else None


def _bearer(form: str, by_form: Mapping[str, Sequence[Mention]], people: set[str]) -> str:
    """The one full name that a single word is the last or first part of; the word itself when there is none or more than one."""
    last = _only(one for one in by_form if len(one.split()) > 1 and _ends(one, form, people) and (one in people or is_vehicle(one)))
    if last and (last.split()[0] != form or _only(one for one in people if one.split()[0] == form)):
        return last
    if any(len(one.split()) > 1 and family_name(one) == form for one in people):
        return form
    first = _only(one for one in people if len(one.split()) > 1 and one.split()[0] == form) if form in first_names() else None
    return first or _school(form, by_form, people) or form


def _only_so_called(form: str, by_form: Mapping[str, Sequence[Mention]]) -> str | None:
    """The one name of the article that ends or begins with a common noun: "the Church" for "Church of Orlec"."""
    if form not in name_ends():
        return None
    fitting = [one for one in by_form if one.endswith(f" {form}") or one.startswith(f"{form} of ")]
    return fitting[0] if len(fitting) == 1 else None


def _school(form: str, by_form: Mapping[str, Sequence[Mention]], people: set[str]) -> str | None:
    """The one "Harrow School" that "Harrow" stands for where the model takes both for organisations."""
    if form in places() or form in people or all(mention.label() != "ORG" for mention in by_form[form]):
        return None
    fitting = [one for one in by_form if len(one.split()) == 2 and one.split()[0] == form]
    return fitting[0] if len(fitting) == 1 and fitting[0].split()[1] in _SCHOOLS else None


def _ends(name: str, form: str, people: set[str]) -> bool:
    return (family_name(name) if name in people else name.split()[-1]) == form


def _only(found: Iterable[str]) -> str | None:
    """The one form, or the longest when the others are shorter forms of it."""
    forms = sorted(set(found), key=lambda one: (-len(one.split()), one))
    if not forms:
        return None
    best = forms[0].split()
    same = all(one.split()[0] == best[0] and one.split()[-1] == best[-1] for one in forms)
    return forms[0] if same else None


def _thing(full: str, forms: Sequence[str], by_form: Mapping[str, list[Mention]], acronyms: Mapping[str, str], hero: bool) -> Thing:
    votes = {ValueType.PERSON: 9.0} if hero else votes_for(forms, by_form)
    ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    kind = ranked[0][0] if ranked else ValueType.TEXT
    total = sum(votes.values())
    written = Counter(shown(mention) for form in forms for mention in by_form[form])
    own = Counter(shown(mention) for mention in by_form[full])
    aliases = [acronym for acronym, long in acronyms.items() if long == full]
    return Thing(
        name=min(own, key=lambda one: (-own[one], one)),
        type=kind,
        sure=_is_own(full, kind, by_form[full]) and bool(ranked) and ranked[0][1] >= max(0.6 * total, _least(full, kind, forms)),
        forms=tuple(dict.fromkeys([*sorted({*written, *_with_titles(kind, forms, by_form)}), *(alias.upper() for alias in aliases)])),
        gender=gender_of(full, (mention for form in forms for mention in by_form[form])) if kind is ValueType.PERSON else "",
    )


def _with_titles(kind: ValueType, forms: Sequence[str], by_form: Mapping[str, Sequence[Mention]]) -> Iterable[str]:
    """A person's name with the title that the article sets right before it: "Dr. Bailey"."""
    if kind is ValueType.PERSON:
        for mention in (mention for form in forms for mention in by_form[form]):
            title = next((word for word in mention.head.children if word.place == mention.first - 1), None)
            if title is not None and title.lower in TITLES and title.text[0].isupper():
                yield f"{title.text} {shown(mention)}"


def _is_own(full: str, kind: ValueType, mentions: Sequence[Mention]) -> bool:
    """Whether the words name one thing: no title, no bare "Square", no "west"."""
    if full in TITLES | _GENERAL or (full.split()[-1] in TITLES and kind is not ValueType.PERSON):
        return False
    return any(word.text[0].isupper() for mention in mentions for word in mention.words)


def _least(full: str, kind: ValueType, forms: Sequence[str]) -> float:
    """How many votes a type needs: one word alone says little."""
    if len(full.split()) > 1 or kind not in {ValueType.PERSON, ValueType.PLACE}:
        return 1
    if full.endswith(("ics", "ology", "ism")):
        return 10
    return 2 if kind is ValueType.PERSON and len(forms) == 1 else 1
