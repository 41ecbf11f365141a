"""Furniture inside a paragraph: date stamps, the remains of a tweet, related links."""

import re

from quizapp.knowledge.reading.spans import Block, BlockKind

_CUTS = (
    (BlockKind.DATELINE, re.compile(r"\A(?i:date|published|updated):? \d{4}-\d\d-\d\d(?=\s)")),
    (BlockKind.SOCIAL, re.compile(r"[—–] [^—–.!?()@\n]{1,60}\(@\w{1,30}\)(?: [A-Z][a-z]{2,8}\.? \d{1,2},?(?: \d{4})?)?|pic\.twitter\.com/\w{1,30}|https://t\.co/\w{1,30}")),
    (BlockKind.LINK, re.compile(r"(?<=[.!?”\"’»)] )(?i:see also|read also|also read|read more|related)(?: ?:| {2,})[^.!?\n]{1,200}(?:[.!?](?=\s|$)|$)")),
)  # fmt: skip


def pasted_parts(text: str, block: Block) -> list[tuple[int, int, BlockKind]]:
    """The block cut into runs of one kind, in order, with nothing left out."""
    if block.kind is not BlockKind.BODY:
        return [(block.span.start, block.span.end, block.kind)]
    words = text[block.span.start : block.span.end]
    cuts = sorted((found.start(), found.end(), kind) for kind, pattern in _CUTS for found in pattern.finditer(words))
    parts: list[tuple[int, int, BlockKind]] = []
    place = 0
    for start, end, kind in cuts:
        if start < place:
            continue
        if start > place:
            parts.append((place, start, BlockKind.BODY))
        parts.append((start, end, kind))
        place = end
    if place < len(words):
        parts.append((place, len(words), BlockKind.BODY))
    return [(block.span.start + start, block.span.start + end, kind) for start, end, kind in parts]
