"""Which articles name what, and which articles speak of one matter."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quizapp.knowledge.names import Names
from quizapp.knowledge.values.base import ValueType
from quizapp.questions.lists import list_of
from quizapp.questions.passages import SentenceIndex

SHARED_NAMES = 3
SHARED_PART = 0.15
SHARED_ACTORS = 2
"""Articles on one matter name the same people, organisations, vehicles …, not only the same places; a main topic counts twice."""
MOST_KIN = 12
"""Of many articles on one matter only the nearest lend their names, however large the library."""
_ACTORS = frozenset({ValueType.PERSON, ValueType.ORGANISATION, ValueType.VEHICLE, ValueType.WORK, ValueType.EVENT})
TOO_COMMON = 200
TOPIC_LEAST = 3
TOPIC_SHARE = 0.25
LEADING = 2
FIRST = 3


@dataclass(frozen=True, slots=True)
class NameIndex:
    """By canonical name its forms, its type and the articles it stands in; by article its names and the articles on the same matter.

    `topics` names what an article speaks of most, where one thing is named in a good part of its sentences; `leads` whom it speaks of,
    where it begins with somebody who is named far more often than anybody else.
    """

    forms: Mapping[str, tuple[str, ...]]
    types: Mapping[str, ValueType]
    articles: Mapping[str, frozenset[str]]
    names: Mapping[str, tuple[str, ...]]
    kin: Mapping[str, frozenset[str]]
    topics: Mapping[str, str]
    leads: Mapping[str, str]

    def near(self, articles: Iterable[str], wanted: ValueType) -> tuple[str, ...]:
        """The names of one type that these articles and those on the same matter speak of, in the registry's form, sorted."""
        found = {name for article in articles for other in self.kin.get(article, ()) for name in self.names[other]}
        return tuple(sorted(self.forms[name][0] for name in found if self.types[name] is wanted))


def index_names(names: Names, sentences: SentenceIndex) -> NameIndex:
    """Look every name of the registry up in every sentence, once."""
    forms = _forms(names)
    types = {names.canonical(entry.name): entry.type for entry in reversed(names.entries)}
    counts = {name: _counted(written, sentences) for name, written in forms.items()}
    articles = {name: frozenset(count) for name, count in counts.items()}
    by_article: dict[str, set[str]] = defaultdict(set)
    for name, places in articles.items():
        for article in places:
            by_article[article].add(name)
    sizes = {article: len(found) for article, found in by_article.items()}
    topics = {article: topic for article, found in by_article.items() if (topic := _topic(article, found, counts, sentences))}
    people = [name for name, kind in types.items() if kind is ValueType.PERSON]
    leads = {article: lead for article in by_article if (lead := _lead(article, people, counts, forms, sentences))}
    weights = {name: 1 for name, kind in types.items() if kind in _ACTORS} | dict.fromkeys(topics.values(), SHARED_ACTORS)
    kin = {article: _kin(article, found, articles, sizes, weights) for article, found in by_article.items()}
    return NameIndex(forms, types, articles, {article: tuple(sorted(found)) for article, found in by_article.items()}, kin, topics, leads)


def _forms(names: Names) -> dict[str, tuple[str, ...]]:
    """Each name's forms, the one shown to people first, spellings ruled to be one together."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for entry in names.entries:
        key = names.canonical(entry.name)
        found[key].update(dict.fromkeys((names.shown(entry.name), *entry.forms())))
    return {name: tuple(forms) for name, forms in found.items()}


def _counted(forms: tuple[str, ...], sentences: SentenceIndex) -> Counter[str]:
    """In how many sentences of each article one of the forms stands."""
    found = {(passage.article, passage.span.start) for form in forms for passage in sentences.naming(form)}
    return Counter(article for article, _ in found)


def _topic(article: str, names: Iterable[str], counts: Mapping[str, Counter[str]], sentences: SentenceIndex) -> str | None:
    most = max(names, key=lambda name: (counts[name][article], name))
    count = counts[most][article]
    return most if count >= TOPIC_LEAST and count >= TOPIC_SHARE * len(sentences.by_article[article]) else None


def _lead(
    article: str, people: Iterable[str], counts: Mapping[str, Counter[str]], forms: Mapping[str, tuple[str, ...]], sentences: SentenceIndex
) -> str | None:
    """The person named in one of the first sentences and twice as often as any other."""
    named = sorted(((counts[name][article], name) for name in people if counts[name][article]), reverse=True)
    if not named or named[0][0] < TOPIC_LEAST or (len(named) > 1 and named[0][0] < LEADING * named[1][0]):
        return None
    begin = " ".join(passage.text for passage in sentences.by_article[article][:FIRST])
    return named[0][1] if any(form in begin for form in forms[named[0][1]]) else None


def _kin(
    article: str, names: Iterable[str], articles: Mapping[str, frozenset[str]], sizes: Mapping[str, int], weights: Mapping[str, int]
) -> frozenset[str]:
    """The article and those that share several names with it, a good part of the shorter one's; countries and cities count as one."""
    shared: Counter[str] = Counter()
    actors: Counter[str] = Counter()
    common: set[str] = set()
    for name in names:
        if len(articles[name]) > TOO_COMMON:
            continue
        if list_of(name) is not None:
            common |= articles[name]
            continue
        shared.update(articles[name])
        for other in articles[name] if name in weights else ():
            actors[other] += weights[name]
    kin = [other for other, count in actors.items() if count >= SHARED_ACTORS]
    least = {other: max(SHARED_NAMES, SHARED_PART * min(sizes[article], sizes[other])) for other in kin}
    near = [(shared[other], other) for other in least if shared[other] + (other in common) >= least[other] and other != article]
    return frozenset({article, *(other for _, other in sorted(near, key=lambda one: (-one[0], one[1]))[:MOST_KIN])})
