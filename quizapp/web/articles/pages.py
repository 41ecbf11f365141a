"""Typed contexts of the article pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.knowledge.fact import Verdict
from quizapp.knowledge.reading.spans import BlockKind
from quizapp.services.views import ArticleCard, ArticleView, BlockView, DisagreementView
from quizapp.web.page import Page
from quizapp.web.sides import Side

# What a block that is no part of the story is called above it.
FURNITURE = {
    BlockKind.CAPTION: "A picture’s caption",
    BlockKind.CREDIT: "A picture’s credit",
    BlockKind.BYLINE: "Who wrote it",
    BlockKind.BLURB: "About the author",
    BlockKind.FORM: "A form for comments",
    BlockKind.LINK: "A link to another story",
    BlockKind.SOCIAL: "A post from a social network",
    BlockKind.DATELINE: "Date and place",
    BlockKind.PULL_QUOTE: "A quotation set apart",
    BlockKind.REFERENCE: "A reference",
}


@dataclass(frozen=True, kw_only=True)
class ArticlesPage(Page):
    """The library's articles."""

    cards: Sequence[ArticleCard]


@dataclass(frozen=True, kw_only=True)
class Block:
    """A block with the name of its kind when it is no part of the story; nothing is asked about those."""

    view: BlockView
    furniture: str


@dataclass(frozen=True, kw_only=True)
class ArticlePage(Page):
    """An article."""

    view: ArticleView
    blocks: Sequence[Block]

    @property
    def marked(self) -> frozenset[str]:
        """The pens used on this page."""
        return frozenset(run.mark for block in self.view.blocks for run in block.runs if run.mark)


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A fact with the positions that articles take on it."""

    fact: str
    about: str
    verdict: Verdict
    sides: tuple[Side, ...]


@dataclass(frozen=True, kw_only=True)
class DifferencesPage(Page):
    """Facts on which articles disagree, and facts that one of them limits."""

    disputed: Sequence[Difference]
    qualified: Sequence[Difference]


def articles_page(cards: Sequence[ArticleCard]) -> ArticlesPage:
    """The list of articles."""
    return ArticlesPage(title="Articles", section="articles", cards=cards)


def article_page(view: ArticleView) -> ArticlePage:
    """An article's page."""
    blocks = tuple(Block(view=block, furniture=FURNITURE.get(BlockKind(block.kind), "")) for block in view.blocks)
    return ArticlePage(title=view.title, section="articles", description=f"The whole text of {view.title}", view=view, blocks=blocks)


def differences_page(views: Sequence[DisagreementView]) -> DifferencesPage:
    """The page of differences."""
    found = [_difference(view) for view in views]
    return DifferencesPage(
        title="Where articles disagree",
        section="differences",
        disputed=[one for one in found if one.verdict is Verdict.DISPUTED],
        qualified=[one for one in found if one.verdict is not Verdict.DISPUTED],
    )


def _difference(view: DisagreementView) -> Difference:
    sides = tuple(
        Side(value=value, passage=passages[0], others=passages[1:], second=place > 0)
        for place, (value, passages) in enumerate(view.positions)
        if passages
    )
    return Difference(fact=view.fact, about=view.about, verdict=view.verdict, sides=sides)
