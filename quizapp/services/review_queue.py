"""The queue: questions of the library that a person should look at, and why; one that a reviewer has open is left to them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from weakref import WeakKeyDictionary

from sqlalchemy import Connection

from quizapp.play.answers_chosen import Findings
from quizapp.play.statistics import DUBIOUS
from quizapp.questions.item import State
from quizapp.services.database import Database
from quizapp.services.errors import NotFound
from quizapp.services.item_statistics import item_statistics
from quizapp.services.known import Known, known
from quizapp.services.review_filters import Entry, Filters, Sifted, Why, after, sift, wanted
from quizapp.services.ruled_away import ruled_away
from quizapp.storage import reports, review_holds, sharing
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.reports import StoredReport
from quizapp.storage.review_holds import Hold

HOLD_LASTS = timedelta(minutes=10)
COUNTED_AFTER = timedelta(minutes=5)
"""Statistics are counted anew so often: they change slowly and cost more than all else here."""
_FINDINGS: WeakKeyDictionary[Database, tuple[datetime, int, dict[int, Findings]]] = WeakKeyDictionary()
_LOCK = Lock()


@dataclass(frozen=True, kw_only=True, slots=True)
class Queue:
    """The library with every question as an entry of the queue."""

    library: Known
    entries: tuple[Entry, ...]
    reports: Mapping[str, tuple[StoredReport, ...]]
    findings: Mapping[int, Findings]
    holds: Mapping[str, Hold]
    shared: frozenset[int]

    def entry(self, item: str) -> Entry:
        """The entry of a question; raises NotFound."""
        found = next((one for one in self.entries if one.stored.item == item), None)
        if found is None:
            raise NotFound("There is no such question.")
        return found

    def next(self, filters: Filters, item: str) -> Entry | None:
        """What comes after a question under these filters."""
        return after(wanted(self.entries, filters), item, self.entry(item).order)


def read_queue(db: Database, *, filters: Filters, player: int, now: datetime) -> Sifted:
    """What a reviewer wants to see of the queue, with counts."""
    with db.reading() as connection:
        queue = queue_of(db, connection, player=player, now=now)
    return sift(queue.entries, filters) if queue else sift((), filters)


def read_library(db: Database) -> Known | None:
    """The library as it is known now; None before it was loaded."""
    with db.reading() as connection:
        return known(db, connection)


def count_waiting(db: Database, *, now: datetime) -> int:
    """How many questions wait for a reviewer."""
    with db.reading() as connection:
        queue = queue_of(db, connection, player=0, now=now)
    return sum(bool(one.whys) for one in queue.entries) if queue else 0


def queue_of(db: Database, connection: Connection, *, player: int, now: datetime) -> Queue | None:
    """The queue as a transaction sees it, as this reviewer finds it; None before the library was loaded."""
    library = known(db, connection)
    if library is None:
        return None
    return _Reading(
        library=library,
        reports=_by_item(library, reports.open_reports(connection)),
        findings=findings_of(db, connection, library, now=now),
        holds=review_holds.read_holds(connection, library.head.id, now=now),
        shared=frozenset(one.library_version for one in sharing.shares(connection)),
        gone=ruled_away(connection, library.head.id),
        player=player,
    ).queue()


def findings_of(db: Database, connection: Connection, library: Known, *, now: datetime) -> dict[int, Findings]:
    """The statistics of the library's current versions, at most five minutes old."""
    kept = _FINDINGS.get(db)
    if kept is not None and timedelta() <= now - kept[0] < COUNTED_AFTER and kept[1] == library.head.knowledge:
        return kept[2]
    found = item_statistics(connection, [one.row for one in library.bank])
    with _LOCK:
        _FINDINGS[db] = (now, library.head.knowledge, found)
    return found


def looks_wrong(found: Findings | None) -> bool:
    """Whether the numbers say that something is wrong with a question: it tells little, or stronger players miss it."""
    if found is None or not found.enough:
        return False
    poor = found.efficiency is not None and found.efficiency < DUBIOUS
    backwards = found.discrimination is not None and found.discrimination < 0
    return poor or backwards or found.preferred is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Reading:
    library: Known
    reports: Mapping[str, tuple[StoredReport, ...]]
    findings: Mapping[int, Findings]
    holds: Mapping[str, Hold]
    shared: frozenset[int]
    gone: frozenset[str]
    player: int

    def queue(self) -> Queue:
        return Queue(
            library=self.library,
            entries=tuple(self._entry(one) for one in self.library.bank),
            reports=self.reports,
            findings=self.findings,
            holds=self.holds,
            shared=self.shared,
        )

    def _entry(self, stored: StoredItem) -> Entry:
        whys = dict(self._whys(stored))
        fact = self.library.scope.fact(stored.value.fact)
        hold = self.holds.get(stored.item)
        return Entry(
            stored=stored,
            whys=tuple(whys),
            since=min(whys.values(), default=stored.made_at),
            articles=tuple(dict.fromkeys(one.slug for one in stored.evidence)),
            verdict=fact.verdict.value if fact else "",
            failed=tuple(check.name for check in stored.checks if not check.passed),
            holder=hold.name if hold and hold.player != self.player else "",
        )

    def _whys(self, stored: StoredItem) -> Iterable[tuple[Why, datetime]]:
        decision = stored.decision
        if stored.state is State.CANDIDATE and (stored.row in self.shared or not self._is_moot(stored)):
            if stored.row in self.shared:
                yield Why.SHARED, stored.made_at
            elif decision is not None and decision.actor_id is None and decision.reason:
                yield Why.CHANGED, decision.at
            else:
                yield Why.NEW, stored.made_at
        if found := self.reports.get(stored.item):
            yield Why.REPORTED, found[0].made_at
        if stored.state is State.APPROVED and looks_wrong(self.findings.get(stored.row)):
            yield Why.NUMBERS, stored.made_at

    def _is_moot(self, stored: StoredItem) -> bool:
        """Whether there is nothing to decide: its article is out of the library, or what it was made of is known no more."""
        if any(one.article not in self.library.scope.articles for one in stored.value.evidence):
            return True
        as_made = stored.number == 1 and stored.decision is None
        fails = any(check.absolute and not check.passed for check in stored.checks)
        return as_made and (fails or stored.item in self.gone)


def _by_item(library: Known, found: Iterable[StoredReport]) -> dict[str, tuple[StoredReport, ...]]:
    """Reports by the question they are on, whichever of its versions; those on teachers' own questions are theirs."""
    items = {one.item for one in library.bank}
    groups: dict[str, list[StoredReport]] = defaultdict(list)
    for one in found:
        if one.item in items and one.scope == library.head.id:
            groups[one.item].append(one)
    return {item: tuple(group) for item, group in groups.items()}
