"""From the names of single articles to the registry of a scope: forms with one bearer join, look-alike spellings wait for a ruling."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from quizapp.knowledge.extractors.naming import ArticleNames, Thing
from quizapp.knowledge.extractors.short_names import full_names
from quizapp.knowledge.fold import fold_name
from quizapp.knowledge.names import NameEntry
from quizapp.knowledge.names_spelling import alike_pairs
from quizapp.knowledge.rulings import Ruling, RulingKind
from quizapp.knowledge.values.base import NAME_TYPES, ValueType


def register(found: Mapping[str, ArticleNames]) -> tuple[NameEntry, ...]:
    """Entries for every sure name of the articles (by their name); a form that two things share belongs to neither."""
    groups: dict[str, list[Thing]] = defaultdict(list)
    short: dict[str, set[str]] = defaultdict(set)
    full = full_names(found)
    for names in found.values():
        for thing in names.things:
            if thing.key in full:
                short[full[thing.key]].update(thing.forms)
            elif thing.type in NAME_TYPES and thing.sure:
                groups[thing.key].append(thing)
    bearers = _bearers(groups)
    return tuple(_entry(key, things, bearers, short[key]) for key, things in sorted(groups.items()))


def _bearers(groups: Mapping[str, Sequence[Thing]]) -> Mapping[str, set[str]]:
    bearers: dict[str, set[str]] = defaultdict(set)
    for key, things in groups.items():
        for thing in things:
            for form in thing.forms:
                bearers[fold_name(form)].add(key)
    return bearers


def _entry(key: str, things: Sequence[Thing], bearers: Mapping[str, set[str]], short: Set[str]) -> NameEntry:
    types = Counter(thing.type for thing in things)
    kind = min(types, key=lambda one: (-types[one], one))
    shown = Counter(thing.name for thing in things)
    name = min(shown, key=lambda one: (-shown[one], one))
    forms = sorted({form for thing in things for form in thing.forms} | short)
    aliases = tuple(form for form in forms if fold_name(form) != key and bearers.get(fold_name(form), {key}) == {key})
    return NameEntry(name=name, type=kind, aliases=aliases)


def spelling_rulings(found: Mapping[str, ArticleNames], entries: Iterable[NameEntry]) -> tuple[Ruling, ...]:
    """Open cases for people whose names differ by a letter or two, with the articles that write them so."""
    pairs = alike_pairs(entry.name for entry in entries if entry.type is ValueType.PERSON)
    where = _articles(found, {name for pair in pairs for name in pair})
    return tuple(_case(one, other, where) for one, other in pairs)


def _articles(found: Mapping[str, ArticleNames], wanted: Set[str]) -> Mapping[str, list[str]]:
    """Which articles write each of the names, sorted."""
    where: dict[str, list[str]] = defaultdict(list)
    for article, names in sorted(found.items(), key=lambda item: item[0]):
        for name in {thing.name for thing in names.things} & wanted:
            where[name].append(article)
    return where


def _case(one: str, other: str, where: Mapping[str, list[str]]) -> Ruling:
    reason = f"Spelled “{one}” in {', '.join(where[one])} and “{other}” in {', '.join(where[other])}: one person or two?"
    return Ruling(kind=RulingKind.OPEN_NAME, names=(one, other), reason=reason)
