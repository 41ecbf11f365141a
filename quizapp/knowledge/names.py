"""The registry of names of a scope: which forms mean one thing, which are coarser, which spellings await a ruling."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from quizapp.knowledge.fold import fold_name
from quizapp.knowledge.values.base import ValueType

_MAY_LEAD = frozenset({"", "the", "a", "an"})
"""What stands before a name without being part of it, folded."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NameEntry:
    """One thing with a name: the form shown to people, other forms of it, and coarser terms for it."""

    name: str
    type: ValueType
    aliases: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()

    def forms(self) -> tuple[str, ...]:
        """All ways to write it, the shown one first."""
        return (self.name, *self.aliases)


class SpellingState(StrEnum):
    """What is known of two spellings."""

    OPEN = "open"
    SAME = "same_name"
    DIFFERENT = "different_name"


@dataclass(frozen=True, kw_only=True, slots=True)
class SpellingCase:
    """Two spellings that may be one name; `state` is OPEN until a person ruled."""

    names: tuple[str, str]
    state: SpellingState


@dataclass(frozen=True, slots=True)
class Names:
    """Looks names up by any of their forms; built once for a scope, never changed."""

    entries: tuple[NameEntry, ...] = ()
    cases: tuple[SpellingCase, ...] = ()
    _by_form: Mapping[str, NameEntry] = field(init=False, repr=False, compare=False)
    _canonical: Mapping[str, str] = field(init=False, repr=False, compare=False)
    _first: frozenset[str] = field(init=False, repr=False, compare=False)
    _open: frozenset[frozenset[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        table: dict[str, NameEntry] = {}
        for entry in self.entries:
            for form in entry.forms():
                table.setdefault(fold_name(form), entry)
        for case in self.cases:
            if case.state is SpellingState.SAME:
                _join(table, case.names)
        object.__setattr__(self, "_by_form", table)
        object.__setattr__(self, "_first", frozenset(form.split()[0] for form in table if form) | _MAY_LEAD)
        object.__setattr__(self, "_canonical", {form: fold_name(entry.name) for form, entry in table.items()})
        object.__setattr__(self, "_open", _open_pairs(self.cases))

    def find(self, form: str) -> NameEntry | None:
        """The entry that one of its forms names, or None."""
        return self._by_form.get(fold_name(form))

    def may_begin_with(self, word: str) -> bool:
        """Whether any known form can begin with a word, given as it is written."""
        return fold_name(word).partition(" ")[0] in self._first

    def canonical(self, form: str) -> str:
        """The folded shown name for any known form; the folded form itself for an unknown one."""
        folded = fold_name(form)
        return self._canonical.get(folded, folded)

    def shown(self, form: str) -> str:
        """The form shown to people; the form itself when nothing is known of it."""
        entry = self.find(form)
        return entry.name if entry else form

    def forms(self, form: str) -> tuple[str, ...]:
        """Every known way to write what `form` names, spellings ruled to be the same included."""
        mine = self.canonical(form)
        known = [entry.forms() for entry in self.entries if self.canonical(entry.name) == mine]
        ruled = [case.names for case in self.cases if case.state is SpellingState.SAME and self.canonical(case.names[0]) == mine]
        return tuple(dict.fromkeys([form, *(one for group in [*known, *ruled] for one in group)]))

    def broader(self, form: str) -> frozenset[str]:
        """Canonical forms of everything coarser than `form`, however many steps away."""
        found: set[str] = set()
        waiting = [form]
        while waiting:
            entry = self.find(waiting.pop())
            for name in entry.broader if entry else ():
                if self.canonical(name) not in found:
                    found.add(self.canonical(name))
                    waiting.append(name)
        return frozenset(found)

    def is_open(self, one: str, other: str) -> bool:
        """Whether the two are spellings that await a ruling."""
        return frozenset({self.canonical(one), self.canonical(other)}) in self._open

    @property
    def has_open_cases(self) -> bool:
        """Whether any two spellings await a ruling."""
        return bool(self._open)

    def of_type(self, wanted: ValueType) -> tuple[NameEntry, ...]:
        """Every entry of one type, in the order given."""
        return tuple(entry for entry in self.entries if entry.type is wanted)


def _join(table: dict[str, NameEntry], names: tuple[str, str]) -> None:
    first, second = fold_name(names[0]), fold_name(names[1])
    entry = table.get(first) or NameEntry(name=names[0], type=table[second].type if second in table else ValueType.PERSON)
    table[first] = table[second] = entry


def _open_pairs(cases: Iterable[SpellingCase]) -> frozenset[frozenset[str]]:
    """The pairs that still await a ruling: one that decides them ends the wait, whoever opened it."""
    pairs: dict[SpellingState, set[frozenset[str]]] = {state: set() for state in SpellingState}
    for case in cases:
        pairs[case.state].add(frozenset({fold_name(case.names[0]), fold_name(case.names[1])}))
    return frozenset(pairs[SpellingState.OPEN] - pairs[SpellingState.SAME] - pairs[SpellingState.DIFFERENT])
