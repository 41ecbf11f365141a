"""A passage: the smallest run of sentences around a quote that a person can read alone."""

import re

from quizapp.knowledge.reading.spans import BlockKind, Reading, Span

MOST_SENTENCES = 4
_LEANS = re.compile(
    r"[\"'“”‘’«(\[\s]*(?:(?:however|then|therefore|also|but|and|so|instead|for example|meanwhile|in addition|later),? (?:to )?)?"
    r"(?:he|she|they|it|this|these|those|his|her|their|its|both|the (?:trio|two|three|pair|duo|latter|former)|there,|then|him|them|others?)\b",
    re.IGNORECASE,
)


def passage_of(reading: Reading, span: Span) -> Span:
    """The sentences of the span, with those before that they lean on (at most four together) and no furniture beside them."""
    touched = [
        place for place, sentence in enumerate(reading.sentences) if sentence.span.start < span.end and span.start < sentence.span.end
    ]
    if not touched:
        return span
    first, last = touched[0], touched[-1]
    while last - first + 1 < MOST_SENTENCES and _leans(reading, first):
        first -= 1
    return Span(
        start=min(span.start, reading.sentences[first].span.start),
        end=max(span.end, reading.sentences[last].span.end),
    )


def _leans(reading: Reading, place: int) -> bool:
    sentence = reading.sentences[place]
    if place == 0 or sentence.kind is not BlockKind.BODY or reading.sentences[place - 1].kind is not BlockKind.BODY:
        return False
    return _LEANS.match(reading.text[sentence.span.start : sentence.span.end]) is not None
