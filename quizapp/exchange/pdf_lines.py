"""From the lines of pages to paragraphs: headers, footers and page numbers out, broken lines together."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

REPEATED = 3
_NUMBER = re.compile(r"(?i)\s*(?:page\s+)?[-–]?\s*\d{1,4}\s*(?:(?:of|/)\s*\d{1,4})?\s*[-–]?\s*")
_DIGITS = re.compile(r"\d+")
_ENDS = re.compile(r"[.!?:;][\"'”’»)\]]*$")
_SHORT, _SHORTER = 0.75, 0.6
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
"""Letters that a printer joins are letters of their own in a PDF, and no word with them would be found again."""
_EDGE = 2


def without_repeated(pages: Sequence[Sequence[str]]) -> tuple[list[str], list[str]]:
    """The lines of all pages without page numbers and without what stands at the edge of many pages; and what that was."""
    seen = Counter(_alike(line) for page in pages for line in dict.fromkeys(_edges(page)))
    repeated = {line for line, times in seen.items() if line and times >= max(REPEATED, len(pages) // 2)}
    kept: list[str] = []
    left_out: dict[str, None] = {}
    for page in pages:
        edges = set(_edges(page))
        for line in page:
            if line in edges and _alike(line) in repeated:
                left_out[line.strip()] = None
            elif not (line in edges and line.strip() and _NUMBER.fullmatch(line)):
                kept.append(line.strip())
    return kept, list(left_out)


def paragraphs_of(lines: Iterable[str]) -> list[str]:
    """Lines that a page broke are one paragraph again; a short line that ends a sentence or stands before a new one ends it."""
    found = [line.strip().translate(_LIGATURES) for line in lines]
    widths = sorted(len(line) for line in found if line)
    width = widths[int(len(widths) * 0.9)] if widths else 0
    paragraphs: list[str] = []
    before = ""
    for line in found:
        if line and before and not _closes(before, line, width):
            paragraphs[-1] = _joined(paragraphs[-1], line)
        elif line:
            paragraphs.append(line)
        before = line
    return paragraphs


def _edges(page: Sequence[str]) -> list[str]:
    lines = [line for line in page if line.strip()]
    return [*lines[:_EDGE], *lines[-_EDGE:]] if len(lines) > 2 * _EDGE else []


def _alike(line: str) -> str:
    return _DIGITS.sub("#", " ".join(line.split()))


def _closes(line: str, after: str, width: int) -> bool:
    if _ENDS.search(line):
        return len(line) < _SHORT * width
    return len(line) < _SHORTER * width and not after[0].islower()


def _joined(before: str, line: str) -> str:
    if before.endswith("-") and len(before) > 1 and before[-2].isalpha() and line[0].islower():
        return before[:-1] + line
    return f"{before} {line}"
