"""Typed context of the projector's page."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.knowledge.fact import Verdict
from quizapp.services.discussing import DiscussView
from quizapp.services.personal_codes import grouped
from quizapp.web.page import Page
from quizapp.web.sides import Side, make_sides

WIDTH = 270


@dataclass(frozen=True, kw_only=True, slots=True)
class HostOption:
    """An option in big type; its count and whether it is right stay away until they are asked for.

    `letter` is "" where the answers are mixed for every player, so that letters name different ones.
    """

    letter: str
    text: str
    right: bool
    players: int
    width: int


@dataclass(frozen=True, kw_only=True)
class DiscussPage(Page):
    """One question for everybody to see."""

    view: DiscussView
    code: str
    options: Sequence[HostOption]
    shown: bool
    sides: Sequence[Side]


def discuss_page(view: DiscussView) -> DiscussPage:
    """The page."""
    item, found = view.question.item, view.question.findings
    letters = item.ordered or not view.mixed
    shown = view.proof is not None
    options = [
        HostOption(
            letter="ABCDE"[one.option] if letters else "",
            text=item.options[one.option],
            right=shown and one.right,
            players=one.players if shown else 0,
            width=round(WIDTH * one.players / view.answered) if shown and view.answered else 0,
        )
        for one in found.options
    ]
    disputed = view.proof is not None and view.proof.verdict is Verdict.DISPUTED
    return DiscussPage(
        title=f"Question {view.question.number} of {view.total}",
        section="teach",
        sheet="class.css",
        view=view,
        code=grouped(view.code) if view.code else "",
        options=options,
        shown=shown,
        sides=make_sides(view.proof) if view.proof is not None and disputed else (),
    )
