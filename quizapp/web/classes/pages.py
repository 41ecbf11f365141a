"""Typed contexts of the pages on classes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wtforms import Form

from quizapp.play.timing import Stretch
from quizapp.services.classes import ClassView, NewCode
from quizapp.services.opening import Standing
from quizapp.storage.assignments import StoredAssignment
from quizapp.storage.classes import StoredClass
from quizapp.web.classes.entries import Entry, entry
from quizapp.web.page import Page
from quizapp.web.wording import count

SHEET = "class.css"
TIMES = {
    Stretch.AS_SET: "The usual time",
    Stretch.QUARTER_MORE: "A quarter more",
    Stretch.HALF_MORE: "Half as much again",
    Stretch.TWICE: "Twice the time",
    Stretch.UNTIMED: "No limit",
}
NAMES_HINT = "One name or nickname a line, or paste a table with a column of names. Nothing else is kept: no e-mail, no numbers, no marks."


@dataclass(frozen=True, kw_only=True)
class ClassesPage(Page):
    """The classes of a teacher, with the form for a new one."""

    classes: Sequence[StoredClass]
    fields: Sequence[Entry]
    said: str = ""


@dataclass(frozen=True, kw_only=True)
class ClassPage(Page):
    """A class with its names; `naming` is the form of its title, `adding` that of more names."""

    view: ClassView
    naming: Entry
    adding: Entry
    times: Sequence[tuple[int, str]]


@dataclass(frozen=True, kw_only=True)
class CodePage(Page):
    """A personal code, shown this once."""

    made: NewCode
    row: int


@dataclass(frozen=True, kw_only=True)
class DeletePage(Page):
    """Asks before a class is deleted; `given` are the titles of quizzes that nobody can join then."""

    view: ClassView
    names: str
    given: Sequence[str]


def classes_page(found: Sequence[StoredClass], form: Form, *, deleted: bool = False) -> ClassesPage:
    """The classes of a teacher."""
    fields = (
        entry(form, "title", "What the class is called", hint="Such as 7b. Only you and your students see it.", required=True),
        entry(form, "names", "Names", kind="area", hint=NAMES_HINT),
    )
    done = "The class and its names are deleted. What was answered stays in your results." if deleted else ""
    return ClassesPage(title="Your classes", section="teach", sheet=SHEET, classes=found, fields=fields, said=done)


def class_page(view: ClassView, form: Form) -> ClassPage:
    """A class."""
    naming = entry(form, "title", "What the class is called", required=True)
    return ClassPage(
        title=view.title,
        section="teach",
        sheet=SHEET,
        view=view,
        naming=replace(naming, value=naming.value or view.title),
        adding=entry(form, "names", "More names", kind="area", hint=NAMES_HINT, required=True),
        times=[(stretch.value, label) for stretch, label in TIMES.items()],
    )


def code_page(made: NewCode, row: int) -> CodePage:
    """A new code."""
    return CodePage(title=f"A new code for {made.name}", section="teach", sheet=SHEET, made=made, row=row)


def delete_page(view: ClassView, given: Sequence[tuple[StoredAssignment, Standing]]) -> DeletePage:
    """The question whether to delete a class, with what is given to it and not closed."""
    names, titles = count(len(view.students), "name"), [one.title for one, state in given if state is not Standing.CLOSED]
    return DeletePage(title=f"Delete {view.title}?", section="teach", sheet=SHEET, view=view, names=names, given=titles)
