"""The sentences of articles as proof is looked for in them: which hold some words, which name something."""

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Evidence
from quizapp.knowledge.reading.passages import passage_of
from quizapp.knowledge.reading.reader import read
from quizapp.knowledge.reading.spans import BlockKind, Reading, Span
from quizapp.questions.words import all_stems, holds_phrase, names_stand

MUCH_LONGER = 8
SAYING = frozenset({BlockKind.BODY, BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.CAPTION})


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """One sentence of an article with its words as stems."""

    article: str
    span: Span
    text: str
    stems: tuple[str, ...]


@lru_cache(maxsize=256)
def reading_of(article: Article) -> Reading:
    """The article's blocks and sentences."""
    return read(article.text, article.title)


@lru_cache(maxsize=256)
def passages_of(article: Article) -> tuple[Passage, ...]:
    """The sentences in which the article says something, in order; no furniture."""
    said = (sentence.span for sentence in reading_of(article).sentences if sentence.kind in SAYING)
    return tuple(_passage(article, span) for span in said)


def _passage(article: Article, span: Span) -> Passage:
    text = article.text[span.start : span.end]
    return Passage(article=article.name, span=span, text=text, stems=all_stems(text))


@lru_cache(maxsize=1_000)
def shown_with(article: Article, evidence: Evidence) -> str:
    """The words that are shown as the proof: the evidence and what a person needs around it."""
    span = passage_of(reading_of(article), Span(start=evidence.start, end=evidence.end))
    return article.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class SentenceIndex:
    """All sentences of a scope, found by the words in them: for each stem the places of its sentences, ascending."""

    passages: tuple[Passage, ...]
    by_stem: Mapping[str, Sequence[int]]
    by_article: Mapping[str, tuple[Passage, ...]]

    def holding(self, wanted: Iterable[str], *, beside: Collection[str] = (), least: int = 0) -> Iterator[Passage]:
        """The sentences with all of these stems and at least so many of those given `beside`, in order."""
        lists = self._lists(wanted)
        if not lists:
            return
        found: Collection[int] = lists[0]
        for others in lists[1:]:
            found = _in_both(found, others)
        if least:  # a sentence with so many of them has one of the rarest, whichever few it lacks
            found = set[int]().union(*(_in_both(found, one) for one in self._lists(beside)[: len(beside) - least + 1]))
        for passage in (self.passages[place] for place in sorted(found)):
            if least <= 1 or len(set(beside).intersection(passage.stems)) >= least:
                yield passage

    def _lists(self, stems: Iterable[str]) -> list[Sequence[int]]:
        """Where each of the stems stands, the rarest first."""
        return sorted((self.by_stem.get(stem, ()) for stem in stems), key=len)

    def at(self, evidence: Evidence) -> Passage | None:
        """The sentence in which the evidence begins; None where no sentence holds it."""
        mine = self.by_article.get(evidence.article, ())
        place = bisect_right(mine, evidence.start, key=lambda one: one.span.start) - 1
        return mine[place] if place >= 0 and evidence.start < mine[place].span.end else None

    def naming(self, form: str, *, beside: Collection[str] = (), least: int = 0) -> Iterator[Passage]:
        """The sentences in which a name stands, written so, and at least so many of the stems given `beside`."""
        phrase = all_stems(form)
        held = (passage for passage in self.holding(phrase, beside=beside, least=least) if holds_phrase(passage.stems, phrase))
        yield from (passage for passage in held if names_stand(form, passage.text))


def _in_both(some: Collection[int], others: Sequence[int]) -> set[int]:
    """The places that stand in both; far longer lists are searched, not gone through."""
    if len(others) <= MUCH_LONGER * len(some):
        return set(some).intersection(others)
    return {place for place in some if (at := bisect_left(others, place)) < len(others) and others[at] == place}


def index_of(articles: Iterable[Article]) -> SentenceIndex:
    """Index every sentence of the articles."""
    passages = tuple(passage for article in articles for passage in passages_of(article))
    postings: dict[str, array[int]] = defaultdict(lambda: array("I"))
    for place, passage in enumerate(passages):
        for stem in set(passage.stems):
            postings[stem].append(place)
    by_article: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        by_article[passage.article].append(passage)
    ordered = {name: tuple(sorted(group, key=lambda one: one.span.start)) for name, group in by_article.items()}
    return SentenceIndex(passages, dict(postings), ordered)
