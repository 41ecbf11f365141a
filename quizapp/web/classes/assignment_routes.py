"""Assignments: giving a quiz, its code, its terms, who took part, and what a teacher does about one of them."""

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.services import assignment_acts, assignments
from quizapp.services.classes import my_classes
from quizapp.web.account.forms import filled
from quizapp.web.classes.assignment_pages import assignment_page, away_page, closing_page, given_page, terms_page
from quizapp.web.classes.forms import GiveForm, TermsForm, filled_with
from quizapp.web.classes.give_pages import brought, choose_page, chosen_of, give_page, usual_whom
from quizapp.web.context import SERVER_ZONE, chance, database, now
from quizapp.web.page import render
from quizapp.web.teach.who import teacher_now, teachers

blueprint = Blueprint("assignments", __name__, url_prefix="/teach/assignments")


@blueprint.get("")
@teachers
def index() -> Response:
    """Everything this teacher has given."""
    found = assignments.my_assignments(database(), owner=teacher_now().player, now=now())
    return render("classes/given.html", given_page(found))


@blueprint.get("/new")
@teachers
def ask_give() -> Response:
    """Which quiz to give; for one that is named, the form with the terms it brings along."""
    owner, quiz, class_row = teacher_now().player, request.args.get("quiz", ""), request.args.get("class", "")
    found = assignments.choices(database(), owner=owner)
    chosen = chosen_of(found, quiz)
    if chosen is None:
        return render("classes/choose.html", choose_page(found, class_row))
    known = my_classes(database(), owner=owner)
    form = GiveForm(data={"quiz": quiz, "whom": class_row or usual_whom(known), **filled_with(brought(chosen), SERVER_ZONE)})
    return render("classes/give.html", give_page(found, known, form, now()))


@blueprint.post("")
@teachers
def give() -> AnyResponse:
    """Give a quiz."""
    actor, form = teacher_now(), GiveForm(request.form)
    chosen = assignments.choices(database(), owner=actor.player)
    row = filled(form, lambda: assignments.give(database(), actor=actor, **form.wanted(chosen, SERVER_ZONE), now=now(), rng=chance()))
    if row is None:
        known = my_classes(database(), owner=actor.player)
        return render("classes/give.html", give_page(chosen, known, form, now(), sent=True), status=422)
    return _to(row)


@blueprint.get("/<number:row>")
@teachers
def show(row: int) -> Response:
    """An assignment: how to join, and who did."""
    view = assignments.show_assignment(database(), owner=teacher_now().player, row=row, now=now())
    link = url_for("joining.door", code=view.given.code, _external=True)
    return render("classes/assignment.html", assignment_page(view, link))


@blueprint.get("/<number:row>/terms")
@teachers
def ask_terms(row: int) -> Response:
    """The form for other terms."""
    view = assignments.show_assignment(database(), owner=teacher_now().player, row=row, now=now())
    form = TermsForm(data=filled_with(view.given.terms, SERVER_ZONE))
    return render("classes/terms.html", terms_page(view.given, form, now()))


@blueprint.post("/<number:row>/terms")
@teachers
def set_terms(row: int) -> AnyResponse:
    """Give an assignment other terms."""
    actor, form, at = teacher_now(), TermsForm(request.form), now()
    given = assignments.show_assignment(database(), owner=actor.player, row=row, now=at).given

    def change() -> bool:
        wanted = form.terms(given.terms.settings, SERVER_ZONE)
        assignments.change_terms(database(), actor=actor, row=row, terms=wanted, now=at)
        return True

    return _to(row) if filled(form, change) else render("classes/terms.html", terms_page(given, form, at), status=422)


@blueprint.get("/<number:row>/close")
@teachers
def ask_close(row: int) -> Response:
    """Ask before an assignment is closed."""
    view = assignments.show_assignment(database(), owner=teacher_now().player, row=row, now=now())
    return render("classes/closing.html", closing_page(view))


@blueprint.post("/<number:row>/close")
@teachers
def close(row: int) -> AnyResponse:
    """Close it at this moment."""
    assignments.close_now(database(), actor=teacher_now(), row=row, now=now())
    return _to(row)


@blueprint.post("/<number:row>/open")
@teachers
def open_again(row: int) -> AnyResponse:
    """Open it again."""
    assignments.open_again(database(), actor=teacher_now(), row=row, now=now())
    return _to(row)


@blueprint.get("/<number:row>/delete")
@teachers
def ask_delete(row: int) -> Response:
    """Ask before an assignment is deleted."""
    return render("classes/away.html", away_page(assignments.show_assignment(database(), owner=teacher_now().player, row=row, now=now())))


@blueprint.post("/<number:row>/delete")
@teachers
def delete(row: int) -> AnyResponse:
    """Delete an assignment with its answers."""
    assignments.delete_assignment(database(), actor=teacher_now(), row=row, now=now())
    return redirect(url_for("assignments.index"), code=303)


@blueprint.post("/<number:row>/participants/<number:participant>/another")
@teachers
def allow_another(row: int, participant: int) -> AnyResponse:
    """Let somebody try once more."""
    assignment_acts.allow_another(database(), actor=teacher_now(), row=row, participant=participant, now=now())
    return _to(row)


@blueprint.post("/<number:row>/runs/<id:run>/reopen")
@teachers
def reopen(row: int, run: str) -> AnyResponse:
    """Let a finished attempt go on."""
    assignment_acts.reopen(database(), actor=teacher_now(), row=row, attempt=run, now=now())
    return _to(row)


@blueprint.post("/<number:row>/runs/<id:run>/delete")
@teachers
def delete_run(row: int, run: str) -> AnyResponse:
    """Delete an attempt with its answers."""
    assignment_acts.delete_attempt(database(), actor=teacher_now(), row=row, attempt=run, now=now())
    return _to(row)


def _to(row: int) -> AnyResponse:
    return redirect(url_for("assignments.show", row=row), code=303)
