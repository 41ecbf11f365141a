"""Where a value is written in a text, found by reading every short run of words as a value of its type."""

import re
from collections.abc import Iterator
from datetime import date

from quizapp.knowledge.values.base import Value, ValueFault
from quizapp.knowledge.values.reading import read_value

LONGEST_VALUE = 8
_TOKEN = re.compile(r"\S+")
_EDGES = '.,;:!?()[]“”‘’"«»'


def runs(text: str, *, longest_first: bool = False) -> Iterator[tuple[int, int]]:
    """Start and end of every run of one to eight words, without the punctuation around it."""
    tokens = [(found.start(), found.end()) for found in _TOKEN.finditer(text)]
    sizes = range(1, LONGEST_VALUE + 1)
    for size in reversed(sizes) if longest_first else sizes:
        for first in range(len(tokens) - size + 1):
            start, end = _trimmed(text, tokens[first][0], tokens[first + size - 1][1])
            if start < end:
                yield start, end


def values_in(text: str, like: Value, *, article_date: date | None = None) -> Iterator[Value]:
    """Every value of the same type that some run of words reads as."""
    for start, end in runs(text):
        try:
            yield read_value(text[start:end], like.type, article_date=article_date)
        except ValueFault:
            continue


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES and not text[start:end].lower().endswith((".m.", " m.")):
        end -= 1
    return start, end
