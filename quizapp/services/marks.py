"""Marks: the words of an article that prove something, each with the anchor that lands on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizapp.knowledge.reading.spans import Span


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """A span of an article's text and its anchor."""

    span: Span
    anchor: str


def find_marks(spans: Iterable[Span]) -> tuple[Mark, ...]:
    """One mark for each span, in order of start; anchors are e1, e2, …"""
    return tuple(Mark(span=span, anchor=f"e{number}") for number, span in enumerate(sorted(set(spans)), 1))


def anchor_at(marks: Sequence[Mark], wanted: Span) -> str:
    """The anchor of exactly this span, or else of the first mark that shares a word with it; "" when there is none."""
    touching = [mark for mark in marks if mark.span.start < wanted.end and wanted.start < mark.span.end]
    exact = [mark for mark in touching if mark.span == wanted]
    return next((mark.anchor for mark in [*exact, *touching]), "")


def cut(span: Span, inner: Iterable[Span]) -> tuple[Span, ...]:
    """The span in pieces, cut wherever an inner span begins or ends."""
    edges = {span.start, span.end}
    for one in inner:
        edges.update(edge for edge in (one.start, one.end) if span.start < edge < span.end)
    ordered = sorted(edges)
    return tuple(Span(start=start, end=end) for start, end in pairwise(ordered))
