"""An article's text in blocks and runs, its evidence marked and noted in the margin, not one character lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.knowledge.article import Article
from quizapp.knowledge.fact import Verdict
from quizapp.knowledge.reading.spans import BlockKind, Span
from quizapp.questions.passages import reading_of
from quizapp.services.known import Known, Place
from quizapp.services.marks import Mark, anchor_at, cut
from quizapp.services.passages import OTHER, PROOF, show_claim
from quizapp.services.proofs import first_of_each_article
from quizapp.services.views import BlockView, MarginNote, MarkedRun, PassageView


@dataclass(frozen=True, kw_only=True, slots=True)
class _Page:
    article: Article
    marks: tuple[Mark, ...]
    notes: tuple[tuple[Place, MarginNote], ...]
    marked: bool


def show_blocks(known: Known, article: Article, only: frozenset[str] | None = None) -> tuple[tuple[BlockView, ...], str]:
    """The article's blocks, and the white space after the last; with `only`, no marks and notes but these anchors."""
    marks = tuple(mark for mark in known.marks[article.name] if only is None or mark.anchor in only)
    notes = _notes(known, article, marks) if only is None else ()
    page = _Page(article=article, marks=marks, notes=notes, marked=only is None)
    views: list[BlockView] = []
    done = 0
    for span, kind in _parts(article):
        views.append(_block(page, span, kind, article.text[done : span.start]))
        done = span.end
    return tuple(views), article.text[done:]


def _parts(article: Article) -> Iterator[tuple[Span, BlockKind]]:
    """The blocks, and as body text whatever words stand between them."""
    done = 0
    for block in reading_of(article).blocks:
        yield from _words_between(article.text, done, block.span.start)
        yield block.span, block.kind
        done = block.span.end
    yield from _words_between(article.text, done, len(article.text))


def _words_between(text: str, start: int, end: int) -> Iterator[tuple[Span, BlockKind]]:
    words = text[start:end]
    if words.strip():
        begin = start + len(words) - len(words.lstrip())
        yield Span(start=begin, end=begin + len(words.strip())), BlockKind.BODY


def _block(page: _Page, span: Span, kind: BlockKind, gap: str) -> BlockView:
    inside = [mark for mark in page.marks if mark.span.start < span.end and span.start < mark.span.end]
    pieces = cut(span, [mark.span for mark in inside])
    notes = tuple(note for place, note in page.notes if span.start <= _last(place) < span.end)
    runs = tuple(_run(page, piece, inside, span) for piece in pieces)
    return BlockView(kind=kind.value, runs=runs, notes=notes, gap=gap)


def _run(page: _Page, piece: Span, marks: Sequence[Mark], block: Span) -> MarkedRun:
    covering = [mark for mark in marks if mark.span.covers(piece)]
    begins = tuple(mark.anchor for mark in covering if _begins(page, mark, piece, block))
    ends = tuple(note.number for place, note in page.notes if piece.start <= _last(place) < piece.end)
    pen = _pen(page, piece) if covering and page.marked else ""
    return MarkedRun(text=page.article.text[piece.start : piece.end], mark=pen, anchors=begins, notes=ends)


def _begins(page: _Page, mark: Mark, piece: Span, block: Span) -> bool:
    """Whether the mark begins with this piece; one that begins in the white space before a block begins with the block."""
    before = page.article.text[mark.span.start : piece.start]
    return mark.span.start == piece.start or (piece.start == block.start and not before.strip())


def _pen(page: _Page, piece: Span) -> str:
    disputed = any(
        place.fact.verdict is Verdict.DISPUTED and place.claim.evidence.start <= piece.start and piece.end <= place.claim.evidence.end
        for place, _ in page.notes
    )
    return OTHER if disputed else PROOF


def _last(place: Place) -> int:
    """The last letter of a claim's words: its note stands beside that block."""
    return place.claim.evidence.start + len(place.claim.evidence.quote.rstrip()) - 1


def _notes(known: Known, article: Article, marks: Sequence[Mark]) -> tuple[tuple[Place, MarginNote], ...]:
    places = sorted(known.places.get(article.name, ()), key=lambda place: (_last(place), place.claim.evidence.start, place.fact.id))
    return tuple((place, _note(known, place, number, marks)) for number, place in enumerate(places, 1))


def _note(known: Known, place: Place, number: int, marks: Sequence[Mark]) -> MarginNote:
    evidence, fact = place.claim.evidence, place.fact
    return MarginNote(
        number=number,
        anchor=anchor_at(marks, Span(start=evidence.start, end=evidence.end)),
        quote=evidence.quote,
        about=fact.relation.about,
        verdict=fact.verdict,
        agreeing=_agreeing(known, place),
        disagreeing=_disagreeing(known, place),
    )


def _agreeing(known: Known, place: Place) -> tuple[PassageView, ...]:
    others = [claim for claim in place.position.claims if claim.evidence.article != place.claim.evidence.article]
    return tuple(show_claim(known, claim) for claim in first_of_each_article(others))


def _disagreeing(known: Known, place: Place) -> tuple[PassageView, ...]:
    if place.fact.verdict is not Verdict.DISPUTED:
        return ()
    others = [position for position in place.fact.positions if position is not place.position]
    return tuple(show_claim(known, claim, mark=OTHER) for other in others for claim in first_of_each_article(other.claims))
