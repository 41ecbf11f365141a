"""Reading a text: its blocks, its sentences, and what each of them is."""

from quizapp.knowledge.fold import fold
from quizapp.knowledge.reading.boundaries import sentence_ends
from quizapp.knowledge.reading.furniture import (
    LONGEST_HEADLINE,
    is_bare_name,
    is_blurb,
    is_closed,
    is_open_line,
    kind_by_form,
    opens_references,
)
from quizapp.knowledge.reading.paragraphs import Paragraph, paragraphs, trimmed
from quizapp.knowledge.reading.pasted import pasted_parts
from quizapp.knowledge.reading.spans import Block, BlockKind, Reading, Sentence


def read(text: str, title: str | None = None) -> Reading:
    """Find the blocks and sentences of any text, in time linear in its length; `title` is the display title, if known."""
    parts = paragraphs(text)
    words = [text[part.span.start : part.span.end] for part in parts]
    kinds = _kinds(parts, words, title)
    blocks = tuple(Block(span=part.span, kind=kind) for part, kind in zip(parts, kinds, strict=True))
    sentences = tuple(sentence for number, block in enumerate(blocks) for sentence in _sentences(text, block, number))
    return Reading(text=text, blocks=blocks, sentences=sentences)


def _kinds(parts: tuple[Paragraph, ...], words: list[str], title: str | None) -> list[BlockKind]:
    kinds = [kind_by_form(each) for each in words]
    _mark_headline(kinds, words, title)
    _mark_references(kinds, words)
    _mark_captions_before_captions(kinds, words, parts)
    _mark_authors(kinds, words)
    return [kind or _open_or_body(each, len(words)) for kind, each in zip(kinds, words, strict=True)]


def _open_or_body(words: str, count: int) -> BlockKind:
    if count > 1 and is_open_line(words):
        return BlockKind.LINK if " | " in words else BlockKind.HEADING
    return BlockKind.BODY


def _mark_headline(kinds: list[BlockKind | None], words: list[str], title: str | None) -> None:
    wanted = fold(title) if title else ""
    for place, each in enumerate(words):
        if wanted and kinds[place] is None and len(each) <= 2 * len(title or "") + 20 and fold(each) == wanted:
            kinds[place] = BlockKind.HEADLINE
    if len(words) > 1 and kinds[0] is None and is_open_line(words[0], longest=LONGEST_HEADLINE):
        kinds[0] = BlockKind.HEADLINE


def _mark_references(kinds: list[BlockKind | None], words: list[str]) -> None:
    within = False
    for place, each in enumerate(words):
        if opens_references(each):
            within = True
            kinds[place] = BlockKind.REFERENCE
        elif within and (kinds[place] is None) and len(each) <= 400:
            kinds[place] = BlockKind.REFERENCE
        elif len(each) > 400:
            within = False


def _mark_captions_before_captions(kinds: list[BlockKind | None], words: list[str], parts: tuple[Paragraph, ...]) -> None:
    for place in range(len(words) - 2, -1, -1):
        next_is_caption = kinds[place + 1] in {BlockKind.CAPTION, BlockKind.CREDIT}
        together = parts[place].group == parts[place + 1].group
        if kinds[place] is None and next_is_caption and not is_closed(words[place]) and (together or len(words[place]) > 90):
            kinds[place] = BlockKind.CAPTION


def _mark_authors(kinds: list[BlockKind | None], words: list[str]) -> None:
    for place in range(len(words) - 1):
        if kinds[place] is None and is_bare_name(words[place]) and kinds[place + 1] is None and is_blurb(words[place + 1]):
            kinds[place], kinds[place + 1] = BlockKind.BYLINE, BlockKind.BLURB


def _sentences(text: str, block: Block, number: int) -> list[Sentence]:
    found: list[Sentence] = []
    for start, end, kind in pasted_parts(text, block):
        begin = start
        for stop in (*sentence_ends(text, start, end), end):
            span = trimmed(text, begin, stop)
            if span is not None:
                found.append(Sentence(span=span, block=number, kind=kind))
            begin = stop
    return found
