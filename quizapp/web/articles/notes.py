"""Margin notes as lines: what says the same in a row is said once, what is disputed leads to its comparison."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.knowledge.fact import Verdict
from quizapp.services.views import DisagreementView, MarginNote


@dataclass(frozen=True, kw_only=True)
class NoteLine:
    """A note with its number, or several in a row that say no more than that nobody else says so.

    `fact` is the id of the disagreement it is a side of, "" when it is none.
    """

    numbers: tuple[int, ...]
    note: MarginNote
    fact: str = ""

    @property
    def alone(self) -> bool:
        """Whether only this article says so."""
        return _alone(self.note)


def note_lines(notes: Sequence[MarginNote], *, slug: str, differences: Sequence[DisagreementView]) -> tuple[NoteLine, ...]:
    """The lines beside one block of the article `slug`."""
    lines: list[NoteLine] = []
    for note in notes:
        joins = bool(lines) and lines[-1].alone and _alone(note)
        numbers = (*lines.pop().numbers, note.number) if joins else (note.number,)
        lines.append(NoteLine(numbers=numbers, note=note, fact=_fact(note, slug, differences)))
    return tuple(lines)


def _alone(note: MarginNote) -> bool:
    return note.verdict is Verdict.STATED and not note.agreeing


def _fact(note: MarginNote, slug: str, differences: Sequence[DisagreementView]) -> str:
    """The disagreement on the same matter that quotes the same place; one place may carry several facts."""
    for one in differences:
        places = {(passage.article_slug, passage.anchor) for _, passages in one.positions for passage in passages}
        if one.verdict is note.verdict and one.about.startswith(note.about) and (slug, note.anchor) in places:
            return one.fact
    return ""
