"""Two scopes as one: facts are grouped anew over the claims of both, and look-alike names of people wait for a ruling."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quizapp.knowledge.catalogue import shipped_catalogue
from quizapp.knowledge.fold import fold_name
from quizapp.knowledge.names import NameEntry, Names
from quizapp.knowledge.names_spelling import alike
from quizapp.knowledge.rulings import Ruling, RulingKind
from quizapp.knowledge.scope import Pack, Scope, make_scope
from quizapp.knowledge.values.base import ValueType

_TWO_SPELLINGS = "The articles spell it differently: one person or two?"


def joined(public: Scope, own: Scope, *, rulings: Sequence[Ruling]) -> Scope:
    """The scope of both; a text that stands in both counts once, as the teacher's own."""
    doubled = {article.revision for article in own.articles.values()}
    left = {name: article for name, article in public.articles.items() if article.revision not in doubled}
    claims = tuple(claim for claim in public.claims if claim.evidence.article in left)
    entries = without_borrowed(own.names.entries, public.names)
    pack = Pack(
        names=(*public.names.entries, *entries),
        relations=(*public.catalogue.values(), *(one for key, one in own.catalogue.items() if key not in public.catalogue)),
        claims=(*claims, *(claim for claim in own.claims if claim.evidence.article in left or claim.evidence.article in own.articles)),
        rulings=(*rulings, *spelling_cases((*public.names.entries, *entries), among=entries)),
        proposals=(*public.proposals, *own.proposals),
    )
    return make_scope({**left, **own.articles}, pack, catalogue=shipped_catalogue())


def without_borrowed(entries: Iterable[NameEntry], others: Names) -> tuple[NameEntry, ...]:
    """These names without the forms that name something else among the others: such a form belongs to what had it first."""
    return tuple(replace(entry, aliases=tuple(form for form in entry.aliases if not _is_taken(form, entry, others))) for entry in entries)


def _is_taken(form: str, entry: NameEntry, others: Names) -> bool:
    found = others.find(form)
    return found is not None and fold_name(found.name) != others.canonical(entry.name)


def spelling_cases(entries: Iterable[NameEntry], *, among: Iterable[NameEntry]) -> tuple[Ruling, ...]:
    """An open case for every two people whose names differ by a letter or two, one of them at least from `among`."""
    pairs = _pairs(_people(entries), _people(among))
    return tuple(Ruling(kind=RulingKind.OPEN_NAME, names=pair, reason=_TWO_SPELLINGS) for pair in pairs if alike(*pair))


def _people(entries: Iterable[NameEntry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.name for entry in entries if entry.type is ValueType.PERSON))


def _pairs(some: Iterable[str], others: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs that share a first or a last word, in order; the others are never compared."""
    by_word: dict[str, set[str]] = defaultdict(set)
    for name in some:
        for word in _ends(name):
            by_word[word].add(name)
    found = {frozenset((one, other)) for other in others for word in _ends(other) for one in by_word.get(word, ())}
    pairs = [(min(pair), max(pair)) for pair in found if len(pair) > 1]
    yield from sorted(pair for pair in pairs if fold_name(pair[0]) != fold_name(pair[1]))


def _ends(name: str) -> tuple[str, ...]:
    words = fold_name(name).split()
    return (f"first {words[0]}", f"last {words[-1]}") if len(words) > 1 else ()
