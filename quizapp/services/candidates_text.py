"""A teacher's article as text to mark in: every run knows where it begins, in code points, and which questions rest on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.knowledge.article import Article
from quizapp.knowledge.reading.spans import BlockKind, Span
from quizapp.questions.passages import passages_of
from quizapp.services.known import Known
from quizapp.services.marking import show_blocks
from quizapp.services.marks import cut
from quizapp.services.passages import OTHER, PROOF
from quizapp.storage.bank_values import StoredEvidence

FEWEST_WORDS = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """The evidence of a question, with its number where it has one."""

    evidence: tuple[StoredEvidence, ...]
    number: int = 0
    disputed: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class TextRun:
    """A run of the text from code point `at` on; `numbers` are those of the questions whose words end here."""

    text: str
    at: int
    mark: str = ""
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class TextBlock:
    """A block of the text; `heading` when it is one, `aside` when it is no part of the story."""

    runs: tuple[TextRun, ...]
    heading: bool
    aside: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class SentenceChoice:
    """A sentence that somebody may ask about."""

    start: int
    end: int
    text: str


def mark_text(known: Known, article: Article, words: Sequence[Words]) -> tuple[TextBlock, ...]:
    """The whole text in blocks, with the words that questions rest on marked and numbered."""
    spans = [(Span(start=one.start, end=one.end), word) for word in words for one in _here(article, word)]
    return tuple(_block(article, span, kind, spans) for span, kind in _blocks(known, article))


def sentences_of(article: Article) -> tuple[SentenceChoice, ...]:
    """The sentences in which the article says something, in order, each wording once; a credit of a word or two says nothing."""
    said = {" ".join(one.text.split()): one.span for one in reversed(passages_of(article))}
    told = sorted(said.items(), key=lambda one: one[1].start)
    return tuple(SentenceChoice(start=span.start, end=span.end, text=text) for text, span in told if len(text.split()) >= FEWEST_WORDS)


def _here(article: Article, word: Words) -> Iterator[Span]:
    for one in word.evidence:
        if one.evidence.holds_in(article) and one.evidence.article == article.name:
            yield Span(start=one.evidence.start, end=one.evidence.end)


def _blocks(known: Known, article: Article) -> Iterator[tuple[Span, BlockKind]]:
    at = 0
    blocks, _tail = show_blocks(known, article, frozenset())
    for block in blocks:
        start = at + len(block.gap)
        at = start + sum(len(run.text) for run in block.runs)
        yield Span(start=start, end=at), BlockKind(block.kind)


def _block(article: Article, block: Span, kind: BlockKind, spans: Sequence[tuple[Span, Words]]) -> TextBlock:
    inside = [(span, word) for span, word in spans if span.start < block.end and block.start < span.end]
    pieces = cut(block, [span for span, _ in inside])
    return TextBlock(
        runs=tuple(_run(article, piece, inside, last=piece.end == block.end) for piece in pieces),
        heading=kind in {BlockKind.HEADLINE, BlockKind.HEADING},
        aside=kind not in {BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.BODY},
    )


def _run(article: Article, piece: Span, spans: Sequence[tuple[Span, Words]], *, last: bool) -> TextRun:
    covering = [word for span, word in spans if span.covers(piece)]
    ending = [word.number for span, word in spans if span.end == piece.end or (last and span.end > piece.end and span.start < piece.end)]
    mark = (OTHER if any(word.disputed for word in covering) else PROOF) if covering else ""
    return TextRun(text=article.text[piece.start : piece.end], at=piece.start, mark=mark, numbers=tuple(sorted(set(ending) - {0})))
