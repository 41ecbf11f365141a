"""Decisions on items as data: each tied to the content it was made on, so that it lapses when the content changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import msgspec

from quizapp.knowledge.errors import PackError
from quizapp.knowledge.pack_format import read_toml
from quizapp.questions.item import Candidate, State
from quizapp.questions.review import why_not_approved


class Action(StrEnum):
    """What a person can decide of an item."""

    APPROVE = "approve"
    REJECT = "reject"
    SEND_BACK = "send_back"
    RETIRE = "retire"


RESULT: Mapping[Action, State] = {
    Action.APPROVE: State.APPROVED,
    Action.REJECT: State.REJECTED,
    Action.SEND_BACK: State.SENT_BACK,
    Action.RETIRE: State.RETIRED,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """What one person decided of an item with exactly this content, and why; `stem` is how the question read, for messages."""

    item: str
    content: str
    action: Action
    by: str
    reason: str = ""
    stem: str = ""

    def __post_init__(self) -> None:
        if not self.by.strip():
            raise ValueError("a decision names who made it")
        if self.action is not Action.APPROVE and not self.reason.strip():
            raise ValueError(f"{self.action} needs its reason")


class DecisionRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One `[[decision]]`."""

    item: str
    content: str
    action: Action
    by: str
    reason: str = ""
    stem: str = ""


class DecisionFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A file of decisions."""

    decision: list[DecisionRow] = []


def read_decisions(where: str, data: bytes) -> tuple[Decision, ...]:
    """Read a TOML file of decisions; raises PackError naming the entry that cannot be used."""
    rows = read_toml(where, data, DecisionFile).decision
    return tuple(_decision(f"{where}, decision {place}", row) for place, row in enumerate(rows, 1))


def _decision(where: str, row: DecisionRow) -> Decision:
    try:
        return Decision(item=row.item, content=row.content, action=row.action, by=row.by, reason=row.reason, stem=row.stem)
    except ValueError as error:
        raise PackError(where, found=str(error), expected="a whole decision", do="Complete it.") from error


def apply_decisions(candidates: Iterable[Candidate], decisions: Iterable[Decision]) -> tuple[Candidate, ...]:
    """The candidates in the state their last decision left them in; a decision on other content changes nothing.

    An approval stays without effect where an absolute rule fails, or a gate is closed and the approval gives no reason.
    """
    last = {(one.item, one.content): one for one in decisions}
    return tuple(_decided(candidate, last.get((candidate.item.id, candidate.item.content))) for candidate in candidates)


def _decided(candidate: Candidate, decision: Decision | None) -> Candidate:
    if decision is None:
        return candidate
    if decision.action is Action.APPROVE and why_not_approved(candidate, decision.reason):
        return candidate
    return replace(candidate, state=RESULT[decision.action])


def lapsed(candidates: Iterable[Candidate], decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that no candidate's content matches any more."""
    known = {(one.item.id, one.item.content) for one in candidates}
    return tuple(one for one in decisions if (one.item, one.content) not in known)
