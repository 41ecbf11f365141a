"""What a scope knows, arranged for asking: facts by relation and subject, sentences by word, names by article."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from quizapp.knowledge.fact import Fact, fact_id
from quizapp.knowledge.names import Names
from quizapp.knowledge.scope import Proposal, Scope
from quizapp.knowledge.values.base import NAME_TYPES, Value
from quizapp.knowledge.values.moment import Date
from quizapp.questions.name_index import NameIndex, index_names
from quizapp.questions.passages import SentenceIndex, index_of

Key = TypeVar("Key", bound=Hashable)
_OTHER = "?"


@dataclass(frozen=True, slots=True)
class Background:
    """A scope with its indexes; built once by `survey`, then only read."""

    scope: Scope
    sentences: SentenceIndex
    named: NameIndex
    by_relation: Mapping[str, tuple[Fact, ...]]
    by_subject: Mapping[tuple[str, str], tuple[Fact, ...]]
    by_value: Mapping[tuple[str, str], tuple[Fact, ...]]
    by_topic: Mapping[str, tuple[Fact, ...]]
    proposals: Mapping[str, Proposal]
    newest: date | None

    @property
    def names(self) -> Names:
        """The registry of names."""
        return self.scope.names

    def forms_of(self, name: str) -> tuple[str, ...]:
        """Every known way to write what `name` names, itself included."""
        return self.named.forms.get(self.names.canonical(name), (name,))

    def facts_of(self, relation: str) -> tuple[Fact, ...]:
        """Every fact of one relation."""
        return self.by_relation.get(relation, ())

    def facts_on(self, relation: str, subject: str) -> tuple[Fact, ...]:
        """Every fact of one relation on one subject, given by its key."""
        return self.by_subject.get((relation, subject), ())

    def facts_about(self, subject: str) -> tuple[Fact, ...]:
        """Every fact on one subject, given by its key."""
        return self.by_topic.get(subject, ())

    def facts_giving(self, relation: str, value: Value) -> tuple[Fact, ...]:
        """The facts of one relation that may give the same value, a coarser or a finer one; a caller compares."""
        found = (fact for key in _value_keys(value, self.names) for fact in self.by_value.get((relation, key), ()))
        return tuple({fact.id: fact for fact in found}.values())

    def articles_naming(self, name: str) -> frozenset[str]:
        """The articles in which a known name stands, in any of its forms."""
        return self.named.articles.get(self.names.canonical(name), frozenset())


def survey(scope: Scope) -> Background:
    """Arrange a scope for asking."""
    sentences = index_of(scope.articles.values())
    return Background(
        scope,
        sentences,
        index_names(scope.names, sentences),
        _grouped((fact.relation.key, fact) for fact in scope.facts),
        _grouped(((fact.relation.key, fact.subject_key), fact) for fact in scope.facts),
        _grouped(((fact.relation.key, key), fact) for fact in scope.facts for key in _fact_keys(fact, scope.names)),
        _grouped((fact.subject_key, fact) for fact in scope.facts),
        {_fact_of(scope.names, one): one for one in scope.proposals},
        _newest(scope),
    )


def _grouped(pairs: Iterable[tuple[Key, Fact]]) -> dict[Key, tuple[Fact, ...]]:
    found: dict[Key, list[Fact]] = defaultdict(list)
    for key, fact in pairs:
        found[key].append(fact)
    return {key: tuple(facts) for key, facts in found.items()}


def _newest(scope: Scope) -> date | None:
    """The last day that an article is dated or a claim speaks of."""
    written = [article.date for article in scope.articles.values() if article.date]
    told = [claim.value for claim in scope.claims if isinstance(claim.value, Date)]
    years = [date(value.year, 12, 31) for value in told if value.year and value.year > 0 and value.span == 1]
    return max([*written, *years], default=None)


def _fact_keys(fact: Fact, names: Names) -> frozenset[str]:
    return frozenset(key for position in fact.positions for key in _value_keys(position.value, names))


def _value_keys(value: Value, names: Names) -> frozenset[str]:
    """Under what a value is kept: a name under itself and all that is coarser, other values together."""
    if value.type not in NAME_TYPES:
        return frozenset({_OTHER})
    text = value.display()
    return names.broader(text) | {names.canonical(text)}


def _fact_of(names: Names, proposal: Proposal) -> str:
    return fact_id(names.canonical(proposal.subject), proposal.relation, proposal.qualifiers)
