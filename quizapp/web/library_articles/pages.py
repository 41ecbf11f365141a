"""Typed contexts of the pages on the library's articles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quizapp.services.jobs import Job
from quizapp.services.library_articles import ArticleText, Shelf
from quizapp.services.own_articles_sharing import SharedArticle
from quizapp.services.putting_back import Gone, Return
from quizapp.services.revising import Outcome
from quizapp.web.jobs.pages import JobView
from quizapp.web.page import Page
from quizapp.web.rulings.words import EffectWords, QuestionChange, effect_words
from quizapp.web.wording import count

SHEET = "review.css"
DONE: Mapping[str, str] = {
    "corrected": "The new text stands. What it changes is in the record; questions to decide on are in the queue.",
    "asked": "The words that corrections brought are being read. What they say waits in the queue.",
    "accepted": "The article is in the library. Its questions are in the queue.",
    "withdrawn": "The article is withdrawn. Its questions are retired, and those that waited have left the queue.",
    "back": "The article is back. Questions that do not hold any more wait in the queue.",
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

    `done` says what was just done; `reading` is this admin’s latest reading of its new words, `read` what that gave.
    """

    view: ArticleText
    text: str
    reason: str = ""
    problem: str = ""
    wrong: str = ""
    done: str = ""
    reading: JobView | None = None
    read: str = ""


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


@dataclass(frozen=True, kw_only=True)
class WithdrawnPage(Page):
    """A withdrawn article, and the form that puts it back; `reason` is as typed, `problem` what to correct."""

    view: Gone
    reason: str = ""
    problem: str = ""


@dataclass(frozen=True, kw_only=True)
class ReturnPage(Page):
    """What putting an article back will do; `not_now` are questions that were in play and do not hold any more."""

    back: Return
    not_now: tuple[QuestionChange, ...]
    effect: EffectWords
    reason: str
    article: int


def read_words(job: Job | None) -> str:
    """What a reading gave that is done; nothing before."""
    if job is None or job.result is None:
        return ""
    claims, questions = int(str(job.result["claims"])), int(str(job.result["questions"]))
    if not claims:
        return "Its new words were read. They say nothing that was not known."
    return f"Its new words were read: {count(claims, 'new passage')}, {count(questions, 'new question')} in the queue."


def return_page(back: Return, *, article: int, reason: str) -> ReturnPage:
    """What will come back, before it does."""
    waiting = tuple(QuestionChange(stem=one.stem, why=one.failing[0].detail if one.failing else "") for one in back.waiting)
    effect, ours = effect_words(back.effect), tuple(QuestionChange(stem=stem, why="") for stem in back.back)
    return ReturnPage(
        title="What this will change",
        section="review",
        sheet=SHEET,
        back=back,
        not_now=waiting,
        effect=replace(effect, back=(*ours, *effect.back)),
        reason=reason,
        article=article,
    )


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
