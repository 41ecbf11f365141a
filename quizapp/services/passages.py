"""Passages as pages show them: the words that count marked, the article named, an anchor that lands on them."""

from collections.abc import Sequence

from quizapp.knowledge.article import Article
from quizapp.knowledge.claim import Claim
from quizapp.knowledge.reading.passages import passage_of
from quizapp.knowledge.reading.spans import Span
from quizapp.questions.passages import reading_of
from quizapp.services.known import Known
from quizapp.services.marks import anchor_at, cut
from quizapp.services.views import PassageView, Segment

PROOF = "proof"
OTHER = "other"


def show_claim(known: Known, claim: Claim, *, mark: str = PROOF) -> PassageView:
    """The passage around a claim's evidence."""
    article = known.article(claim.evidence.article)
    span = Span(start=claim.evidence.start, end=claim.evidence.end)
    return show(known, article, passage_around(article, span), (span,), value=claim_value(claim), mark=mark)


def passage_around(article: Article, span: Span) -> Span:
    """What is shown around these words."""
    return passage_of(reading_of(article), span)


def show(known: Known, article: Article, passage: Span, marked: Sequence[Span], *, value: str, mark: str = PROOF) -> PassageView:
    """A passage of any revision of an article; words marked outside of it are left out, an older revision has no anchor.

    A teacher's own article has no page that others may open, so no slug leads there.
    """
    inside = [span for span in marked if span.start < passage.end and passage.start < span.end]
    current = known.scope.articles.get(article.name)
    is_current = current is not None and current.text == article.text
    return PassageView(
        segments=_joined(article.text, passage, inside, mark),
        article_title=article.title,
        article_slug="" if article.name in known.own else article.slug,
        anchor=anchor_at(known.marks[article.name], marked[0]) if is_current else "",
        value=value,
    )


def claim_value(claim: Claim) -> str:
    """What the claim says, in words: its value, or that it is denied."""
    shown = claim.value.display()
    return f"not {shown}" if claim.modality == "negated" else shown


def _joined(text: str, passage: Span, inside: Sequence[Span], mark: str) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    for piece in cut(passage, inside):
        pen = mark if any(span.covers(piece) for span in inside) else ""
        words = text[piece.start : piece.end]
        if segments and segments[-1].mark == pen:
            segments[-1] = Segment(text=segments[-1].text + words, mark=pen)
        else:
            segments.append(Segment(text=words, mark=pen))
    return tuple(segments)
