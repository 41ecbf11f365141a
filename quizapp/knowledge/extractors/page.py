"""A page: everything known of one article before claims are drawn from it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from quizapp.knowledge.article import Article
from quizapp.knowledge.extractors import model
from quizapp.knowledge.extractors.clauses import Clause, find_clauses
from quizapp.knowledge.extractors.cleaning import pieces
from quizapp.knowledge.extractors.mending import mend
from quizapp.knowledge.extractors.mentions import find_mentions
from quizapp.knowledge.extractors.naming import ArticleNames, name_article
from quizapp.knowledge.extractors.tree import Tree, Word
from quizapp.knowledge.reading.reader import read
from quizapp.knowledge.reading.spans import Reading, Sentence
from quizapp.knowledge.values.base import Value, ValueType
from quizapp.knowledge.values.spotting import spot

LONG_QUOTE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A typed value in the text and the words it covers; `head` is the one the others hang from."""

    start: int
    end: int
    type: ValueType
    value: Value | None
    written: str
    words: tuple[Word, ...]

    @property
    def head(self) -> Word:
        mine = {word.place for word in self.words}
        return next(word for word in self.words if word.head.place not in mine or word.head is word)


@dataclass(frozen=True, kw_only=True)
class Page:
    """One article with its reading, its parse, its names, values and clauses."""

    article: Article
    reading: Reading
    sentences: tuple[Sentence, ...]
    tree: Tree
    names: ArticleNames

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        return find_clauses(self.tree)

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Every typed value that stands in words of the parse."""
        return tuple(self._spots())

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.tree.words]

    @cached_property
    def _spot_at(self) -> dict[int, Spot]:
        return {word.place: spot for spot in self.spots for word in spot.words}

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """Spans of the text in double quotation marks."""
        return tuple(_quotations(self.article.text))

    def spot_at(self, word: Word) -> Spot | None:
        """The value that this word belongs to."""
        return self._spot_at.get(word.place)

    def between(self, start: int, end: int) -> Sequence[Word]:
        """The words that lie wholly in a span of the text."""
        first, last = bisect_left(self._starts, start), bisect_right(self._starts, end - 1)
        return [word for word in self.tree.words[first:last] if word.end <= end]

    def in_quotes(self, word: Word) -> bool:
        """Whether the word stands in a quotation of more than a title's length."""
        return any(start <= word.start and word.end <= end for start, end in self.quoted)

    def _spots(self) -> Iterator[Spot]:
        for sentence in self.sentences:
            span = sentence.span
            for found in spot(self.article.text[span.start : span.end], self.article.date):
                start, end = span.start + found.start, span.start + found.end
                words = self.between(start, end)
                if words:
                    yield Spot(start=start, end=end, type=found.type, value=found.value, written=found.written.strip(), words=tuple(words))


def open_pages(articles: Iterable[Article]) -> Iterator[Page]:
    """Read and parse articles, each once, in the order given; raises ModelMissingError."""
    waiting: list[tuple[Article, Reading, list[Sentence]]] = []

    def prepared() -> Iterator[list[model.Piece]]:
        for article in articles:
            reading = read(article.text, article.title)
            texts, sentences = pieces(reading)
            waiting.append((article, reading, sentences))
            yield texts

    for tree in model.parse(prepared()):
        article, reading, sentences = waiting.pop(0)
        mend(tree)
        names = name_article(article.text, find_mentions(tree), article.title)
        yield Page(article=article, reading=reading, sentences=tuple(sentences), tree=tree, names=names)


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """Runs in double quotation marks within a paragraph; one that closes what an earlier paragraph opened begins with its paragraph."""
    opened: int | None = None
    begin = 0
    for place, sign in enumerate(text):
        if sign == "\n":
            if opened is not None and place - opened > LONG_QUOTE:
                yield opened, place
            opened, begin = None, place + 1
        elif sign in "“«" or (sign == '"' and opened is None and _looks_open(text, place)):
            opened = place
        elif sign in '”»"':
            start = opened if opened is not None else begin
            if place - start > LONG_QUOTE:
                yield start, place + 1
            opened = None
            begin = place + 1


def _looks_open(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return (not before or before.isspace() or before in "([—–-") and not after.isspace()
