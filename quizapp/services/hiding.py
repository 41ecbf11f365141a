"""What an article's page keeps from a player who still has open questions on it."""

from collections.abc import Iterable, Sequence

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Evidence
from quizapp.knowledge.reading.spans import Span
from quizapp.services.known import Known
from quizapp.storage.withheld import AskedNow


def is_asked(known: Known, article: Article, asked: Iterable[AskedNow]) -> bool:
    """Whether a question not told yet rests on words of this article, or another article's question on a fact it speaks of."""
    return bool(_spans(known, article, [one for one in asked if not one.told]))


def anchors_left(known: Known, article: Article, asked: Sequence[AskedNow]) -> frozenset[str]:
    """The anchors that the proofs of questions already told link to, without any that touches the words of another."""
    closed = _spans(known, article, [one for one in asked if not one.told])
    told = _spans(known, article, [one for one in asked if one.told])
    marks = (mark for mark in known.marks[article.name] if mark.span in told)
    return frozenset(mark.anchor for mark in marks if not any(_touch(mark.span, span) for span in closed))


def _spans(known: Known, article: Article, asked: Iterable[AskedNow]) -> frozenset[Span]:
    return frozenset(
        Span(start=evidence.start, end=evidence.end)
        for one in asked
        for evidence in _evidence(known, one)
        if evidence.article == article.name
    )


def _evidence(known: Known, asked: AskedNow) -> Iterable[Evidence]:
    fact, item = known.scope.fact(asked.fact), known.versions.get(asked.version)
    yield from (claim.evidence for claim in (fact.claims if fact else ()))
    yield from (item.value.evidence if item else ())


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
