"""Refusals as pages in words with a way on; no other file knows status codes of refusals."""

from flask import Flask, Response, redirect, request, url_for
from flask.globals import request_ctx
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from quizapp.exchange.readable import megabytes
from quizapp.services.closed_books import BookClosed
from quizapp.services.errors import (
    AlreadyAnswered,
    AnswerConflict,
    AttemptFinished,
    Conflict,
    Forbidden,
    Invalid,
    LastAdmin,
    LinkUsed,
    NotFound,
    NotSaved,
    NotTold,
    TooOften,
)
from quizapp.services.jobs import TooMuchWork
from quizapp.web.gate import SignInFirst
from quizapp.web.messages import HOME, Way, say
from quizapp.web.uploads import size_now
from quizapp.web.wording import moment, waiting

# Pages whose forms hold passwords: nothing of them is repeated.
PRIVATE = frozenset({"account", "passwords", "people"})
# What a status means here: heading, then sentences.
SAID: dict[int, tuple[str, ...]] = {
    400: ("That request was not clear", "The server could not read what was sent. Nothing was changed."),
    403: ("This page is closed", "It is open to certain people only. Nothing was changed."),
    404: ("There is no such page", "The address may be mistyped, or the page belongs to somebody else."),
    405: ("This address takes no such request", "It can be reached by a button on a page, not by a link."),
    413: ("That was too much to send", "What was sent is larger than any form on this site needs. Nothing was changed."),
    422: ("That could not be used", "Something in the form was missing or not one of the choices. Nothing was changed."),
    429: ("That was a lot at once", "Wait a minute, then try again. Nothing that was saved is lost."),
    500: ("Something broke on our side", "It is written down for the people who run this site. What you had saved is still there."),
}


def register(app: Flask) -> None:
    """Answer every refusal with a page."""
    app.register_error_handler(AlreadyAnswered, already_answered)
    app.register_error_handler(AnswerConflict, answer_stands)
    app.register_error_handler(AttemptFinished, attempt_finished)
    app.register_error_handler(Conflict, conflict)
    app.register_error_handler(TooMuchWork, too_much_work)
    app.register_error_handler(Forbidden, forbidden)
    app.register_error_handler(BookClosed, book_closed)
    app.register_error_handler(SignInFirst, sign_in_first)
    app.register_error_handler(LastAdmin, last_admin)
    app.register_error_handler(TooOften, too_often)
    app.register_error_handler(NotTold, not_told)
    app.register_error_handler(LinkUsed, link_used)
    app.register_error_handler(NotFound, not_found)
    app.register_error_handler(Invalid, invalid)
    app.register_error_handler(NotSaved, not_saved)
    app.register_error_handler(CSRFError, stale_page)
    app.register_error_handler(HTTPException, refused)


def already_answered(error: AlreadyAnswered) -> AnyResponse:
    """An answered question leads to its feedback: the way back in a browser ends here."""
    return redirect(url_for("play.proof", attempt=_attempt(), question=error.question), code=303)


def answer_stands(error: AnswerConflict) -> AnyResponse:
    """A second, different answer: the first one stands."""
    feedback = url_for("play.proof", attempt=_attempt(), question=error.question)
    words = (f"You answered “{error.stands}” before, perhaps in another tab. The first answer counts.",)
    return say(409, "You have answered this one", *words, ways=(Way(label="See its proof", path=feedback), _go_on()))


def attempt_finished(_error: AttemptFinished) -> AnyResponse:
    """A finished quiz leads to its results; an answer that came too late is told so."""
    results = url_for("play.results", attempt=_attempt())
    if request.method in {"GET", "HEAD"}:
        return redirect(results, code=303)
    words = "It was finished before this answer came, perhaps in another tab. This answer was not counted."
    return say(409, "This quiz is finished", words, ways=(Way(label="See the results", path=results), HOME))


def conflict(error: Conflict) -> AnyResponse:
    """Results of an attempt that goes on lead to its next question."""
    if _attempt() and request.method in {"GET", "HEAD"}:
        return redirect(url_for("play.attempt", attempt=_attempt()), code=303)
    words = ("Something changed since this page was loaded. What stood before still stands.", str(error))
    return say(409, "That no longer fits", *filter(None, words), ways=_ways_back())


def _ways_back() -> tuple[Way, ...]:
    """A reviewer goes back to the question as it is now."""
    item = (request.view_args or {}).get("item")
    if item and (request.blueprint or "").startswith("review"):
        return (Way(label="Look at the question as it is now", path=url_for("review.item", item=item)), HOME)
    return (HOME,)


def not_told(_error: NotTold) -> AnyResponse:
    """What may not be told yet leads to what may: that the answer is kept."""
    question = (request.view_args or {}).get("question")
    where = url_for("kept.answer", attempt=_attempt(), question=question) if question else url_for("kept.results", attempt=_attempt())
    return redirect(where, code=303)


def not_found(_error: NotFound) -> Response:
    """Unknown, or not this player's: the same page for both, so that neither can be told from it."""
    if _attempt():
        words = "It belongs to another browser, or this browser’s cookies were cleared. A new one takes one click."
        return say(404, "This quiz is not here", words)
    return say(404, *SAID[404])


def link_used(error: LinkUsed) -> Response:
    """A one-time link that works no more, said so: whoever has it was given it."""
    return say(404, "This link works no more", str(error), ways=(Way(label="Sign in", path=url_for("account.ask_sign_in")), HOME))


def forbidden(_error: Forbidden) -> Response:
    """An account whose role does not reach this far."""
    return say(403, *SAID[403])


def book_closed(error: BookClosed) -> Response:
    """An article that a quiz of this player is answered without."""
    when = f"from {moment(error.until)} on" if error.until else "when your teacher has closed it"
    words = f"It belongs to “{error.quiz}”, which you answer with closed books. You can read it {when}."
    return say(403, "This article is shut for now", words)


def sign_in_first(_error: SignInFirst) -> Response:
    """A page for accounts, asked for by a guest; it is shown after signing in when a link led there."""
    onward = request.path if request.method in {"GET", "HEAD"} else None
    ways = (Way(label="Sign in", path=url_for("account.ask_sign_in", next=onward)), HOME)
    return say(403, "Sign in to see this page", "It is open to people with an account. Nothing was changed.", ways=ways)


def last_admin(_error: LastAdmin) -> Response:
    """The one admin cannot go."""
    words = ("This is the only admin who can sign in. Make somebody else an admin first.", "Nothing was changed.")
    return say(409, "The site needs an admin", *words, ways=(Way(label="Back to your account", path=url_for("account.overview")), HOME))


def too_much_work(error: TooMuchWork) -> Response:
    """As much of this person's work waits or runs as may at a time."""
    return say(409, "One thing after the other", str(error), ways=(Way(label="Work in the background", path=url_for("jobs.index")), HOME))


def too_often(error: TooOften) -> Response:
    """Too many tries, and how long to wait; the same words whether or not there is such an account."""
    response = say(429, "Too many tries", f"Wait {waiting(error.wait)}, then try again. Nothing was changed.", ways=(_form_again(), HOME))
    response.headers["Retry-After"] = str(error.wait)
    return response


def invalid(_error: Invalid) -> Response:
    """A choice that is none of those offered."""
    ways = (Way(label="Back to the question", path=request.path), HOME) if request.endpoint == "play.answer" else (HOME,)
    return say(422, *SAID[422], ways=ways)


def not_saved(_error: NotSaved) -> Response:
    """The database could not take it."""
    words = ("The database did not take it just now. Nothing was lost but this one step.", "Send it again in a moment.")
    response = _say_again(503, "This was not saved", *words)
    response.headers["Retry-After"] = "5"
    return response


def stale_page(_error: CSRFError) -> Response:
    """The page was open for too long or its cookie is gone: what was chosen can be sent again."""
    why = "The page was loaded in an earlier visit, so the site could not be sure that it was you."
    then = "Passwords are not kept: fill in the form again." if _is_private() else "Your choice is kept: send it again."
    return _say_again(422, "Not saved yet", f"{why} {then}", "If this page comes back each time, allow cookies for this site.")


def refused(error: HTTPException) -> AnyResponse:
    """Any other refusal, with its own headers such as Allow."""
    status = error.code or 500
    known = _too_large() if status == 413 else SAID.get(status, SAID[400] if status < 500 else SAID[500])
    response = say(status, *known)
    if "Allow" in (headers := dict(error.get_headers())):
        response.headers["Allow"] = headers["Allow"]
    return response


def _too_large() -> tuple[str, ...]:
    size = size_now()
    if size is None:
        return SAID[413]
    limit = f"a file of at most {megabytes(size.file)}" if size.file else f"a text of at most {megabytes(size.text)}"
    return (SAID[413][0], f"Found more than that; expected {limit}. Bring the part that you need, or paste its text. Nothing was kept.")


def _say_again(status: int, heading: str, *words: str) -> Response:
    if _is_private():
        return say(status, heading, *words, ways=(_form_again(), HOME))
    return say(status, heading, *words, again=True)


def _is_private() -> bool:
    return request.blueprint in PRIVATE


def _form_again() -> Way:
    has_form = request_ctx.url_adapter is not None and request_ctx.url_adapter.test(request.path, method="GET")
    return Way(label="Back to the form", path=request.path if has_form else url_for("account.overview"))


def _attempt() -> str:
    return str((request.view_args or {}).get("attempt", ""))


def _go_on() -> Way:
    return Way(label="Go on with the quiz", path=url_for("play.attempt", attempt=_attempt()))
