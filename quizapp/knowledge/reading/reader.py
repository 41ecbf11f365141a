"""Reading a text: its blocks, its sentences, and what each of them is."""

from quizapp.knowledge.reading.boundaries import sentence_ends
from quizapp.knowledge.reading.kinds import kinds_of
from quizapp.knowledge.reading.paragraphs import paragraphs, trimmed
from quizapp.knowledge.reading.pasted import pasted_parts
from quizapp.knowledge.reading.spans import Block, BlockKind, Reading, Sentence
from quizapp.knowledge.reading.teasers import mark_teasers


def read(text: str, title: str | None = None) -> Reading:
    """Find the blocks and sentences of any text, in time linear in its length; `title` is the display title, if known."""
    parts = paragraphs(text)
    kinds = kinds_of(text, parts, title)
    blocks = tuple(Block(span=part.span, kind=kind) for part, kind in zip(parts, kinds, strict=True))
    opening = next((number for number, kind in enumerate(kinds) if kind is BlockKind.BODY), -1)
    sentences = (_sentences(text, block, number, opening=number == opening) for number, block in enumerate(blocks))
    return Reading(text=text, blocks=blocks, sentences=tuple(sentence for some in sentences for sentence in some))


def _sentences(text: str, block: Block, number: int, *, opening: bool) -> list[Sentence]:
    found: list[Sentence] = []
    for start, end, kind in pasted_parts(text, block, opening=opening):
        begin = start
        for stop in (*sentence_ends(text, start, end), end):
            span = trimmed(text, begin, stop)
            if span is not None:
                found.append(Sentence(span=span, block=number, kind=kind))
            begin = stop
    return mark_teasers(text, found)
