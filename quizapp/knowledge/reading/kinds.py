"""What each paragraph of a text is, by its own words and by what stands around it."""

from quizapp.knowledge.fold import fold
from quizapp.knowledge.reading.furniture import (
    LONGEST_HEADLINE,
    has_inner_stop,
    heads_blurb,
    heads_references,
    is_bare_name,
    is_blurb,
    is_closed,
    is_open_line,
    is_plain_blurb,
    kind_by_form,
)
from quizapp.knowledge.reading.paragraphs import Paragraph
from quizapp.knowledge.reading.spans import BlockKind

_LONGEST_REFERENCE = 400
_MOST_BODY_AFTER_A_BLURB = 300
_MOST_PULL_QUOTES = 50
_REPEATED = 60


def kinds_of(text: str, parts: tuple[Paragraph, ...], title: str | None) -> list[BlockKind]:
    """The kind of each paragraph."""
    words = [text[part.span.start : part.span.end] for part in parts]
    kinds = [kind_by_form(each) for each in words]
    _mark_headline(kinds, words, title)
    _mark_references(kinds, words)
    _mark_pull_quotes(kinds, words, text)
    _mark_captions_before_captions(kinds, words, parts)
    _mark_authors(kinds, words)
    return [kind or _open_or_body(each, len(words)) for kind, each in zip(kinds, words, strict=True)]


def _open_or_body(words: str, count: int) -> BlockKind:
    if count > 1 and is_open_line(words):
        return BlockKind.LINK if " | " in words else BlockKind.HEADING
    return BlockKind.BODY


def _mark_headline(kinds: list[BlockKind | None], words: list[str], title: str | None) -> None:
    wanted = fold(title[:LONGEST_HEADLINE]) if title else ""
    for place, each in enumerate(words):
        if wanted and kinds[place] is None and len(each) <= LONGEST_HEADLINE and fold(each) == wanted:
            kinds[place] = BlockKind.HEADLINE
    if len(words) > 1 and kinds[0] is None and is_open_line(words[0], longest=LONGEST_HEADLINE):
        kinds[0] = BlockKind.HEADLINE


def _mark_references(kinds: list[BlockKind | None], words: list[str]) -> None:
    """After "References" or the like all short paragraphs are references, until a long one."""
    within = False
    for place, each in enumerate(words):
        if heads_references(each):
            within = True
            kinds[place] = BlockKind.REFERENCE
        elif len(each) > _LONGEST_REFERENCE:
            within = False
        elif within and kinds[place] is None:
            kinds[place] = BlockKind.REFERENCE


def _mark_captions_before_captions(kinds: list[BlockKind | None], words: list[str], parts: tuple[Paragraph, ...]) -> None:
    """A line without a final stop right above a caption or credit describes the same picture."""
    for place in range(len(words) - 2, -1, -1):
        next_is_caption = kinds[place + 1] in {BlockKind.CAPTION, BlockKind.CREDIT}
        together = parts[place].group == parts[place + 1].group
        if kinds[place] is None and next_is_caption and not is_closed(words[place]) and (together or len(words[place]) > 90):
            kinds[place] = BlockKind.CAPTION


def _mark_authors(kinds: list[BlockKind | None], words: list[str]) -> None:
    """A name and what is said of its bearer, where hardly anything but furniture comes after."""
    body_after = 0
    for place in range(len(words) - 1, 0, -1):
        if body_after > _MOST_BODY_AFTER_A_BLURB:
            return
        name = kinds[place - 1] is None and is_bare_name(words[place - 1])
        if kinds[place] is None and ((name and is_blurb(words[place])) or heads_blurb(words[place - 1]) or is_plain_blurb(words[place])):
            kinds[place] = BlockKind.BLURB
            if name or heads_blurb(words[place - 1]):
                kinds[place - 1] = BlockKind.BYLINE
        body_after += len(words[place]) if kinds[place] is None else 0


def _mark_pull_quotes(kinds: list[BlockKind | None], words: list[str], text: str) -> None:
    """Sentences that stand in the text elsewhere too, with a name in place of the last full stop."""
    open_ones = [place for place, each in enumerate(words) if kinds[place] is None and not is_closed(each) and has_inner_stop(each)]
    for place in open_ones[:_MOST_PULL_QUOTES]:
        start = words[place][:_REPEATED]
        if len(start) == _REPEATED and text.count(start) > 1:
            kinds[place] = BlockKind.PULL_QUOTE
