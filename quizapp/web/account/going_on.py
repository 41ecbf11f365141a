"""Where to go after signing in: the local page that asked for it, kept in the cookie, never repeated on a page."""

import unicodedata
from urllib.parse import urlsplit

from flask import redirect, request, session, url_for
from werkzeug.wrappers import Response

KEY = "next"
LONGEST = 300


def local_path(text: str) -> str | None:
    """The path when it leads to this site and nowhere else, control characters removed first; None for anything else."""
    path = "".join(sign for sign in text if unicodedata.category(sign)[0] not in "CZ" or sign == " ").strip()
    if not path.startswith("/") or path.startswith("//") or "\\" in path or len(path) > LONGEST:
        return None
    parts = urlsplit(path)
    return path if not parts.scheme and not parts.netloc else None


def keep_next() -> None:
    """Remember the page that a link to signing in names, if it is one of ours."""
    path = local_path(request.args.get(KEY, ""))
    if path:
        session[KEY] = path


def take_next() -> str:
    """The page to go on with, the home page if none was named; forgotten afterwards."""
    kept = session.pop(KEY, None)
    return (local_path(kept) if isinstance(kept, str) else None) or url_for("play.home")


def go_on() -> Response:
    """Go on with what came before signing in."""
    return redirect(take_next(), code=303)
