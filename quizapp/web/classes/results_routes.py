"""Results of an assignment: the matrix, the files, correcting what counts as right, and the projector."""

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from quizapp.exchange import csv, xlsx
from quizapp.services import class_results, class_results_export, correcting, discussing
from quizapp.services.class_results_export import ResultsFile
from quizapp.web.account.forms import filled
from quizapp.web.classes.correction_pages import after_correcting, correction_page, said_of
from quizapp.web.classes.discuss_pages import discuss_page
from quizapp.web.classes.forms import CorrectionForm
from quizapp.web.classes.results_pages import results_page
from quizapp.web.context import chance, database, now
from quizapp.web.page import render
from quizapp.web.teach.who import teacher_now, teachers

blueprint = Blueprint("results", __name__, url_prefix="/teach/assignments/<number:row>")


@blueprint.get("/results")
@teachers
def show(row: int) -> Response:
    """Who got what, and what it tells."""
    view = class_results.results(database(), owner=teacher_now().player, row=row, now=now())
    return render("classes/results.html", results_page(view, said=said_of(request.args)))


@blueprint.get("/results.csv")
@teachers
def as_csv(row: int) -> Response:
    """The matrix and the answers as a file."""
    made = class_results_export.export_csv(database(), owner=teacher_now().player, row=row, now=now())
    return _file(made, csv.MIMETYPE, "csv")


@blueprint.get("/results.xlsx")
@teachers
def as_xlsx(row: int) -> Response:
    """Matrix, answers and statistics as a workbook."""
    made = class_results_export.export_xlsx(database(), owner=teacher_now().player, row=row, now=now())
    return _file(made, xlsx.MIMETYPE, "xlsx")


@blueprint.get("/results/<ordinal:question>/right")
@teachers
def ask_correct(row: int, question: int) -> Response:
    """Which answers count as right."""
    found = correcting.correction(database(), owner=teacher_now().player, row=row, question=question, now=now())
    return render("classes/correct.html", correction_page(found, CorrectionForm(data={"explanation": found.explanation})))


@blueprint.post("/results/<ordinal:question>/right")
@teachers
def correct(row: int, question: int) -> AnyResponse:
    """Let other answers count as right; everybody is graded anew, and the question is mended."""
    actor, form, at = teacher_now(), CorrectionForm(request.form), now()
    right = form.places(request.form.getlist("right"))
    sent = {"why": form.why.data or "", "explanation": form.explanation.data or ""}
    done = filled(
        form,
        lambda: correcting.correct(database(), actor=actor, row=row, question=question, right=right, **sent, now=at, rng=chance()),
    )
    if done is None:
        found = correcting.correction(database(), owner=actor.player, row=row, question=question, now=at)
        return render("classes/correct.html", correction_page(found, form, right), status=422)
    return redirect(after_correcting(done, row, question), code=303)


@blueprint.get("/discuss/<ordinal:question>")
@teachers
def discuss(row: int, question: int) -> Response:
    """One question for everybody to see; with its counts and proof when asked for."""
    shown = request.args.get("shown") == "1"
    view = discussing.discuss(database(), owner=teacher_now().player, row=row, question=question, shown=shown, now=now())
    return render("classes/discuss.html", discuss_page(view))


def _file(made: ResultsFile, mimetype: str, ending: str) -> Response:
    response = Response(made.body, mimetype=mimetype)
    response.headers["Content-Disposition"] = f'attachment; filename="{made.name}.{ending}"'
    return response
