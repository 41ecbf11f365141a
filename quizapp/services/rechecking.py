"""Re-checking a scope's questions against what is known now: checks are stored anew, and what no longer holds leaves play."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from quizapp.knowledge.fact import Fact, Verdict
from quizapp.knowledge.scope import Scope
from quizapp.questions.background import Background, survey
from quizapp.questions.checks import check_against
from quizapp.questions.item import Candidate, CheckResult, Item, Kind, State
from quizapp.questions.review import why_not_approved
from quizapp.services.carrying import LIVE
from quizapp.services.deciding import KIND, Actor
from quizapp.storage.bank import read_bank
from quizapp.storage.bank_store import Decided, add_decision, store_judgement
from quizapp.storage.bank_values import StoredItem
from quizapp.storage.deciding import PastDecision, decisions_on
from quizapp.storage.record import Entry, write_record
from quizapp.storage.scopes import is_library

CHECKER = "quizapp"
"""Who stands with a decision that a re-check made; the record names the person whose act led to it."""
LEFT, BACK, WAITS = "question left play", "question back in play", "question waits again"
_NOTHING_TO_COMPARE = CheckResult(
    name="articles differ", passed=False, detail="It sets articles against each other, but they do not disagree on this.", absolute=True
)
_NO_FACT = CheckResult(
    name="fact known",
    passed=False,
    detail="No article states what it asks any more, or articles state it as something else.",
    absolute=True,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Rechecked:
    """A question whose checks say something else than before: which fail now, and whether it left play or came back for it."""

    item: str
    version: int
    stem: str
    state: State
    failing: tuple[CheckResult, ...]
    left_play: bool = False
    came_back: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Touched:
    """A stored question with the results its checks gave `before` and give now."""

    stored: StoredItem
    before: tuple[CheckResult, ...]
    checks: tuple[CheckResult, ...]

    @property
    def leaves_play(self) -> bool:
        """Whether it may not stay approved: an absolute rule fails, or a gate that was open before, which nobody opened since."""
        newly = bool(failing(self.checks) - failing(self.before))
        return self.stored.state is State.APPROVED and (newly or any(one.absolute and not one.passed for one in self.checks))

    @property
    def candidate(self) -> Candidate:
        """The question as it would be reviewed now."""
        return Candidate(item=self.stored.value, checks=self.checks, state=self.stored.state)

    def told(self, *, came_back: bool = False) -> Rechecked:
        """What a page says of it."""
        return Rechecked(
            item=self.stored.item,
            version=self.stored.row,
            stem=self.stored.value.stem,
            state=self.stored.state,
            failing=tuple(sorted((check for check in self.checks if not check.passed), key=lambda check: not check.absolute)),
            left_play=self.leaves_play,
            came_back=came_back,
        )


def recheck(
    connection: Connection,
    *,
    scope: int,
    known: Scope,
    now: datetime,
    why: str,
    actor: Actor | None = None,
    bring_back: bool = False,
    among: Collection[str] | None = None,
    before: Scope | None = None,
) -> tuple[Rechecked, ...]:
    """Check the scope's questions (`among`: those alone) against `known`, store what the checks say, and tell which were touched.

    Touched are those of which other checks fail than did in the scope `before`, or when none is given, than are stored. An approved one
    that fails an absolute rule, or a gate that was open before, waits for a decision again. With `bring_back`, one that an earlier
    re-check took out and that holds again is as it was approved. Call it after `mark_changed`.
    """
    bank = tuple(one for one in read_bank(connection, scope) if among is None or one.item in among)
    touched = find_touched(bank, survey(known), survey(before) if before else None)
    return tuple(_store(connection, scope, one, now=now, why=why, actor=actor, bring_back=bring_back) for one in touched)


def find_touched(bank: tuple[StoredItem, ...], after: Background, before: Background | None = None) -> tuple[Touched, ...]:
    """The questions of which other checks fail than before, without storing anything."""
    return tuple(_changed(bank, after, before))


def failing(checks: tuple[CheckResult, ...]) -> frozenset[str]:
    """The names of the checks that fail."""
    return frozenset(check.name for check in checks if not check.passed)


def checks_of(item: Item, background: Background) -> tuple[CheckResult, ...]:
    """What every rule says of an item, and first of all whether what it asks is known and stands as it is asked."""
    return (*_standing(item, background.scope.fact(item.fact)), *check_against(item, background))


def _standing(item: Item, fact: Fact | None) -> tuple[CheckResult, ...]:
    if fact is None:
        return (_NO_FACT,)
    compares = item.kind is Kind.COMPARE and fact.verdict not in {Verdict.DISPUTED, Verdict.QUALIFIED}
    return (_NOTHING_TO_COMPARE,) if compares else ()


def _changed(bank: tuple[StoredItem, ...], after: Background, before: Background | None) -> Iterator[Touched]:
    for stored in bank:
        if stored.state in LIVE:
            was = checks_of(stored.value, before) if before else stored.checks
            checks = checks_of(stored.value, after)
            if failing(checks) != failing(was):
                yield Touched(stored=stored, before=was, checks=checks)


def _store(
    connection: Connection, scope: int, touched: Touched, *, now: datetime, why: str, actor: Actor | None, bring_back: bool
) -> Rechecked:
    stored = touched.stored
    store_judgement(connection, stored.row, stored.value, touched.checks)
    before = approval_before(connection, scope, touched) if bring_back else None
    if touched.leaves_play:
        reason = f"{why} {touched.told().failing[0].detail}".strip()
        write_decision(connection, scope, stored, Decided(state=State.CANDIDATE, reason=reason, actor=CHECKER), LEFT, actor, now)
    elif before is not None:
        decided = Decided(state=State.APPROVED, reason=before.reason, actor=before.actor, actor_id=before.actor_id)
        write_decision(connection, scope, stored, decided, BACK, actor, now)
    return touched.told(came_back=before is not None)


def approval_before(connection: Connection, scope: int, touched: Touched) -> PastDecision | None:
    """The approval that a re-check ended and nothing speaks against any more."""
    stored = touched.stored
    by_check = stored.state is State.CANDIDATE and stored.decision is not None and stored.decision.actor == CHECKER
    past = decisions_on(connection, scope=scope, version=stored.row) if by_check else ()
    if len(past) < 2 or past[-2].state is not State.APPROVED:
        return None
    return None if why_not_approved(touched.candidate, past[-2].reason) else past[-2]


def write_decision(
    connection: Connection, scope: int, stored: StoredItem, decided: Decided, action: str, actor: Actor | None, now: datetime
) -> None:
    """Write down what follows for a question from what somebody did to something else, with its line in the record."""
    add_decision(connection, scope, stored.row, decided, content=stored.content, now=now)
    entry = Entry(
        at=now,
        actor=actor.name if actor else CHECKER,
        actor_id=actor.player if actor else None,
        action=action,
        subject_kind=KIND,
        subject_id=stored.item,
        old={"state": stored.state.value, "version": stored.number},
        new={"state": decided.state.value, "version": stored.number, "scope": scope},
        why=decided.reason if is_library(connection, scope) else "",  # it may quote an article that is a teacher's alone
    )
    write_record(connection, entry)
