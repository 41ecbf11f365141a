"""Which articles name what, and which articles speak of one matter."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quizapp.knowledge.names import Names
from quizapp.knowledge.values.base import ValueType
from quizapp.questions.passages import SentenceIndex

SHARED_NAMES = 3
TOO_COMMON = 200


@dataclass(frozen=True, slots=True)
class NameIndex:
    """By canonical name its forms, its type and the articles it stands in; by article its names and the articles on the same matter."""

    forms: Mapping[str, tuple[str, ...]]
    types: Mapping[str, ValueType]
    articles: Mapping[str, frozenset[str]]
    names: Mapping[str, tuple[str, ...]]
    kin: Mapping[str, frozenset[str]]

    def near(self, articles: Iterable[str], wanted: ValueType) -> tuple[str, ...]:
        """The names of one type that these articles and those on the same matter speak of, in the registry's form, sorted."""
        found = {name for article in articles for other in self.kin.get(article, ()) for name in self.names[other]}
        return tuple(sorted(self.forms[name][0] for name in found if self.types[name] is wanted))


def index_names(names: Names, sentences: SentenceIndex) -> NameIndex:
    """Look every name of the registry up in every sentence, once."""
    forms = _forms(names)
    types = {names.canonical(entry.name): entry.type for entry in reversed(names.entries)}
    articles = {name: _articles_with(written, sentences) for name, written in forms.items()}
    by_article: dict[str, set[str]] = defaultdict(set)
    for name, places in articles.items():
        for article in places:
            by_article[article].add(name)
    kin = {article: _kin(article, found, articles) for article, found in by_article.items()}
    return NameIndex(forms, types, articles, {article: tuple(sorted(found)) for article, found in by_article.items()}, kin)


def _forms(names: Names) -> dict[str, tuple[str, ...]]:
    """Each name's forms, the one shown to people first, spellings ruled to be one together."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for entry in names.entries:
        key = names.canonical(entry.name)
        found[key].update(dict.fromkeys((names.shown(entry.name), *entry.forms())))
    return {name: tuple(forms) for name, forms in found.items()}


def _articles_with(forms: tuple[str, ...], sentences: SentenceIndex) -> frozenset[str]:
    return frozenset(passage.article for form in forms for passage in sentences.naming(form))


def _kin(article: str, names: Iterable[str], articles: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The article and those that share several names with it; names that stand everywhere tell nothing."""
    telling = (articles[name] for name in names if len(articles[name]) <= TOO_COMMON)
    shared = Counter(other for places in telling for other in places)
    return frozenset({article, *(other for other, count in shared.items() if count >= SHARED_NAMES)})
