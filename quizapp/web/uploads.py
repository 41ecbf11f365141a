"""Forms that may be larger than others: their views say so, and everything else keeps the small limit of the site."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Flask, current_app, request

View = TypeVar("View", bound=Callable[..., Any])
FRAME = 65_536
"""What a form weighs besides its file and its text."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Size:
    """How many bytes a form may have: its file, and its text once it is encoded."""

    file: int
    text: int


def takes(*, file: int = 0, text: int = 0) -> Callable[[View], View]:
    """Let a view take a file and a text of at most so many bytes."""

    def mark(view: View) -> View:
        view.__dict__["takes"] = Size(file=file, text=text)
        return view

    return mark


def size_now() -> Size | None:
    """What the view of this request takes; None where the limit of the site holds."""
    view = current_app.view_functions.get(request.endpoint or "")
    size: Size | None = getattr(view, "takes", None)
    return size


def register(app: Flask) -> None:
    """Set the limits before anything reads the form; call it after the gate, so that a stranger's upload is not even read."""
    app.before_request(_set_limits)


def _set_limits() -> None:
    size = size_now()
    if size is not None:
        request.max_content_length = size.file + size.text + FRAME
        request.max_form_memory_size = size.text + FRAME
