"""The parts of a text of record; all offsets are code points of the article's text."""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a run of text is; only BODY gives claims, keys and distractors."""

    HEADLINE = "headline"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    BLURB = "blurb"
    FORM = "form"
    LINK = "link"
    SOCIAL = "social"
    DATELINE = "dateline"
    PULL_QUOTE = "pull_quote"
    REFERENCE = "reference"


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Span:
    """`text[start:end]` of an article."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no span: {self.start}-{self.end}")

    def covers(self, other: "Span") -> bool:
        """Whether the other lies within."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """One sentence without the white space around it; `block` numbers the paragraph it stands in, from 0."""

    span: Span
    block: int
    kind: BlockKind


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """A paragraph or other run of lines, without the white space around it."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """Blocks and sentences of one text, in order; every sentence lies in its block."""

    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]

    def body(self) -> tuple[Sentence, ...]:
        """The sentences that may give claims."""
        return tuple(sentence for sentence in self.sentences if sentence.kind is BlockKind.BODY)
