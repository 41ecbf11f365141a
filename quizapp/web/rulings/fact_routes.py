"""Facts: finding them, looking at all passages of one, ruling on it."""

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.knowledge.fact import Verdict
from quizapp.services import fact_views, rulings
from quizapp.services.accounts import Role
from quizapp.services.errors import FieldRefused
from quizapp.web.context import database, now
from quizapp.web.gate import open_to
from quizapp.web.page import render
from quizapp.web.review.asking import actor_now
from quizapp.web.rulings.forms import FactForm, fact_ruling
from quizapp.web.rulings.pages import SHEET, FactPage, FactsPage, preview_page

blueprint = Blueprint("facts", __name__, url_prefix="/review/facts")
reviewers = open_to(Role.ADMIN)
LONGEST_WORDS = 100


@blueprint.get("")
@reviewers
def index() -> Response:
    """Facts, those on which articles disagree first."""
    words, chosen = request.args.get("q", "")[:LONGEST_WORDS], request.args.get("verdict", "")
    verdict = Verdict(chosen) if chosen in set(Verdict) else None
    view = fact_views.list_facts(database(), words=words, verdict=verdict, page=request.args.get("page", 1, type=int))
    page = FactsPage(title="Facts", section="review", sheet=SHEET, view=view, words=words, verdict=verdict.value if verdict else "")
    return render("rulings/facts.html", page)


@blueprint.get("/<id:fact>")
@reviewers
def fact(fact: str) -> Response:
    """One fact with every passage, its rulings and its questions."""
    return _page(fact)


@blueprint.post("/<id:fact>")
@reviewers
def rule(fact: str) -> AnyResponse:
    """Show what a ruling will change, or make it when the admin has seen that."""
    form = FactForm(request.form)
    try:
        return _ruled(fact, form)
    except FieldRefused as refused:
        return _page(fact, form=form, problem=str(refused), wrong=refused.field, status=422)


def _ruled(fact: str, form: FactForm) -> AnyResponse:
    claims, chosen = request.form.getlist("claims"), form.into.data or ""
    into = fact_views.fact_key(database(), fact=chosen) if chosen else None
    ruling = fact_ruling(form, fact_views.fact_key(database(), fact=fact), claims=claims, into=into)
    if form.is_sure:
        made = rulings.make_ruling(database(), ruling=ruling, actor=actor_now(), now=now())
        return redirect(url_for("rulings.ruling", ruling=made.row), code=303)
    effect = rulings.foresee_ruling(database(), ruling=ruling)
    fields = [(name, form[name].data or "") for name in ("kind", "reason", "part", "into")] + [("claims", one) for one in claims]
    here = url_for("facts.fact", fact=fact)
    return render("rulings/preview.html", preview_page(ruling, effect, fields=fields, address=here, back=here))


def _page(fact: str, *, form: FactForm | None = None, problem: str = "", wrong: str = "", status: int = 200) -> Response:
    words = request.args.get("q", "")[:LONGEST_WORDS]
    view = fact_views.one_fact(database(), fact=fact)
    title = view.line.name[0].upper() + view.line.name[1:]
    page = FactPage(
        title=f"Not yet: {title}" if problem else title,
        section="review",
        sheet=SHEET,
        view=view,
        others=fact_views.facts_to_merge(database(), fact=fact, words=words),
        words=words,
        problem=problem,
        wrong=wrong,
        typed={name: form[name].data or "" for name in ("kind", "reason", "part", "into")} if form else {},
        ticked=request.form.getlist("claims"),
    )
    return render("rulings/fact.html", page, status=status)
