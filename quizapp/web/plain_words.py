"""What people send, without the one sign that databases cannot take: PostgreSQL refuses text with it, and SQLite's `length` ends there."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask import Flask, Request
from werkzeug.datastructures import ImmutableMultiDict, MultiDict

NUL = "\0"


class PlainWords(ImmutableMultiDict[str, Any]):
    """Fields of a form or of an address, with a space for every NUL in their words; files stay as they are."""

    def __init__(self, mapping: Mapping[str, Any] | Iterable[tuple[str, Any]] | None = None) -> None:
        sent = MultiDict(mapping)
        super().__init__([(_plain(name), _plain(value)) for name, value in sent.items(multi=True)])


class PlainRequest(Request):
    """A request whose fields are plain words."""

    parameter_storage_class = PlainWords


def register(app: Flask) -> None:
    """Read every request so."""
    app.request_class = PlainRequest


def _plain(value: Any) -> Any:
    return value.replace(NUL, " ") if isinstance(value, str) else value
