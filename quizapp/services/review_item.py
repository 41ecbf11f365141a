"""One question as a reviewer sees it: everything on one screen that a decision needs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from quizapp.knowledge.fact import Verdict
from quizapp.play.answers_chosen import Findings
from quizapp.questions.item import Candidate, CheckResult, Kind, State
from quizapp.questions.review import Move, allowed, why_not_approved
from quizapp.services.database import Database
from quizapp.services.deciding import Actor
from quizapp.services.errors import NotFound
from quizapp.services.known import Known
from quizapp.services.proofs import prove
from quizapp.services.review_filters import Entry, Filters, Why, after, before, wanted
from quizapp.services.review_neighbours import Neighbour, neighbours
from quizapp.services.review_passages import Position, positions
from quizapp.services.review_queue import HOLD_LASTS, Queue, looks_wrong, queue_of
from quizapp.services.review_story import Happened, story
from quizapp.services.undoing import can_undo
from quizapp.services.views import ProofView
from quizapp.storage import review_holds
from quizapp.storage.bank import read_texts
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.blind_answers import BlindAnswer, blind_answers
from quizapp.storage.reports import StoredReport
from quizapp.storage.review_holds import Hold

AROUND = 8
"""So many questions of the queue stand beside the one looked at."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A question in a list: `whys` say why it is there, `holder` names another reviewer who has it open."""

    item: str
    stem: str
    kind: Kind
    state: State
    whys: tuple[Why, ...]
    failed: tuple[str, ...]
    since: datetime
    holder: str
    current: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where a question stands in the queue as it was filtered; `number` is 0 for one that is not in it."""

    number: int
    total: int
    previous: str
    next: str
    around: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """An option with what speaks for it and how many players chose it."""

    text: str
    right: bool
    players: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Was:
    """A question that was decided on just before."""

    item: str
    version: int
    stem: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemView:
    """A question before a reviewer; `blocked` says why it cannot be approved, `openable` whether a written reason opens that."""

    item: str
    version: int
    number: int
    kind: Kind
    stem: str
    options: tuple[Option, ...]
    explanation: str
    state: State
    confidence: float
    made_at: datetime
    whys: tuple[Why, ...]
    proof: ProofView
    sides: tuple[Position, ...]
    verdict: Verdict | None
    checks: tuple[CheckResult, ...]
    moves: frozenset[Move]
    blocked: str
    openable: bool
    findings: Findings | None
    dubious: bool
    reports: tuple[StoredReport, ...]
    neighbours: tuple[Neighbour, ...]
    story: tuple[Happened, ...]
    blind: tuple[BlindAnswer, ...]
    mine: BlindAnswer | None
    holder: str
    place: Place
    waiting: int
    was: Was | None = None

    @property
    def answer(self) -> str:
        """The right option."""
        return next(option.text for option in self.options if option.right)


def open_item(db: Database, *, item: str, filters: Filters, actor: Actor, now: datetime, was: str = "") -> ItemView:
    """The question for a reviewer, who has it from now on, unless somebody else does; `was` is the one before.

    Raises NotFound, NotSaved.
    """
    with db.reading() as connection:
        queue = queue_of(db, connection, player=actor.player, now=now)
        if queue is None:
            raise NotFound("There is no library yet.")
        view = replace(_view(connection, queue, queue.entry(item), filters, actor), was=find_was(queue.library, was))
    if not view.holder and _ends_soon(queue.holds.get(item), actor, now):
        with db.writing() as connection:
            review_holds.take(connection, queue.library.head.id, item, player=actor.player, until=now + HOLD_LASTS, now=now)
    return view


def find_was(library: Known | None, was: str) -> Was | None:
    """The question of this id, if there is one."""
    found = next((one for one in library.bank if one.item == was), None) if library and was else None
    return Was(item=found.item, version=found.row, stem=found.value.stem) if found else None


def line(entry: Entry, *, current: str = "") -> Line:
    """An entry as a line of a list."""
    stored = entry.stored
    return Line(
        item=stored.item,
        stem=stored.value.stem,
        kind=stored.value.kind,
        state=stored.state,
        whys=entry.whys,
        failed=entry.failed,
        since=entry.since,
        holder=entry.holder,
        current=stored.item == current,
    )


def _ends_soon(hold: Hold | None, actor: Actor, now: datetime) -> bool:
    return hold is None or (hold.player == actor.player and hold.until - now < HOLD_LASTS / 2)


def _view(connection: Connection, queue: Queue, entry: Entry, filters: Filters, actor: Actor) -> ItemView:
    stored, library = entry.stored, queue.library
    findings = queue.findings.get(stored.row)
    fact = library.scope.fact(stored.value.fact)
    undoable = can_undo(connection, scope=library.head.id, stored=stored)
    blocked = why_not_approved(Candidate(item=stored.value, checks=stored.checks, state=stored.state)) or ""
    blind = blind_answers(connection, [stored.row])
    proof = prove(library, stored, read_texts(connection, {one.revision_row for one in stored.evidence}))
    return ItemView(
        item=stored.item,
        version=stored.row,
        number=stored.number,
        kind=stored.value.kind,
        stem=stored.value.stem,
        options=_options(stored, findings),
        explanation=stored.value.explanation,
        state=stored.state,
        confidence=stored.value.confidence,
        made_at=stored.made_at,
        whys=entry.whys,
        proof=proof,
        sides=positions(library, stored, proof),
        verdict=fact.verdict if fact else None,
        checks=stored.checks,
        moves=_moves(stored, undoable=undoable, shared=stored.row in queue.shared),
        blocked=blocked,
        openable=bool(blocked) and not any(check.absolute and not check.passed for check in stored.checks),
        findings=findings,
        dubious=looks_wrong(findings),
        reports=queue.reports.get(stored.item, ()),
        neighbours=neighbours(stored, library.bank),
        story=story(connection, scope=library.head.id, item=stored.item),
        blind=tuple(one for one in blind if one.player != actor.player),
        mine=next((one for one in blind if one.player == actor.player), None),
        holder=entry.holder,
        place=_place(queue, stored.item, filters),
        waiting=sum(bool(one.whys) for one in queue.entries),
    )


def _moves(stored: StoredItem, *, undoable: bool, shared: bool) -> frozenset[Move]:
    """Only what a teacher gave can be sent back."""
    return allowed(stored.state, undoable=undoable) - (frozenset() if shared else {Move.SEND_BACK})


def _options(stored: StoredItem, findings: Findings | None) -> tuple[Option, ...]:
    chosen: Mapping[int, int] = {one.option: one.players for one in findings.options} if findings else {}
    value = stored.value
    return tuple(
        Option(text=text, right=place == value.key, players=chosen.get(place) if findings else None)
        for place, text in enumerate(value.options)
    )


def _place(queue: Queue, item: str, filters: Filters) -> Place:
    entries = wanted(queue.entries, filters)
    number = next((number for number, entry in enumerate(entries) if entry.stored.item == item), None)
    middle = number or 0
    first = max(0, min(middle - 2, len(entries) - AROUND))
    next_, previous = after(entries, item, queue.entry(item).order), before(entries, item)
    return Place(
        number=0 if number is None else number + 1,
        total=len(entries),
        previous=previous.stored.item if previous else "",
        next=next_.stored.item if next_ else "",
        around=tuple(line(entry, current=item) for entry in entries[first : first + AROUND]),
    )
