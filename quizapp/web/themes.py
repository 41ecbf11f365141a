"""Light, dark or as the system has it: a choice kept in a cookie and set on the page by the server."""

from enum import StrEnum
from urllib.parse import urlsplit

from flask import Request, request
from werkzeug.wrappers import Response

COOKIE = "theme"
YEAR = 31_536_000


class Theme(StrEnum):
    """How pages look; `system` follows the reader's device."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def theme_now() -> Theme:
    """The theme this browser chose."""
    return read_theme(request.cookies.get(COOKIE, ""))


def read_theme(text: str) -> Theme:
    """The theme of that name; anything else is the system's."""
    return Theme(text) if text in set(Theme) else Theme.SYSTEM


def keep_theme(response: Response, theme: Theme) -> None:
    """Keep the choice in the browser; nothing is kept for the system's."""
    if theme is Theme.SYSTEM:
        response.delete_cookie(COOKIE, samesite="Lax", httponly=True, secure=request.is_secure)
    else:
        response.set_cookie(COOKIE, theme.value, max_age=YEAR, samesite="Lax", httponly=True, secure=request.is_secure)


def page_before(current: Request) -> str:
    """The path on this host that the request came from, or the home page."""
    came_from = urlsplit(current.referrer or "")
    local = came_from.netloc == current.host and came_from.path.startswith("/") and not came_from.path.startswith(("//", "/\\"))
    return came_from.path if local and came_from.path.isprintable() else "/"
