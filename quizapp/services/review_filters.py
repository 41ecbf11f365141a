"""Which questions of the queue a reviewer wants to see, and how many there are of each sort."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum

from quizapp.questions.item import State
from quizapp.storage.bank_values import StoredItem

WAITING = "waiting"
EVERYTHING = "all"


class Why(StrEnum):
    """Why a question stands in the queue."""

    NEW = "new"
    SHARED = "shared"
    REPORTED = "reported"
    NUMBERS = "numbers"
    CHANGED = "changed"


class Band(StrEnum):
    """How sure the program is that a reviewer accepts a question unchanged."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


def band(confidence: float) -> Band:
    """Below one half, below four fifths, or above."""
    return Band.LOW if confidence < 0.5 else Band.MIDDLE if confidence < 0.8 else Band.HIGH


@dataclass(frozen=True, kw_only=True, slots=True)
class Filters:
    """What is wanted, "" for anything; `state` is a State, `waiting` (has a reason to be looked at) or `all`."""

    state: str = WAITING
    kind: str = ""
    article: str = ""
    verdict: str = ""
    check: str = ""
    confidence: str = ""
    why: str = ""

    @property
    def chosen(self) -> dict[str, str]:
        """The filters that are not as they are at first, as an address holds them."""
        plain = Filters()
        return {one.name: getattr(self, one.name) for one in fields(self) if getattr(self, one.name) != getattr(plain, one.name)}


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A question with what it can be filtered by; `since` is when it came into the queue, `holder` names another who has it open."""

    stored: StoredItem
    whys: tuple[Why, ...]
    since: datetime
    articles: tuple[str, ...]
    verdict: str
    failed: tuple[str, ...]
    holder: str = ""

    @property
    def order(self) -> tuple[datetime, int]:
        """Oldest first."""
        return self.since, self.stored.row

    def values(self, name: str) -> tuple[str, ...]:
        """Under which values of a filter it is found."""
        match name:
            case "state":
                return (EVERYTHING, self.stored.state.value, *((WAITING,) if self.whys else ()))
            case "kind":
                return (self.stored.value.kind.value,)
            case "article":
                return self.articles
            case "verdict":
                return (self.verdict,) if self.verdict else ()
            case "check":
                return self.failed
            case "confidence":
                return (band(self.stored.value.confidence).value,)
            case "why":
                return tuple(one.value for one in self.whys)
            case _:
                raise ValueError(f"no filter: {name}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Sifted:
    """The entries wanted, oldest first, and for each filter how many there would be with each of its values; "" is without it."""

    entries: tuple[Entry, ...]
    counts: Mapping[str, Mapping[str, int]]


NAMES = tuple(one.name for one in fields(Filters))


def wanted(entries: Iterable[Entry], filters: Filters) -> tuple[Entry, ...]:
    """The entries that pass every filter, oldest first."""
    chosen = _chosen(filters)
    found = (entry for entry in entries if not _misses(entry, chosen))
    return tuple(sorted(found, key=lambda entry: entry.order))


def sift(entries: Iterable[Entry], filters: Filters) -> Sifted:
    """The same with counts: an entry counts for a value when nothing but that filter keeps it out."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in NAMES}
    found: list[Entry] = []
    chosen = _chosen(filters)
    for entry in entries:
        misses = _misses(entry, chosen)
        if not misses:
            found.append(entry)
        for name in NAMES if not misses else misses if len(misses) == 1 else ():
            counts[name].update(("", *entry.values(name)))
    return Sifted(entries=tuple(sorted(found, key=lambda entry: entry.order)), counts=counts)


def after(entries: Sequence[Entry], item: str, order: tuple[datetime, int] | None = None) -> Entry | None:
    """The next entry that nobody else has open: behind this one (or behind this place, when it is gone), then from the start."""
    place = next((number for number, entry in enumerate(entries) if entry.stored.item == item), None)
    if place is not None:
        turned = [*entries[place + 1 :], *entries[:place]]
    elif order is not None:
        turned = [*(one for one in entries if one.order > order), *(one for one in entries if one.order <= order)]
    else:
        turned = list(entries)
    return next((entry for entry in turned if not entry.holder), None)


def before(entries: Sequence[Entry], item: str) -> Entry | None:
    """The entry in front of this one."""
    place = next((number for number, entry in enumerate(entries) if entry.stored.item == item), 0)
    return entries[place - 1] if place else None


def known_states() -> tuple[str, ...]:
    """The values of the filter for states, in the order in which pages show them."""
    return (WAITING, *(state.value for state in State), EVERYTHING)


def _chosen(filters: Filters) -> tuple[tuple[str, str], ...]:
    """The filters that can keep something out."""
    return tuple((name, value) for name in NAMES if (value := getattr(filters, name)) and (name, value) != ("state", EVERYTHING))


def _misses(entry: Entry, chosen: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Those of the chosen filters that keep an entry out."""
    return tuple(name for name, value in chosen if value not in entry.values(name))
