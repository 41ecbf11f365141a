"""From a text to its paragraphs: lines, with hard-wrapped ones put together again."""

import re
from dataclasses import dataclass

from quizapp.knowledge.reading.spans import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_WRAP_WIDTHS = range(45, 121)


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """A run of lines without the white space around it; `group` counts the runs of lines with no empty line between."""

    span: Span
    group: int


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Every non-space character of the text lies in exactly one paragraph; paragraphs are in order."""
    found: list[Paragraph] = []
    for number, lines in enumerate(_groups(text)):
        spans = [Span(start=lines[0].start, end=lines[-1].end)] if _is_wrapped(text, lines) else lines
        found.extend(Paragraph(span=span, group=number) for span in spans)
    return tuple(found)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends; None when nothing is left."""
    inner = text[start:end]
    left = len(inner) - len(inner.lstrip())
    right = len(inner.rstrip())
    return Span(start=start + left, end=start + right) if right > left else None


def _groups(text: str) -> list[list[Span]]:
    groups: list[list[Span]] = []
    last_end = None
    for line in _LINE.finditer(text):
        span = trimmed(text, line.start(), line.end())
        if span is None:
            last_end = None
            continue
        if last_end is None or _empty_line_between(text, last_end, line.start()):
            groups.append([])
        groups[-1].append(span)
        last_end = line.end()
    return groups


def _empty_line_between(text: str, start: int, end: int) -> bool:
    breaks = text[start:end].replace("\r\n", "\n")
    return len(breaks) > 1


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether an editor broke the lines at a width: no line had room for the first word of the next."""
    if len(lines) < 2:
        return False
    widths = [line.end - line.start for line in lines]
    width = max(widths)
    if width not in _WRAP_WIDTHS or _ENDS_SENTENCE.search(text[lines[0].start : lines[0].end][-4:]):
        return False
    if len(lines) < 4 and not any(text[line.start].islower() for line in lines[1:]):
        return False
    return all(
        size + 1 + len(text[after.start : after.end].split(None, 1)[0]) > width - 2 for size, after in zip(widths, lines[1:], strict=False)
    )
