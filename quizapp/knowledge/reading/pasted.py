"""Furniture inside a paragraph: date stamps, the remains of a tweet, related links, a headline with no full stop."""

import re

from quizapp.knowledge.reading.abbreviations import SPEECH_VERBS, STARTERS
from quizapp.knowledge.reading.spans import Block, BlockKind

_CUTS = (
    (BlockKind.DATELINE, re.compile(r"\A(?i:date|published|updated):? \d{4}-\d\d-\d\d(?=\s)")),
    (
        BlockKind.SOCIAL,
        re.compile(
            r"[—–] [^—–.!?()@\n]{1,60}\(@\w{1,30}\)(?: [A-Z][a-z]{2,8}\.? \d{1,2},?(?: \d{4})?)?"
            r"|pic\.twitter\.com/\w{1,30}|https://t\.co/\w{1,30}"
        ),
    ),
    (
        BlockKind.LINK,
        re.compile(
            r"(?<=\s)(?:See also|Read also|Also read|Read more|Read next|Related|READ MORE|SEE ALSO|RELATED)(?: ?:|\s{2,})"
            r"[^.!?\n]{1,200}(?:[.!?](?=\s|$)|$)"
        ),
    ),
)
_WORD = r"[A-Z][\w.'’-]{1,20}"
_DATELINE = re.compile(
    rf"\A{_WORD}(?: {_WORD}){{0,2}}(?P<region>, {_WORD}(?: {_WORD}){{0,2}})?(?:,? [A-Z][a-z]{{2,8}}\.? \d{{1,2}})?"
    r"(?P<agency> \([A-Z][\w ]{1,20}\))? ?(?:—|–|-{1,2}) (?=[“\"A-Z])"
)
_BARE_NOUN = re.compile(r"\A(?P<first>[A-Z][a-z]+) [a-z]+[a-rt-z] (?:that|which|who|to|will|has|gets|is|sees|wins|set)\b")
_NAME_AND_VERB = re.compile(
    r"(?P<head>.{25,140}? (?P<last>[a-z]{3,}) )(?P<name>[A-Z]\w+)(?: and [A-Z]\w+)? "
    r"(?:[a-z]{2,}ed|was|were|is|are|has|have|had|said|will|began|went|took|made|left|came|told)\b"
)
_CAUSED = re.compile(r"\b(?:has|have|gets|sees|with) (?:[\w-]+ ){1,3}\w+(?:ed|wn|en) $")


def pasted_parts(text: str, block: Block, *, opening: bool) -> list[tuple[int, int, BlockKind]]:
    """The block cut into runs of one kind, in order, with nothing left out; only the `opening` one may begin with a place."""
    if block.kind is not BlockKind.BODY:
        return [(block.span.start, block.span.end, block.kind)]
    words = text[block.span.start : block.span.end]
    cuts = sorted(_cuts(words, opening=opening, known=text))
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


def _cuts(words: str, *, opening: bool, known: str) -> list[tuple[int, int, BlockKind]]:
    cuts = [(found.start(), found.end(), kind) for kind, pattern in _CUTS for found in pattern.finditer(words)]
    dateline = _DATELINE.match(words) if opening else None
    if dateline and (dateline["region"] or dateline["agency"] or words[:3].isupper()):
        cuts.append((0, dateline.end(), BlockKind.DATELINE))
    headline = _headline_end(words, known)
    if headline:
        cuts.append((0, headline, BlockKind.LINK))
    return cuts


def _headline_end(words: str, known: str) -> int:
    """Where a headline ends that runs into the first sentence: "Danish film that … gets details revealed Berg and Holm flew …".

    It begins as headlines do, with a bare noun, and stops before a name, met elsewhere too, that has a verb of its own.
    """
    bare = _BARE_NOUN.match(words)
    if bare is None or bare["first"].lower() in STARTERS:
        return 0
    found = _NAME_AND_VERB.match(words[:250])
    if found is None or (found["last"] in SPEECH_VERBS and not _CAUSED.search(found["head"])):
        return 0
    return found.end("head") if known.count(found["name"]) > 1 else 0
