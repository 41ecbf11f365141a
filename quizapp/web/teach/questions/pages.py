"""Typed contexts of the pages with questions on a teacher's article."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quizapp.questions.item import State
from quizapp.services.candidates import Offer, OffersView
from quizapp.services.candidates_asking import AskView, Proposal
from quizapp.services.candidates_deciding import Checked, EditView
from quizapp.services.candidates_text import SentenceChoice
from quizapp.services.deciding import Actor
from quizapp.web.page import Page
from quizapp.web.teach.questions.forms import DraftForm, OwnForm
from quizapp.web.teach.quizzes.pages import problems_of
from quizapp.web.wording import count, spell_first

SHEET = "teach.css"
REASONS = ("Not worth asking", "Another answer could be right", "The answer is wrong", "Hard to understand", "Too easy to guess")
"""Why a question is rejected, most of the time; anything else can be written."""
FEW = 10
"""With fewer questions one is led on to write some: so many make a quiz."""


@dataclass(frozen=True, kw_only=True)
class Refused:
    """What was wanted with a question and could not be, why, and the reason that was written; `stale` when it was changed meanwhile."""

    item: str
    wanted: str
    problem: str
    written: str = ""
    stale: bool = False


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
    stale: bool = False
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
    """A question to be changed; `checked` is what the checks say of the words in the form.

    `stale` says that it was changed since the form was opened, and by whom.
    """

    view: EditView
    form: DraftForm
    checked: Checked | None
    problems: Mapping[str, str]
    sentences: Sequence[SentenceChoice]
    stale: str = ""


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
        stale=refused.stale if refused else False,
    )


def edit_page(
    view: EditView, form: DraftForm, *, sentences: Sequence[SentenceChoice], checked: Checked | None, stale: str, refused: bool
) -> EditPage:
    """The page on which a question is changed; its title says first when something is wrong."""
    title = "Not yet: change a question" if refused else "Change a question"
    return EditPage(
        title=title,
        section="teach",
        sheet=SHEET,
        view=view,
        form=form,
        checked=checked,
        problems=problems_of(form),
        sentences=sentences,
        stale=stale,
    )


def conflict_words(error: Exception, actor: Actor) -> str:
    """Why something no longer fits, said to the one who may have changed it herself."""
    said, mine = str(error), f"{actor.name} was here meanwhile"
    if not said.startswith(mine):
        return said
    when = said.removeprefix(mine).removesuffix(" Look at it again as it is now.")  # the page itself leads there
    return f"You were here meanwhile, perhaps in another tab{when}"


def lead_of(view: OffersView) -> str:
    """How the questions stand, in a sentence."""
    waiting = [one for one in view.all if one.waits]
    stopped = sum(one.stopped for one in waiting)
    parts = (
        (sum(one.state is State.APPROVED for one in view.all), "approved"),
        (sum(one.doubtless for one in waiting), "passing every check"),
        (sum(not one.doubtless and not one.stopped for one in waiting), "to look at"),
        (stopped, "cannot be asked as it is" if stopped == 1 else "cannot be asked as they are"),
        (sum(one.state is State.REJECTED for one in view.all), "rejected"),
        (sum(not one.waits and one.state not in {State.APPROVED, State.REJECTED} for one in view.all), "set aside"),
    )
    said = ", ".join(f"{number} {words}" for number, words in parts if number)
    return f"{said}. Only what you approve can be played." if said else "Only what you approve can be played."


def said_of(view: OffersView, sent: Mapping[str, str]) -> str:
    """What was just done, as it stands now."""
    did, item = sent.get("did", ""), sent.get("item", "")
    offer = next((one for one in view.all if one.item == item), None)
    if did == "all":
        done = int(text) if (text := sent.get("count", "0")).isascii() and text.isdecimal() and len(text) < 4 else 0
        return f"{spell_first(done)} approved." if done else "Nothing that waits passes every check."
    if offer is None:
        return ""
    match did:
        case "approve" | "reject" | "undo":
            return f"Question {offer.number}: {_state(offer)}."
        case "edit":
            return _saved(offer)
        case "corrected":
            return _corrected(offer)
        case "kept":
            return f"Kept as question {offer.number}. Approve it to use it in a quiz."
        case "share":
            return f"Question {offer.number} was given to the library, where reviewers look at it."
        case _:
            return ""


def _saved(offer: Offer) -> str:
    """What a change led to: nobody is told to approve what cannot be asked."""
    if offer.stopped:
        return f"Question {offer.number} is saved, but it cannot be asked as it is. What speaks against it stands with it."
    if offer.failed:
        return f"Question {offer.number} is saved, and something speaks against it. Change it, or say why it may be asked."
    return f"Question {offer.number} is saved and was checked again. Approve it if you like it."


def _state(offer: Offer) -> str:
    return {State.APPROVED: "approved", State.REJECTED: "rejected", State.CANDIDATE: "open again"}.get(offer.state, offer.state.value)


def _corrected(offer: Offer) -> str:
    """What correcting the right answer led to, where the question waits for it."""
    waits = f"Question {offer.number} waits with its new right answer, as a check speaks against it."
    stopped = f"Question {offer.number} has its new right answer and cannot be asked so; what speaks against it stands with it."
    asked = "Until it is approved, quizzes ask it as before and count the answer you chose."
    return f"Everybody is graded anew. {stopped if offer.stopped else waits} {asked}"
