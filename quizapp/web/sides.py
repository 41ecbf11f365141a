"""Passages that disagree, side by side: each position once, with the passages that take it."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.services.views import PassageView, ProofView


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """A position with the passage shown for it and others that take it too; `second` is written with the second pen."""

    value: str
    passage: PassageView
    others: tuple[PassageView, ...] = ()
    second: bool = False


def make_sides(proof: ProofView) -> tuple[Side, ...]:
    """The position asked for first, then every other one."""
    first = Side(value=proof.main.value, passage=proof.main, others=proof.agreeing)
    return (first, *group_sides(proof.disagreeing))


def group_sides(passages: Sequence[PassageView], *, second: bool = True) -> tuple[Side, ...]:
    """Passages that take one value as one side, in order of first appearance."""
    values = dict.fromkeys(passage.value for passage in passages)
    groups = ([passage for passage in passages if passage.value == value] for value in values)
    return tuple(Side(value=group[0].value, passage=group[0], others=tuple(group[1:]), second=second) for group in groups)
