"""Who may come in: a page is closed unless its view says `public` or names the roles it is open to."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, abort, current_app, request
from werkzeug.exceptions import Forbidden

from quizapp.services.accounts import Role
from quizapp.web.visits import visit_now

View = TypeVar("View", bound=Callable[..., Any])


def public(view: View) -> View:
    """Open a view to everybody."""
    view.__dict__["is_public"] = True
    return view


def open_to(*roles: Role) -> Callable[[View], View]:
    """Open a view to accounts with one of these roles."""

    def mark(view: View) -> View:
        view.__dict__["open_to"] = frozenset(roles)
        return view

    return mark


members = open_to(*Role)
"""Opens a view to everybody who has signed in."""


class SignInFirst(Forbidden):
    """The page is open to certain accounts, and nobody has signed in."""


def public_endpoints(app: Flask) -> frozenset[str]:
    """The endpoints that everybody may see."""
    return frozenset(name for name, view in app.view_functions.items() if getattr(view, "is_public", False))


def close(app: Flask) -> None:
    """Refuse every view that nobody opened."""
    app.before_request(_refuse_closed)


def _refuse_closed() -> None:
    if request.endpoint is None or request.endpoint in public_endpoints(current_app):
        return
    roles: frozenset[Role] = getattr(current_app.view_functions[request.endpoint], "open_to", frozenset())
    visit = visit_now() if roles else None
    if roles and (visit is None or visit.role is None):
        raise SignInFirst
    if visit is None or visit.role not in roles:
        abort(403)
