"""The queue, one question on one screen, and what is decided there."""

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from quizapp.questions.review import Move
from quizapp.services.accounts import Role
from quizapp.services.errors import FieldRefused
from quizapp.services.review_acts import answer_blind, decide_and_go_on, take_back
from quizapp.services.review_item import ItemView, find_was, open_item
from quizapp.services.review_queue import read_library, read_queue
from quizapp.services.review_reports import Settled
from quizapp.web.context import database, now
from quizapp.web.gate import open_to
from quizapp.web.page import render
from quizapp.web.review.asking import actor_now, blind_now, filters_now, item_address, query
from quizapp.web.review.forms import REASONS, BlindForm, DecideForm, VersionForm
from quizapp.web.review.pages import SHEET, ItemPage, Undoable, make_sides, queue_page, suggested, titles_of, undoable
from quizapp.web.review.words import SETTLED

blueprint = Blueprint("review", __name__, url_prefix="/review")
reviewers = open_to(Role.ADMIN)
LONGEST_ID = 64


@blueprint.get("")
@reviewers
def queue() -> Response:
    """What waits, oldest first."""
    filters, at = filters_now(), now()
    sifted = read_queue(database(), filters=filters, player=actor_now().player, now=at)
    library = read_library(database())
    page = queue_page(
        sifted,
        filters,
        number=page_number(),
        titles=titles_of(library),
        query=query(filters),
        blind=blind_now(),
        undo=undoable(find_was(library, _was()), request.args.get("did", "")),
    )
    return render("review/queue.html", page)


@blueprint.get("/next")
@reviewers
def start() -> AnyResponse:
    """The first question of the queue that nobody has open."""
    filters = filters_now()
    sifted = read_queue(database(), filters=filters, player=actor_now().player, now=now())
    first = next((entry.stored.item for entry in sifted.entries if not entry.holder), "")
    return redirect(item_address(first, filters), code=303)


@blueprint.get("/questions/<id:item>")
@reviewers
def item(item: str) -> Response:
    """One question."""
    return item_page(item)


@blueprint.post("/questions/<id:item>/decide")
@reviewers
def decide(item: str) -> AnyResponse:
    """Decide on it, and on to the next."""
    form, filters = DecideForm(request.form), filters_now()
    if not form.validate():
        return _refused(item, form, "This decision could not be read. Choose one of the buttons again.")
    try:
        went = decide_and_go_on(
            database(),
            item=item,
            version=form.version.data or 0,
            wanted=form.wanted,
            reason=form.words,
            filters=filters,
            actor=actor_now(),
            now=now(),
        )
    except FieldRefused as refused:
        return _refused(item, form, str(refused))
    return redirect(item_address(went.next, filters, was=item, did=form.wanted.value), code=303)


@blueprint.post("/questions/<id:item>/undo")
@reviewers
def undo(item: str) -> AnyResponse:
    """Take back the last decision on it, and look at it again."""
    form = VersionForm(request.form)
    if not form.validate():
        abort(422)
    take_back(database(), item=item, version=form.version.data or 0, actor=actor_now(), now=now())
    return redirect(item_address(item, filters_now(), did=Move.UNDO.value), code=303)


@blueprint.post("/questions/<id:item>/blind")
@reviewers
def blind(item: str) -> AnyResponse:
    """Keep what a reviewer chose before seeing the right answer."""
    form = BlindForm(request.form)
    if not form.validate():
        return item_page(item, problem="Choose an answer first, or look at it without answering.", status=422)
    answer_blind(database(), item=item, version=form.version.data or 0, chosen=form.chosen.data or 0, actor=actor_now(), now=now())
    return redirect(item_address(item, filters_now()), code=303)


def item_page(item: str, *, status: int = 200, **more: object) -> Response:
    """The page of a question; `more` are fields of it, such as what was typed."""
    filters = filters_now()
    view = open_item(database(), item=item, filters=filters, actor=actor_now(), now=now(), was=_was())
    found: dict[str, object] = {
        "reason": suggested(view),
        "undo": undoable(view.was, request.args.get("did", "")),
        "asks": _asks(view),
        **more,
    }
    page = ItemPage(
        title=_title(view, found["undo"], refused=status == 422),
        section="review",
        sheet=SHEET,
        query=query(filters),
        waiting=view.waiting,
        view=view,
        sides=make_sides(view),
        reasons=REASONS,
        settled={one.value: SETTLED[one.value] for one in Settled},
        blind=blind_now(),
        **found,  # type: ignore[arg-type]
    )
    return render("review/item.html", page, status=status)


def _title(view: ItemView, undo: object, *, refused: bool) -> str:
    """The question; what was done comes before it, or that something is missing, for who hears the page read."""
    if refused:
        return f"Not yet: {view.stem}"
    return f"{undo.done}. Next: {view.stem}" if isinstance(undo, Undoable) else view.stem


def _asks(view: ItemView) -> bool:
    """Whether the question is shown without its answer: in the blind mode, until it was answered or looked at on purpose."""
    return blind_now() and view.mine is None and request.args.get("look") != "1"


def _refused(item: str, form: DecideForm, problem: str) -> Response:
    return item_page(item, status=422, problem=problem, note=form.note.data or "", reason=form.reason.data or "", asks=False)


def page_number() -> int:
    """The page of a list that the address asks for, 1 for what is no number."""
    asked = request.args.get("page", "1")
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 1


def _was() -> str:
    return request.args.get("was", "")[:LONGEST_ID]
