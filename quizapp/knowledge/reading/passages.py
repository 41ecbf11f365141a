"""A passage: the smallest run of sentences around a quote that a person can read alone."""

from quizapp.knowledge.reading.quotations import goes_on_from_before, is_open_at
from quizapp.knowledge.reading.references import begins_with_a_pointer, begins_with_a_pronoun, open_references, resolves
from quizapp.knowledge.reading.spans import BlockKind, Reading, Sentence, Span

MOST_SENTENCES = 4
_INTRODUCES = (",", ":")
_OPENING = '“«„"'
_LOOK_BACK = 12
_LONGEST_QUOTING = 10_000


def passage_of(reading: Reading, span: Span) -> Span:
    """The sentences of the span and those they cannot be read without, at most four together; furniture only where the span lies in it.

    The same passage comes from every quote within it that spans its first to its last sentence, and from itself.
    """
    touched = _touched(reading, span)
    if not touched:
        return span
    first, last = touched[0], touched[-1]
    while last - first + 1 < MOST_SENTENCES:
        grown = _grown(reading, first, last)
        if grown == (first, last):
            break
        first, last = grown
    return Span(
        start=min(span.start, reading.sentences[first].span.start),
        end=max(span.end, reading.sentences[last].span.end),
    )


def _touched(reading: Reading, span: Span) -> range:
    """The numbers of the sentences that the span shares a character with, found by halving."""
    sentences = reading.sentences
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].span.end <= span.start:
            low = middle + 1
        else:
            high = middle
    last = low
    while last < len(sentences) and sentences[last].span.start < span.end:
        last += 1
    return range(low, last)


def _grown(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The run made longer by what it lacks most: a sentence before, the one that names what it speaks of, or the end of a quotation."""
    if reading.sentences[first].kind is not BlockKind.BODY or reading.sentences[last].kind is not BlockKind.BODY:
        return first, last
    if _leans_back(reading, first):
        return first - 1, last
    named = _naming(reading, first, last)
    if named is not None:
        return named, last
    if _goes_on(reading, last):
        return first, last + 1
    return first, last


def _leans_back(reading: Reading, place: int) -> bool:
    if not _joined(reading, place - 1, place):
        return False
    words = _words(reading, place)
    if begins_with_a_pronoun(words):
        return True
    if reading.sentences[place - 1].block != reading.sentences[place].block:
        return _words(reading, place - 1).endswith(_INTRODUCES) or _continues(reading, reading.sentences[place].block)
    return begins_with_a_pointer(words) or _within_quotation(reading, place, at_end=False)


def _naming(reading: Reading, first: int, last: int) -> int | None:
    """The nearest sentence before, of the same paragraph, that resolves what the run leaves open."""
    for reference in open_references([_words(reading, place) for place in range(first, last + 1)]):
        reach = range(first - 1, max(last - MOST_SENTENCES, -1), -1)
        for place in reach:
            if not _joined(reading, place, place + 1) or reading.sentences[place].block != reading.sentences[first].block:
                break
            if resolves(_words(reading, place), reference):
                return place
    return None


def _goes_on(reading: Reading, place: int) -> bool:
    """Whether a quotation is still open at the sentence's end and ends in the same paragraph."""
    following = place + 1
    if following >= len(reading.sentences) or reading.sentences[following].block != reading.sentences[place].block:
        return False
    return _joined(reading, place, following) and _within_quotation(reading, place, at_end=True)


def _joined(reading: Reading, one: int, other: int) -> bool:
    """Whether two sentences that follow one another are both body, in one paragraph or in neighbouring ones."""
    if one < 0:
        return False
    before, after = reading.sentences[one], reading.sentences[other]
    return before.kind is BlockKind.BODY and after.kind is BlockKind.BODY and after.block - before.block <= 1


def _within_quotation(reading: Reading, place: int, *, at_end: bool) -> bool:
    sentence = reading.sentences[place]
    where = sentence.span.end if at_end else sentence.span.start
    first = max(0, place - _LOOK_BACK)
    while reading.sentences[first].block != sentence.block:
        first += 1
    start = reading.sentences[first].span.start
    from_before = start == reading.blocks[sentence.block].span.start and _continues(reading, sentence.block)
    return is_open_at(reading.text, start, where, depth=int(from_before and reading.text[start] not in _OPENING))


def _continues(reading: Reading, block: int) -> bool:
    """Whether a quotation that the paragraph before leaves open goes on in this one."""
    if block == 0 or reading.blocks[block - 1].kind is not BlockKind.BODY:
        return False
    above, here = reading.blocks[block - 1].span, reading.blocks[block].span
    if above.end - above.start > _LONGEST_QUOTING or here.end - here.start > _LONGEST_QUOTING:
        return False
    return is_open_at(reading.text, above.start, above.end) and goes_on_from_before(reading.text, here.start, here.end)


def _words(reading: Reading, place: int) -> str:
    sentence: Sentence = reading.sentences[place]
    return reading.text[sentence.span.start : sentence.span.end]
