"""Decisions are data tied to what was decided on; they lapse when it changes."""

from dataclasses import replace

import oslen
import pytest

from quizapp.knowledge.errors import PackError
from quizapp.questions.bank import make_candidates
from quizapp.questions.decisions import Action, Decision, apply_decisions, lapsed, read_decisions
from quizapp.questions.item import Candidate, CheckResult, State

CANDIDATES = make_candidates(oslen.scope())
ONE = next(candidate for candidate in CANDIDATES if candidate.sound)


def decide(action: Action, reason: str = "", one: Candidate = ONE, content: str | None = None) -> Decision:
    return Decision(item=one.item.id, content=content or one.item.content, action=action, by="Rita", reason=reason)


def state_of(decisions: list[Decision], one: Candidate = ONE) -> State:
    (found,) = (after for after in apply_decisions([one], decisions))
    return found.state


@pytest.mark.parametrize(
    ("action", "state"),
    [
        (Action.APPROVE, State.APPROVED),
        (Action.REJECT, State.REJECTED),
        (Action.SEND_BACK, State.SENT_BACK),
        (Action.RETIRE, State.RETIRED),
    ],
)
def test_a_decision_leaves_the_item_in_its_state(action: Action, state: State) -> None:
    assert state_of([decide(action, "too easy")]) is state


def test_the_last_decision_counts_and_others_are_untouched() -> None:
    assert state_of([decide(Action.REJECT, "dull"), decide(Action.APPROVE)]) is State.APPROVED
    after = apply_decisions(CANDIDATES, [decide(Action.APPROVE)])
    assert [one.item for one in after] == [one.item for one in CANDIDATES]
    assert [one.item.id for one in after if one.state is not State.CANDIDATE] == [ONE.item.id]


def test_a_decision_lapses_when_the_content_changes() -> None:
    changed = replace(ONE, item=replace(ONE.item, explanation=f"{ONE.item.explanation} So."))
    assert changed.item.id == ONE.item.id
    assert state_of([decide(Action.APPROVE)], changed) is State.CANDIDATE
    assert lapsed([changed], [decide(Action.APPROVE)]) == (decide(Action.APPROVE),)
    assert lapsed([ONE], [decide(Action.APPROVE)]) == ()


def test_a_closed_gate_is_opened_only_with_a_reason_and_an_absolute_one_never() -> None:
    gate = replace(ONE, checks=(CheckResult(name="short", passed=False, detail="Too long."),))
    assert state_of([decide(Action.APPROVE)], gate) is State.CANDIDATE
    assert state_of([decide(Action.APPROVE, "the title is long")], gate) is State.APPROVED
    wall = replace(ONE, checks=(CheckResult(name="key proved", passed=False, detail="No.", absolute=True),))
    assert state_of([decide(Action.APPROVE, "I am sure")], wall) is State.CANDIDATE


def test_decisions_are_read_from_toml() -> None:
    text = '[[decision]]\nitem = "a"\ncontent = "b"\naction = "reject"\nby = "Rita"\nreason = "Dull."\nstem = "Who?"\n'
    assert read_decisions("decisions.toml", text.encode()) == (
        Decision(item="a", content="b", action=Action.REJECT, by="Rita", reason="Dull.", stem="Who?"),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('[[decision]]\nitem = "a"\ncontent = "b"\naction = "reject"\nby = "Rita"', "decision 1: found reject needs its reason"),
        ('[[decision]]\nitem = "a"\ncontent = "b"\naction = "approve"\nby = " "', "names who made it"),
        ('[[decision]]\nitem = "a"\ncontent = "b"\naction = "praise"\nby = "Rita"', "praise"),
        ('[[decision]]\nitem = "a"\ncontent = "b"\naction = "approve"\nby = "Rita"\nmood = "good"', "mood"),
        ("[[decision", "decisions.toml"),
    ],
)
def test_a_decision_that_cannot_be_used_names_its_place(text: str, found: str) -> None:
    with pytest.raises(PackError, match=r"decisions\.toml") as caught:
        read_decisions("decisions.toml", text.encode())
    assert found in str(caught.value)
