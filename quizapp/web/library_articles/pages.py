"""Typed contexts of the pages on the library's articles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.services.library_articles import ArticleText, Shelf
from quizapp.services.own_articles_sharing import SharedArticle
from quizapp.services.revising import Outcome
from quizapp.web.page import Page
from quizapp.web.rulings.words import EffectWords, effect_words

SHEET = "review.css"
DONE: Mapping[str, str] = {
    "corrected": "The new text stands. What it changes is in the record, and questions to decide on are in the queue.",
    "accepted": "The article is in the library. Its questions are in the queue.",
    "withdrawn": "The article is withdrawn and its questions are retired.",
    "declined": "The article was left to its teacher, who reads why.",
}
"""What was just done, by the word that the address has for it."""


@dataclass(frozen=True, kw_only=True)
class ShelfPage(Page):
    """All articles, and those that teachers share; `done` says what was just done."""

    view: Shelf
    shared: Sequence[SharedArticle]
    done: str = ""


@dataclass(frozen=True, kw_only=True)
class TextPage(Page):
    """An article's text to be corrected; `text` and `reason` are as typed, `problem` what to correct in the field `wrong`.

    `done` says what was just done.
    """

    view: ArticleText
    text: str
    reason: str = ""
    problem: str = ""
    wrong: str = ""
    done: str = ""


@dataclass(frozen=True, kw_only=True)
class OutcomePage(Page):
    """What a correction or a withdrawal will do; `text` is sent again when the admin is sure."""

    outcome: Outcome
    effect: EffectWords
    reason: str
    text: str
    address: str
    back: str
    button: str


@dataclass(frozen=True, kw_only=True)
class SharedPage(Page):
    """An article that a teacher shares, word for word."""

    view: SharedArticle
    reason: str = ""
    problem: str = ""


def outcome_page(outcome: Outcome, *, reason: str, address: str, back: str, text: str = "") -> OutcomePage:
    """What will change, before it is done."""
    return OutcomePage(
        title="What this will change",
        section="review",
        sheet=SHEET,
        outcome=outcome,
        effect=effect_words(outcome.effect),
        reason=reason,
        text=text,
        address=address,
        back=back,
        button="Keep the new text" if text else "Withdraw the article",
    )
