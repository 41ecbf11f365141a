"""Typed contexts of the pages with questions on a teacher's article."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quizapp.questions.item import State
from quizapp.services.candidates import Offer, OffersView
from quizapp.services.candidates_asking import AskView, Proposal
from quizapp.services.candidates_deciding import Checked, EditView
from quizapp.services.candidates_text import SentenceChoice
from quizapp.web.page import Page
from quizapp.web.teach.questions.forms import DraftForm, OwnForm
from quizapp.web.wording import count, spell_first

SHEET = "teach.css"
REASONS = ("Not worth asking", "Another answer could be right", "The answer is wrong", "Hard to understand", "Too easy to guess")
"""Why a question is rejected, most of the time; anything else can be written."""
FEW = 10
"""With fewer questions one is led on to write some: so many make a quiz."""


@dataclass(frozen=True, kw_only=True)
class Refused:
    """What was wanted with a question and could not be, why, and the reason that was written."""

    item: str
    wanted: str
    problem: str
    written: str = ""


@dataclass(frozen=True, kw_only=True)
class OffersPage(Page):
    """An article with the questions on it; `said` is what was just done.

    `problem` says why what was `wanted` with the question `at` was refused, `written` the reason given.
    """

    view: OffersView
    more: bool
    said: str
    lead: str
    doubtless: int
    at: str = ""
    wanted: str = ""
    problem: str = ""
    written: str = ""
    reasons: Sequence[str] = REASONS

    @property
    def approved(self) -> bool:
        """Whether a quiz can be made of them."""
        return any(one.state is State.APPROVED for one in self.view.all)

    @property
    def few(self) -> bool:
        """Whether there are fewer than a quiz has, so that the page leads on to asking oneself."""
        return self.view.was_read and sum(not one.stopped for one in self.view.all) < FEW

    @property
    def begins_with_title(self) -> bool:
        """Whether the text itself says its title first."""
        return bool(self.view.blocks) and "".join(run.text for run in self.view.blocks[0].runs).strip() == self.view.title.strip()


@dataclass(frozen=True, kw_only=True)
class EditPage(Page):
    """A question to be changed; `checked` is what the checks say of the words in the form."""

    view: EditView
    form: DraftForm
    checked: Checked | None
    problems: Mapping[str, str]
    sentences: Sequence[SentenceChoice]


@dataclass(frozen=True, kw_only=True)
class SentencesPage(Page):
    """The sentences of an article, to choose one to ask about."""

    slug: str
    named: str
    sentences: Sequence[SentenceChoice]
    problem: str = ""


@dataclass(frozen=True, kw_only=True)
class AskPage(Page):
    """Words to ask about; `checked` is what the checks say of the question written."""

    view: AskView
    form: OwnForm
    checked: Proposal | None = None
    problems: Mapping[str, str] = field(default_factory=dict)


def offers_page(view: OffersView, sent: Mapping[str, str], *, more: bool, refused: Refused | None = None) -> OffersPage:
    """The page of questions on an article."""
    title = count(len(view.all), "question") + " on this article" if view.all else "No questions yet"
    return OffersPage(
        title=f"Not yet: {title}" if refused else title,
        section="teach",
        sheet=SHEET,
        view=view,
        more=more,
        said="" if refused else said_of(view, sent),
        lead=lead_of(view),
        doubtless=sum(one.doubtless for one in view.all),
        at=refused.item if refused else "",
        wanted=refused.wanted if refused else "",
        problem=refused.problem if refused else "",
        written=refused.written if refused else "",
    )


def lead_of(view: OffersView) -> str:
    """How the questions stand, in a sentence."""
    waiting = [one for one in view.all if one.waits]
    parts = (
        (sum(one.state is State.APPROVED for one in view.all), "approved"),
        (sum(one.doubtless for one in waiting), "without doubts"),
        (sum(bool(one.failed) and not one.stopped for one in waiting), "to look at"),
        (sum(one.stopped for one in waiting), "that cannot be asked as they are"),
    )
    said = ", ".join(f"{number} {words}" for number, words in parts if number)
    return f"{said}. Only what you approve can be played." if said else "Only what you approve can be played."


def said_of(view: OffersView, sent: Mapping[str, str]) -> str:
    """What was just done, as it stands now."""
    did, item = sent.get("did", ""), sent.get("item", "")
    offer = next((one for one in view.all if one.item == item), None)
    if did == "all":
        done = int(text) if (text := sent.get("count", "0")).isascii() and text.isdecimal() and len(text) < 4 else 0
        return f"{spell_first(done)} approved." if done else "Nothing was without doubts."
    if offer is None:
        return ""
    match did:
        case "approve" | "reject" | "undo":
            return f"Question {offer.number}: {_state(offer)}."
        case "edit":
            return f"Question {offer.number} is saved and was checked again. Approve it if you like it."
        case "kept":
            return f"Kept as question {offer.number}. Approve it to use it in a quiz."
        case "share":
            return f"Question {offer.number} was given to the library, where reviewers look at it."
        case _:
            return ""


def _state(offer: Offer) -> str:
    return {State.APPROVED: "approved", State.REJECTED: "rejected", State.CANDIDATE: "open again"}.get(offer.state, offer.state.value)
