"""Pages in words: what happened, what stands, and ways on."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Response, request

from quizapp.web.page import Page, render

# Fields that a page may offer to send again; nothing else that was sent is repeated.
RESENT = ("option", "theme")
LONGEST = 64


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """A link that leads on."""

    label: str
    path: str


HOME = Way(label="Go to the quizzes", path="/")


@dataclass(frozen=True, kw_only=True, slots=True)
class Resend:
    """The form that was sent, to be sent again with one click."""

    path: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class MessagePage(Page):
    """A heading, sentences, ways on."""

    words: Sequence[str]
    ways: Sequence[Way]
    resend: Resend | None = None


def say(status: int, heading: str, *words: str, ways: Sequence[Way] = (HOME,), again: bool = False) -> Response:
    """A message page; `again` offers to send the same form again when this was one."""
    resend = _resend() if again and request.method == "POST" else None
    page = MessagePage(title=heading, sheet="play.css", words=words, ways=ways, resend=resend)
    return render("site/message.html", page, status=status)


def _resend() -> Resend:
    sent = ((name, request.form.get(name, "")) for name in RESENT)
    return Resend(path=request.path, fields=tuple((name, value) for name, value in sent if 0 < len(value) <= LONGEST))
