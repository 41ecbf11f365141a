"""Names that may be two spellings of one, with the passages in which they stand."""

from dataclasses import dataclass

from quizapp.knowledge.article import Article
from quizapp.knowledge.fold import fold, fold_name
from quizapp.knowledge.names import SpellingState
from quizapp.knowledge.reading.spans import Span
from quizapp.knowledge.rulings import NAME_KINDS
from quizapp.services.database import Database
from quizapp.services.joining import spelling_cases
from quizapp.services.known import Known
from quizapp.services.passages import passage_around, show
from quizapp.services.ruling_words import read_ruled
from quizapp.services.views import PassageView
from quizapp.storage.rulings import StoredRuling

PASSAGES_A_NAME = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class NameCase:
    """Two names that may be one: what is ruled, by which ruling (None: nobody ruled), where each stands and in how many articles."""

    names: tuple[str, str]
    state: SpellingState
    ruling: StoredRuling | None
    passages: tuple[tuple[PassageView, ...], tuple[PassageView, ...]]
    articles: tuple[int, int]

    @property
    def usual(self) -> str:
        """The name if they are one and nobody says otherwise: the one ruled so, or else that of more articles."""
        return self.names[1] if self.state is not SpellingState.SAME and self.articles[1] > self.articles[0] else self.names[0]


def name_cases(db: Database) -> tuple[NameCase, ...]:
    """Names that may be two spellings of one, open ones first: those that a ruling speaks of, and look-alikes nobody ruled on."""
    library, rulings = read_ruled(db)
    ruled = {_pair(one.value.names): one for one in rulings if one.stands and one.value.names}
    entries = library.scope.names.entries
    open_ones = {_pair(one.names): one.names for one in spelling_cases(entries, among=entries) if one.names}
    pairs = {**open_ones, **{pair: one.value.names for pair, one in ruled.items() if one.value.names}}
    cases = (_case(library, names, ruled.get(pair)) for pair, names in pairs.items())
    return tuple(sorted(cases, key=lambda one: (one.state is not SpellingState.OPEN, fold(one.names[0]), one.names)))


def _pair(names: tuple[str, str] | None) -> frozenset[str]:
    return frozenset(map(fold_name, names or ()))


def _case(library: Known, names: tuple[str, str], ruling: StoredRuling | None) -> NameCase:
    state = NAME_KINDS[ruling.value.kind] if ruling else SpellingState.OPEN
    passages = (_where(library, names[0]), _where(library, names[1]))
    articles = (_articles(library, names[0]), _articles(library, names[1]))
    return NameCase(names=names, state=state, ruling=ruling, passages=passages, articles=articles)


def _articles(library: Known, name: str) -> int:
    return sum(name in article.text for article in library.scope.articles.values())


def _where(library: Known, name: str) -> tuple[PassageView, ...]:
    """The first passages in which a name stands as it is written."""
    found: list[PassageView] = []
    for article in library.scope.articles.values():
        place = article.text.find(name)
        if place >= 0 and len(found) < PASSAGES_A_NAME:
            found.append(_named(library, article, Span(start=place, end=place + len(name)), name))
    return tuple(found)


def _named(library: Known, article: Article, span: Span, name: str) -> PassageView:
    return show(library, article, passage_around(article, span), (span,), value=name)
