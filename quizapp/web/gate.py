"""Who may come in: a page is closed unless its view says `public`."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, abort, current_app, request

View = TypeVar("View", bound=Callable[..., Any])


def public(view: View) -> View:
    """Open a view to everybody."""
    view.__dict__["is_public"] = True
    return view


def public_endpoints(app: Flask) -> frozenset[str]:
    """The endpoints that everybody may see."""
    return frozenset(name for name, view in app.view_functions.items() if getattr(view, "is_public", False))


def close(app: Flask) -> None:
    """Refuse every view that nobody opened."""
    app.before_request(_refuse_closed)


def _refuse_closed() -> None:
    if request.endpoint is not None and request.endpoint not in public_endpoints(current_app):
        abort(403)
