"""Typed contexts of the page of one's own attempts."""

from dataclasses import dataclass

from quizapp.play.day_streak import DayStreak
from quizapp.play.progress import Share
from quizapp.questions.item import Kind
from quizapp.services.history import HistoryView
from quizapp.services.offers import Offers
from quizapp.web.page import Page
from quizapp.web.wording import count, spell_first

WIDTH = 120
KINDS = {
    Kind.WHO: "Who",
    Kind.ROLE: "In which role",
    Kind.WHEN: "When",
    Kind.HOW_LONG: "How long",
    Kind.HOW_MANY: "How many",
    Kind.WHERE: "Where",
    Kind.WHICH: "Which",
    Kind.WHO_SAID: "Who said it",
    Kind.WHAT: "What",
    Kind.CLOZE: "A word left out",
    Kind.ACCORDING_TO: "What one article says",
    Kind.COMPARE: "Articles compared",
}


@dataclass(frozen=True, kw_only=True)
class ShareRow:
    """A row of progress with its bar: `right` and `missed` are widths in a picture of `WIDTH`."""

    name: str
    share: Share
    right: int
    missed: int


@dataclass(frozen=True, kw_only=True)
class HistoryPage(Page):
    """My attempts; `view` is None for somebody who has not played."""

    view: HistoryView | None
    offers: Offers
    articles: tuple[ShareRow, ...] = ()
    kinds: tuple[ShareRow, ...] = ()
    streak: str = ""


def history_page(view: HistoryView | None, offers: Offers) -> HistoryPage:
    """The page over a player's history."""
    shown = view if view and view.attempts else None
    return HistoryPage(
        title="Your attempts",
        section="play",
        sheet="mine.css",
        view=shown,
        offers=offers,
        articles=tuple(_row(one, one.name) for one in shown.articles) if shown else (),
        kinds=tuple(_row(one, KINDS[Kind(one.name)]) for one in shown.kinds) if shown else (),
        streak=streak_words(shown.streak) if shown else "",
    )


def streak_words(streak: DayStreak) -> str:
    """Days in a row, in a sentence; "" while nothing is worth saying."""
    if streak.longest < 2:
        return ""
    if streak.now < 2:
        return f"Your longest run: {count(streak.longest, 'day')} in a row."
    longest = f" Your longest run: {count(streak.longest, 'day')}." if streak.longest > streak.now else ""
    return f"{spell_first(streak.now)} days in a row.{longest}"


def _row(share: Share, name: str) -> ShareRow:
    right = round(WIDTH * share.right / share.total)
    upto = round(WIDTH * (share.right + share.missed) / share.total)
    return ShareRow(name=name, share=share, right=right, missed=upto - right)
