"""Typed contexts of the article pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.knowledge.fact import Verdict
from quizapp.knowledge.reading.spans import BlockKind
from quizapp.services.views import ArticleCard, ArticleView, BlockView, DisagreementView, PassageView
from quizapp.web.articles.notes import NoteLine, note_lines
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
    """A block with its notes, and the name of its kind when it is no part of the story; nothing is asked about those."""

    view: BlockView
    furniture: str
    notes: tuple[NoteLine, ...]


@dataclass(frozen=True, kw_only=True)
class ArticlePage(Page):
    """An article; `headline` is the block that the title was taken from, when the text begins with it."""

    view: ArticleView
    headline: Block | None
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


def article_page(view: ArticleView, differences: Sequence[DisagreementView]) -> ArticlePage:
    """An article's page."""
    blocks = tuple(_block(block, view.slug, differences) for block in view.blocks)
    begins_with_title = bool(blocks) and "".join(run.text for run in blocks[0].view.runs).strip() == view.title.strip()
    headline, rest = (blocks[0], blocks[1:]) if begins_with_title else (None, blocks)
    description = f"The whole text of {view.title}"
    return ArticlePage(title=view.title, section="articles", description=description, view=view, headline=headline, blocks=rest)


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
    sides = tuple(_side(value, passages, second=place > 0) for place, (value, passages) in enumerate(view.positions) if passages)
    return Difference(fact=view.fact, about=view.about[:1].upper() + view.about[1:], verdict=view.verdict, sides=sides)


def _side(value: str, passages: Sequence[PassageView], *, second: bool) -> Side:
    """The passage that gives the value in so many words speaks first."""
    first = next((one for one in passages if one.value == value), passages[0])
    return Side(value=value, passage=first, others=tuple(one for one in passages if one is not first), second=second)


def _block(view: BlockView, slug: str, differences: Sequence[DisagreementView]) -> Block:
    notes = note_lines(view.notes, slug=slug, differences=differences)
    return Block(view=view, furniture=FURNITURE.get(BlockKind(view.kind), ""), notes=notes)
