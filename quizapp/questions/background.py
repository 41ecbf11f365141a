"""What a scope knows, arranged for asking: facts by relation, sentences by word, names by article."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quizapp.knowledge.fact import Fact, fact_id
from quizapp.knowledge.names import Names
from quizapp.knowledge.scope import Proposal, Scope
from quizapp.questions.passages import SentenceIndex, index_of

SHARED_NAMES = 3


@dataclass(frozen=True, slots=True)
class Background:
    """A scope with its indexes; built once by `survey`, then only read."""

    scope: Scope
    sentences: SentenceIndex
    by_relation: Mapping[str, tuple[Fact, ...]]
    proposals: Mapping[str, Proposal]
    named_in: Mapping[str, frozenset[str]]
    forms: Mapping[str, tuple[str, ...]]
    named_by: Mapping[str, frozenset[str]]

    @property
    def names(self) -> Names:
        """The registry of names."""
        return self.scope.names

    def forms_of(self, name: str) -> tuple[str, ...]:
        """Every known way to write what `name` names, itself included."""
        return self.forms.get(self.names.canonical(name), (name,))

    def facts_of(self, relation: str) -> tuple[Fact, ...]:
        """Every fact of one relation."""
        return self.by_relation.get(relation, ())

    def kin_of(self, articles: Iterable[str]) -> frozenset[str]:
        """These articles and those on the same matter: they share several names with one of them."""
        found = set(articles)
        for article in tuple(found):
            shared = Counter(other for name in self.named_by.get(article, ()) for other in self.named_in[name])
            found |= {other for other, names in shared.items() if names >= SHARED_NAMES}
        return frozenset(found)

    def articles_naming(self, name: str) -> frozenset[str]:
        """The articles in which a known name stands, in any of its forms."""
        return self.named_in.get(self.names.canonical(name), frozenset())


def survey(scope: Scope) -> Background:
    """Arrange a scope for asking."""
    by_relation: dict[str, list[Fact]] = defaultdict(list)
    for fact in scope.facts:
        by_relation[fact.relation.key].append(fact)
    sentences = index_of(scope.articles.values())
    forms = _forms(scope.names)
    named_in = {name: _articles_with(written, sentences) for name, written in forms.items()}
    return Background(
        scope,
        sentences,
        {key: tuple(facts) for key, facts in by_relation.items()},
        {_fact_of(scope.names, one): one for one in scope.proposals},
        named_in,
        forms,
        _turned(named_in),
    )


def _fact_of(names: Names, proposal: Proposal) -> str:
    return fact_id(names.canonical(proposal.subject), proposal.relation, proposal.qualifiers)


def _forms(names: Names) -> dict[str, tuple[str, ...]]:
    """Each name's forms, spellings ruled to be one together, by its canonical form."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for entry in names.entries:
        found[names.canonical(entry.name)].update(dict.fromkeys(entry.forms()))
    return {name: tuple(forms) for name, forms in found.items()}


def _turned(named_in: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, articles in named_in.items():
        for article in articles:
            found[article].add(name)
    return {article: frozenset(names) for article, names in found.items()}


def _articles_with(forms: tuple[str, ...], sentences: SentenceIndex) -> frozenset[str]:
    return frozenset(passage.article for form in forms for passage in sentences.naming(form))
