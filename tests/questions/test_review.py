"""Which moves a reviewer can make from which state: every pair."""

from dataclasses import replace
from itertools import product

import oslen
import pytest

from quizapp.questions.bank import make_candidates
from quizapp.questions.decisions import RESULT, Action
from quizapp.questions.item import CheckResult, State
from quizapp.questions.review import NEEDS_REASON, Move, MoveError, allowed, move, why_not_approved

LEADS_TO = {
    (State.CANDIDATE, Move.APPROVE): State.APPROVED,
    (State.CANDIDATE, Move.EDIT): State.CANDIDATE,
    (State.CANDIDATE, Move.REJECT): State.REJECTED,
    (State.CANDIDATE, Move.SEND_BACK): State.SENT_BACK,
    (State.APPROVED, Move.EDIT): State.CANDIDATE,
    (State.APPROVED, Move.RETIRE): State.RETIRED,
    (State.APPROVED, Move.SEND_BACK): State.SENT_BACK,
    (State.REJECTED, Move.EDIT): State.CANDIDATE,
    (State.SENT_BACK, Move.EDIT): State.CANDIDATE,
    (State.SENT_BACK, Move.REJECT): State.REJECTED,
    (State.RETIRED, Move.APPROVE): State.APPROVED,
    (State.RETIRED, Move.EDIT): State.CANDIDATE,
}


@pytest.mark.parametrize(("state", "wanted"), list(product(State, set(Move) - {Move.UNDO})), ids=str)
def test_every_pair_of_state_and_move(state: State, wanted: Move) -> None:
    if (state, wanted) in LEADS_TO:
        assert wanted in allowed(state)
        assert move(state, wanted) is LEADS_TO[state, wanted]
    else:
        assert wanted not in allowed(state)
        with pytest.raises(MoveError, match="it can be"):
            move(state, wanted)


@pytest.mark.parametrize(("state", "before"), list(product(State, State)), ids=str)
def test_undo_leads_back_to_the_state_before(state: State, before: State) -> None:
    assert Move.UNDO in allowed(state, undoable=True)
    assert move(state, Move.UNDO, history=[State.CANDIDATE, before]) is before


@pytest.mark.parametrize("state", State)
def test_what_was_never_decided_cannot_be_undone(state: State) -> None:
    assert Move.UNDO not in allowed(state)
    with pytest.raises(MoveError, match="nothing to undo"):
        move(state, Move.UNDO)


def test_moves_lead_where_decisions_lead() -> None:
    for action in Action:
        results = {state for (_, made), state in LEADS_TO.items() if made.value == action.value}
        assert results == {RESULT[action]}
    assert {Move.REJECT, Move.RETIRE, Move.SEND_BACK} == NEEDS_REASON


def test_a_reviewer_is_told_why_an_item_may_not_be_approved() -> None:
    sound = next(one for one in make_candidates(oslen.scope()) if one.sound)
    assert why_not_approved(sound) is None
    gate = replace(sound, checks=(CheckResult(name="short", passed=False, detail="Too long."),))
    assert "write down why" in (why_not_approved(gate) or "")
    assert why_not_approved(gate, "it reads well") is None
    wall = replace(sound, checks=(CheckResult(name="key proved", passed=False, detail="No passage.", absolute=True),))
    assert "Nobody can let this pass" in (why_not_approved(wall, "but") or "")
