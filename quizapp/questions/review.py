"""Review: which moves are allowed on an item in which state, and what each leads to."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from quizapp.questions.item import Candidate, State


class Move(StrEnum):
    """What a reviewer can do with an item."""

    APPROVE = "approve"
    EDIT = "edit"
    REJECT = "reject"
    RETIRE = "retire"
    SEND_BACK = "send_back"
    UNDO = "undo"


class MoveError(ValueError):
    """A move that is not allowed, said in words for the reviewer."""


NEXT: Mapping[State, Mapping[Move, State]] = {
    State.CANDIDATE: {
        Move.APPROVE: State.APPROVED,
        Move.EDIT: State.CANDIDATE,
        Move.REJECT: State.REJECTED,
        Move.SEND_BACK: State.SENT_BACK,
    },
    State.APPROVED: {Move.EDIT: State.CANDIDATE, Move.RETIRE: State.RETIRED, Move.SEND_BACK: State.SENT_BACK},
    State.REJECTED: {Move.EDIT: State.CANDIDATE},
    State.SENT_BACK: {Move.EDIT: State.CANDIDATE, Move.REJECT: State.REJECTED},
    State.RETIRED: {Move.APPROVE: State.APPROVED, Move.EDIT: State.CANDIDATE},
}
"""An edit makes a new version, which nobody has decided on yet; an approved item is retired, never rejected, so that its record stays."""

NEEDS_REASON = frozenset({Move.REJECT, Move.RETIRE, Move.SEND_BACK})


def allowed(state: State, *, undoable: bool = False) -> frozenset[Move]:
    """The moves that may be offered; undo only where something was decided before."""
    return frozenset(NEXT[state]) | (frozenset({Move.UNDO}) if undoable else frozenset())


def move(state: State, wanted: Move, *, history: Sequence[State] = ()) -> State:
    """The state after a move; `history` are the states before this one, oldest first. Raises MoveError."""
    if wanted is Move.UNDO:
        if not history:
            raise MoveError("There is nothing to undo: this question has not been decided on.")
        return history[-1]
    if wanted not in NEXT[state]:
        raise MoveError(f"A question that is {_words(state)} cannot be {_DONE[wanted]}; {_instead(state)}.")
    return NEXT[state][wanted]


def why_not_approved(candidate: Candidate, reason: str = "") -> str | None:
    """Why an item may not be approved: an absolute rule fails, or a gate is closed and no reason is written; None when it may."""
    failed = [check for check in candidate.checks if not check.passed]
    absolute = next((check for check in failed if check.absolute), None)
    if absolute:
        return f"Nobody can let this pass: {absolute.detail}"
    if failed and not reason.strip():
        return f"Something speaks against it; write down why it may be asked all the same. {failed[0].detail}"
    return None


_DONE: Mapping[Move, str] = {
    Move.APPROVE: "approved",
    Move.EDIT: "edited",
    Move.REJECT: "rejected",
    Move.RETIRE: "retired",
    Move.SEND_BACK: "sent back",
    Move.UNDO: "undone",
}


def _words(state: State) -> str:
    return {State.CANDIDATE: "a candidate", State.SENT_BACK: "sent back"}.get(state, state.value)


def _instead(state: State) -> str:
    return "it can be " + " or ".join(sorted(_DONE[one] for one in NEXT[state]))
