"""Whose request it is: the signed cookie holds a visit's random token, the database knows the rest."""

from flask import Flask, g, request, session
from flask.sessions import SecureCookieSessionInterface

from quizapp.services.account_acts import Browser
from quizapp.services.errors import NotFound
from quizapp.services.players import NewVisit, Visit, begin_visit, find_visit
from quizapp.web.context import chance, database, now

KEY = "visit"


class Cookies(SecureCookieSessionInterface):
    """Cookies that travel over https alone where the page itself did."""

    def get_cookie_secure(self, app: Flask) -> bool:  # noqa: ARG002 - Flask's signature
        """Whether this request came over https."""
        return request.is_secure


def visit_now() -> Visit | None:
    """The visit of this request, if there is one that has not ended; looked up once a request."""
    token = _token()
    if not token:
        return None
    known: tuple[str, Visit | None] | None = g.get("visit_now")
    if known is None or known[0] != token:
        known = g.visit_now = (token, find_visit(database(), token))
    return known[1]


def visit_or_guest() -> Visit:
    """The visit of this request, or a guest's that begins here."""
    found = visit_now()
    if found:
        return found
    begun = begin_visit(database(), now=now(), rng=chance())
    _keep(begun)
    return begun.visit


def player_now() -> int:
    """The player of this request; raises NotFound when there is none, as attempts belong to somebody."""
    found = visit_now()
    if not found:
        raise NotFound("This quiz belongs to another browser, or its cookie is gone.")
    return found.player


def browser_now() -> Browser:
    """Where this request comes from."""
    return Browser(address=request.remote_addr or "", visit=_token())


def keep_visit(new: NewVisit) -> None:
    """Let the browser go on with a new visit; nothing of its session before is kept, its CSRF nonce neither."""
    session.clear()
    _keep(new)


def forget_visit() -> None:
    """Keep nothing of this browser's session."""
    session.clear()


def _token() -> str:
    token = session.get(KEY)
    return token if isinstance(token, str) else ""


def _keep(new: NewVisit) -> None:
    session[KEY] = new.token
    session.permanent = True
