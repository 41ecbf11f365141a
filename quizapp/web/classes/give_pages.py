"""Typed contexts of the pages on giving a quiz: which one, then to whom and by which terms."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from wtforms import Form

from quizapp.play.quiz import QuizSettings
from quizapp.services.givable import Givable
from quizapp.services.opening import standing
from quizapp.storage.assignments import Terms
from quizapp.storage.classes import StoredClass
from quizapp.web.classes.assignment_pages import SHEET, FormPage, opening_words, terms_entries, terms_words
from quizapp.web.classes.entries import Entry, entry
from quizapp.web.classes.forms import ANYBODY
from quizapp.web.page import Page
from quizapp.web.wording import count

_WHOM_HINT = "In a class everybody picks their name once; others type a nickname."
_NOT_CHOSEN = ("", "Choose a class, or anybody")


@dataclass(frozen=True, kw_only=True)
class ChoosePage(Page):
    """Which quiz to give, each a link; `class_row` is the class that one came from, "" for none."""

    own: Sequence[Givable]
    library: Sequence[Givable]
    class_row: str


@dataclass(frozen=True, kw_only=True)
class GivePage(FormPage):
    """The form for giving one quiz; `quiz` holds its slug and what is wrong with it, `brought` the terms it brings along, in words."""

    chosen: Givable | None
    quiz: Entry
    first: Sequence[Entry]
    brought: Sequence[str]


def choose_page(found: Sequence[Givable], class_row: str) -> ChoosePage:
    """Every quiz that may be given."""
    own, library = [one for one in found if one.own], [one for one in found if not one.own]
    return ChoosePage(title="Which quiz?", section="teach", sheet=SHEET, own=own, library=library, class_row=class_row)


def give_page(found: Sequence[Givable], classes: Sequence[StoredClass], form: Form, at: datetime, *, sent: bool = False) -> GivePage:
    """The form; what was `sent` comes back with its terms unfolded."""
    chosen = chosen_of(found, form["quiz"].data or "")
    whom = entry(form, "whom", "For", kind="choice", choices=_whom(classes), hint=_WHOM_HINT)
    return GivePage(
        title=f"{'Not yet: ' if sent else ''}Give {chosen.title if chosen else 'a quiz'}",
        section="teach",
        sheet=SHEET,
        chosen=chosen,
        quiz=entry(form, "quiz", "Quiz"),
        first=(replace(whom, required=True),),
        fields=terms_entries(form, at),
        brought=() if sent else _in_words(brought(chosen), at),
    )


def chosen_of(found: Sequence[Givable], slug: str) -> Givable | None:
    """The quiz of this slug, if it may be given."""
    return next((one for one in found if one.slug == slug), None)


def brought(chosen: Givable | None) -> Terms:
    """The terms a quiz brings along, with one try where it sets none."""
    settings = chosen.settings if chosen else QuizSettings()
    return Terms(settings=replace(settings, attempts=settings.attempts or 1))


def usual_whom(classes: Sequence[StoredClass]) -> str:
    """Whom the form names at first: the only class that has names, anybody where there is none; several are chosen from."""
    ready = [one for one in classes if one.students]
    if len(ready) == 1:
        return str(ready[0].row)
    return "" if ready else ANYBODY


def _in_words(terms: Terms, at: datetime) -> tuple[str, ...]:
    return (opening_words(terms, standing(terms, now=at)), *terms_words(terms))


def _whom(classes: Sequence[StoredClass]) -> list[tuple[str, str]]:
    ready, empty = [one for one in classes if one.students], [one for one in classes if not one.students]
    several = [_NOT_CHOSEN] if len(ready) > 1 else []
    with_names = [(str(one.row), f"{one.title} ({count(one.students, 'name')})") for one in ready]
    without = [(str(one.row), f"{one.title} (no names yet)") for one in empty]
    return [*several, *with_names, (ANYBODY, "Anybody with the link"), *without]
