"""Which places of a paragraph lie within a quotation, whatever marks it opens and closes with."""

import re

_MARKS = re.compile('[“”«»„"]')


def is_open_at(text: str, start: int, place: int, *, depth: int = 0) -> bool:
    """Whether a quotation that began after `start`, or one of the `depth` open there, is still open at the place.

    The glyph does not decide alone: a mark right behind a word or a stop closes, a mark right before a word opens.
    """
    for mark in _MARKS.finditer(text, start, place):
        depth = max(0, depth + _step(text, mark.start(), depth))
    return depth > 0


def goes_on_from_before(text: str, start: int, end: int) -> bool:
    """Whether the paragraph `text[start:end]` goes on with a quotation left open above: it begins with a mark, or its first mark closes."""
    first = _MARKS.search(text, start, end)
    return first is not None and (first.start() == start or _step(text, first.start(), 1) < 0)


def _step(text: str, place: int, depth: int) -> int:
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    glued_before = not before.isspace() and before not in '([—–-“«"'
    glued_after = not after.isspace() and after not in ')]—–-,.;:!?”»"'
    if glued_before != glued_after:
        return -1 if glued_before else 1
    if text[place] in "“«„":
        return 1
    return -1 if text[place] in "”»" or depth else 1
