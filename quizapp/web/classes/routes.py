"""Classes: making one, its names, their time, their codes, and its end."""

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.services import classes
from quizapp.services.assignments import given_to
from quizapp.web.account.forms import filled
from quizapp.web.classes.forms import ClassForm, StretchForm
from quizapp.web.classes.pages import class_page, classes_page, code_page, delete_page
from quizapp.web.context import chance, database, now
from quizapp.web.page import render
from quizapp.web.teach.who import teacher_now, teachers
from quizapp.web.uploads import takes
from quizapp.web.visits import player_now

blueprint = Blueprint("classes", __name__, url_prefix="/teach/classes")
LARGEST_LIST = 200_000
"""Bytes of five hundred long names, each sign encoded."""


@blueprint.get("")
@teachers
def index() -> Response:
    """The teacher's classes, and a form for another one."""
    return _index(ClassForm())


@blueprint.post("")
@teachers
@takes(text=LARGEST_LIST)
def make() -> AnyResponse:
    """Make a class."""
    form = ClassForm(request.form)
    title, names = form.title.data or "", form.names.data or ""
    row = filled(form, lambda: classes.make_class(database(), actor=teacher_now(), title=title, names=names, now=now()))
    return _index(form, status=422) if row is None else _to(row)


@blueprint.get("/<number:row>")
@teachers
def show(row: int) -> Response:
    """A class with its names."""
    view = classes.show_class(database(), owner=player_now(), row=row)
    return render("classes/class.html", class_page(view, ClassForm(title=view.title)))


@blueprint.post("/<number:row>/title")
@teachers
def rename(row: int) -> AnyResponse:
    """Give the class another title."""
    form = ClassForm(request.form)

    def change() -> bool:
        classes.rename(database(), actor=teacher_now(), row=row, title=form.title.data or "", now=now())
        return True

    return _to(row) if filled(form, change) else _again(row, form)


@blueprint.post("/<number:row>/names")
@teachers
@takes(text=LARGEST_LIST)
def add_names(row: int) -> AnyResponse:
    """Add names."""
    form = ClassForm(request.form)
    added = filled(form, lambda: classes.add_names(database(), actor=teacher_now(), row=row, names=form.names.data or "", now=now()))
    return _again(row, form) if added is None else _to(row)


@blueprint.post("/<number:row>/students/<number:student>/time")
@teachers
def set_time(row: int, student: int) -> AnyResponse:
    """Give a student more time, or no limit."""
    form = StretchForm(request.form)
    if not form.validate():
        return _again(row, ClassForm())
    classes.set_time(database(), actor=teacher_now(), row=row, student=student, stretch=form.chosen(), now=now())
    return _to(row)


@blueprint.post("/<number:row>/students/<number:student>/code")
@teachers
def hand_out_code(row: int, student: int) -> Response:
    """Make a new personal code and show it this once."""
    made = classes.hand_out_code(database(), actor=teacher_now(), row=row, student=student, now=now(), rng=chance())
    return render("classes/code.html", code_page(made, row))


@blueprint.post("/<number:row>/students/<number:student>/remove")
@teachers
def remove_name(row: int, student: int) -> AnyResponse:
    """Delete a name; its answers stay without it."""
    classes.remove_name(database(), actor=teacher_now(), row=row, student=student, now=now())
    return _to(row)


@blueprint.get("/<number:row>/delete")
@teachers
def ask_delete(row: int) -> Response:
    """Ask before a class is deleted."""
    owner = player_now()
    view, given = classes.show_class(database(), owner=owner, row=row), given_to(database(), owner=owner, class_row=row, now=now())
    return render("classes/delete.html", delete_page(view, given))


@blueprint.post("/<number:row>/delete")
@teachers
def delete(row: int) -> AnyResponse:
    """Delete a class with its names."""
    classes.delete_class(database(), actor=teacher_now(), row=row, now=now())
    return redirect(url_for("classes.index", did="deleted"), code=303)


def _index(form: ClassForm, *, status: int = 200) -> Response:
    found = classes.my_classes(database(), owner=player_now())
    return render("classes/index.html", classes_page(found, form, deleted=request.args.get("did") == "deleted"), status=status)


def _again(row: int, form: ClassForm) -> Response:
    view = classes.show_class(database(), owner=player_now(), row=row)
    return render("classes/class.html", class_page(view, form), status=422)


def _to(row: int) -> AnyResponse:
    return redirect(url_for("classes.show", row=row), code=303)
