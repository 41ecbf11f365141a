"""Whose request it is: the signed cookie holds a visit's random token, the database knows the rest."""

from flask import Flask, request, session
from flask.sessions import SecureCookieSessionInterface

from quizapp.services.errors import NotFound
from quizapp.services.players import Visit, begin_visit, find_visit
from quizapp.web.context import chance, database, now

KEY = "visit"


class Cookies(SecureCookieSessionInterface):
    """Cookies that travel over https alone where the page itself did."""

    def get_cookie_secure(self, app: Flask) -> bool:  # noqa: ARG002 - Flask's signature
        """Whether this request came over https."""
        return request.is_secure


def visit_now() -> Visit | None:
    """The visit of this request, if there is one that has not ended."""
    token = session.get(KEY)
    return find_visit(database(), token) if isinstance(token, str) else None


def visit_or_guest() -> Visit:
    """The visit of this request, or a guest's that begins here."""
    found = visit_now()
    if found:
        return found
    begun = begin_visit(database(), now=now(), rng=chance())
    session[KEY] = begun.token
    session.permanent = True
    return begun.visit


def player_now() -> int:
    """The player of this request; raises NotFound when there is none, as attempts belong to somebody."""
    found = visit_now()
    if not found:
        raise NotFound("This quiz belongs to another browser, or its cookie is gone.")
    return found.player
