"""Typed contexts of the pages on assignments."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup
from wtforms import Form

from quizapp.play.disclosure import Feedback
from quizapp.play.quiz import MOST_ATTEMPTS
from quizapp.play.timing import Per
from quizapp.services.assignments import AssignmentView, PersonLine
from quizapp.services.opening import Standing
from quizapp.services.personal_codes import grouped
from quizapp.services.removed_names import shown_names
from quizapp.storage.assignments import StoredAssignment, Terms
from quizapp.web.classes.entries import Entry, entry
from quizapp.web.classes.forms import AS_OFTEN, NO_TIMER
from quizapp.web.classes.moments import length_said, said, shown
from quizapp.web.classes.qr import Qr, make_qr
from quizapp.web.context import SERVER_ZONE
from quizapp.web.page import Page
from quizapp.web.wording import count, spell

SHEET = "class.css"
FEEDBACK = {
    Feedback.EACH: "after each answer",
    Feedback.END: "when they have finished",
    Feedback.CLOSING: "after it has closed",
}
TIMER = {NO_TIMER: "No limit", Per.QUIZ.value: "For the whole quiz", Per.QUESTION.value: "For each question"}


@dataclass(frozen=True, kw_only=True, slots=True)
class GivenLine:
    """A line in the list of what was given."""

    row: int
    title: str
    whom: str
    code: str
    standing: Standing
    when: str


@dataclass(frozen=True, kw_only=True)
class GivenPage(Page):
    """Everything a teacher has given."""

    lines: Sequence[GivenLine]


@dataclass(frozen=True, kw_only=True)
class FormPage(Page):
    """A form of terms."""

    fields: Sequence[Entry]


@dataclass(frozen=True, kw_only=True)
class TermsPage(FormPage):
    """The form for other terms of an assignment."""

    given: StoredAssignment


@dataclass(frozen=True, kw_only=True)
class AssignmentPage(Page):
    """An assignment: how to join, its terms in words, and who took part."""

    view: AssignmentView
    code: str
    link: str
    qr: Qr
    terms: Sequence[str]
    when: str
    started: int
    finished: int
    names: Sequence[str]

    def open_questions(self, line: PersonLine) -> bool:
        """Whether the last attempt was finished with questions unanswered."""
        last = line.attempts[-1] if line.attempts else None
        return last is not None and last.finished_at is not None and last.answered < last.asked


@dataclass(frozen=True, kw_only=True)
class AwayPage(Page):
    """Asks before an assignment is deleted."""

    view: AssignmentView
    attempts: str


@dataclass(frozen=True, kw_only=True)
class ClosingPage(Page):
    """Asks before an assignment is closed; `playing` counts who has begun and not finished."""

    view: AssignmentView
    playing: int


def given_page(given: Sequence[tuple[StoredAssignment, Standing]]) -> GivenPage:
    """The list."""
    lines = [
        GivenLine(
            row=one.row,
            title=one.title,
            whom=one.class_title or ("a class that was deleted" if one.class_gone else "anybody with the link"),
            code="" if one.class_gone else grouped(one.code),
            standing=state,
            when=standing_words(one, state),
        )
        for one, state in given
    ]
    return GivenPage(title="Quizzes given", section="teach", sheet=SHEET, lines=lines)


def terms_page(given: StoredAssignment, form: Form, at: datetime) -> TermsPage:
    """The form for other terms."""
    return TermsPage(title=f"Change: {given.title}", section="teach", sheet=SHEET, fields=terms_entries(form, at), given=given)


def assignment_page(view: AssignmentView, link: str) -> AssignmentPage:
    """An assignment."""
    terms = view.given.terms
    return AssignmentPage(
        title=view.given.title,
        section="teach",
        sheet=SHEET,
        view=view,
        code=grouped(view.given.code),
        link=link,
        qr=make_qr(link),
        terms=terms_words(terms),
        when=standing_words(view.given, view.standing),
        started=sum(one.started for one in view.people),
        finished=sum(one.finished for one in view.people),
        names=shown_names([one.name for one in view.people]),
    )


def away_page(view: AssignmentView) -> AwayPage:
    """The question whether to delete an assignment."""
    made = sum(len(one.attempts) for one in view.people)
    return AwayPage(title=f"Delete {view.given.title}?", section="teach", sheet=SHEET, view=view, attempts=count(made, "attempt"))


def closing_page(view: AssignmentView) -> ClosingPage:
    """The question whether to close an assignment now."""
    playing = sum(1 for one in view.people if one.attempts and one.attempts[-1].finished_at is None)
    return ClosingPage(title=f"Close “{view.given.title}” now?", section="teach", sheet=SHEET, view=view, playing=playing)


def standing_words(given: StoredAssignment, state: Standing) -> str:
    """Whether it can be joined, and when, in words."""
    return "Nobody can join it any more, as its class was deleted" if given.class_gone else opening_words(given.terms, state)


def opening_words(terms: Terms, state: Standing) -> str:
    """When it opens or closes, in words."""
    opens, closes = (shown(one, SERVER_ZONE) if one else Markup("") for one in (terms.opens_at, terms.closes_at))
    match state:
        case Standing.NOT_YET:
            return Markup("Opens ") + opens + (Markup(", closes ") + closes if closes else "")
        case Standing.CLOSED:
            return Markup("Closed ") + closes
        case Standing.OPEN:
            return Markup("Open until ") + closes if closes else "Open, with no closing time"


def terms_words(terms: Terms) -> tuple[str, ...]:
    """The terms as short sentences."""
    settings, tries = terms.settings, terms.tries
    timer = settings.timer
    return (
        "As many tries as they like" if tries is None else f"{spell(tries).capitalize()} {'try' if tries == 1 else 'tries'} each",
        f"Proofs are shown {FEEDBACK[settings.feedback]}",
        f"{length_said(timer.seconds)} for {'the whole quiz' if timer.per is Per.QUIZ else 'each question'}" if timer else "No time limit",
        *(("Closed book: its articles stay shut until it closes",) if terms.closed_book else ()),
    )


def terms_entries(form: Form, at: datetime) -> tuple[Entry, ...]:
    """The fields of terms."""
    clock = f"In the time of this server; it is now {said(at, SERVER_ZONE)}."
    often = [(str(number), count(number, "try", "tries")) for number in range(1, MOST_ATTEMPTS + 1)]
    feedback = [(one.value, words.capitalize()) for one, words in FEEDBACK.items()]
    return (
        entry(form, "opens", "Opens", kind="moment", hint="Leave it empty to open at once."),
        entry(form, "closes", "Closes", kind="moment", clock=clock),
        entry(form, "tries", "How often", kind="choice", choices=[*often, (AS_OFTEN, "As often as they like")]),
        entry(form, "feedback", "Right answers and proofs are shown", kind="choice", choices=feedback),
        entry(form, "timer", "Time limit", kind="choice", choices=list(TIMER.items()), hint="Students with more time get theirs on top."),
        entry(form, "time", "How long", hint="Minutes and seconds, such as 10:00 or 0:30."),
        entry(form, "closed_book", "Closed book: its articles stay shut for those who take part until it closes", kind="tick"),
    )
