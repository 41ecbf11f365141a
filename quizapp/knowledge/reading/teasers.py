"""Sentences at the end of a paragraph that invite to another story."""

import re
from dataclasses import replace

from quizapp.knowledge.reading.spans import BlockKind, Sentence

_QUESTION = re.compile(r"(?:What|How|Who|Why|When|Where|Which|Can|Will|Should|Do|Does|Did|Is|Are)\b[^\"“”«»?]{1,90}\?")
_READER = re.compile(r"\b(?:we|you|us|your|our)\b")
_ANNOUNCEMENT = re.compile(r"[A-Z][\w’']*(?: [A-Z][\w’']*)* (?:is|are) (?:going|set|about|ready) to [^,;:\"“”]{1,70}[.!]")


def mark_teasers(text: str, sentences: list[Sentence]) -> list[Sentence]:
    """The sentences of one paragraph, where a closing question to the reader, and a headline right before it, are links."""
    last = len(sentences) - 1
    if last < 1 or sentences[last].kind is not BlockKind.BODY or not _is_teaser(_words(text, sentences[last])):
        return sentences
    first = last - 1 if last > 1 and _ANNOUNCEMENT.fullmatch(_words(text, sentences[last - 1])) else last
    return sentences[:first] + [replace(sentence, kind=BlockKind.LINK) for sentence in sentences[first:]]


def _is_teaser(words: str) -> bool:
    return _QUESTION.fullmatch(words) is not None and _READER.search(words) is not None


def _words(text: str, sentence: Sentence) -> str:
    return text[sentence.span.start : min(sentence.span.end, sentence.span.start + 200)]
