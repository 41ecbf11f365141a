"""What an id in an address may look like: anything else is an unknown page, and never reaches a database."""

from flask import Flask
from werkzeug.routing import BaseConverter


class WordId(BaseConverter):
    """A random or content id."""

    regex = r"[A-Za-z0-9_-]{1,64}"


class Slug(BaseConverter):
    """Lower-case words joined by hyphens."""

    regex = r"[a-z0-9][a-z0-9-]{0,199}"


class Ordinal(BaseConverter):
    """The number of a question, from 1."""

    regex = r"[1-9][0-9]{0,2}"

    def to_python(self, value: str) -> int:
        """The number."""
        return int(value)


class Number(BaseConverter):
    """The number of a row, from 1, within what a database takes."""

    regex = r"[1-9][0-9]{0,8}"

    def to_python(self, value: str) -> int:
        """The number."""
        return int(value)


class AssetName(BaseConverter):
    """A static file's name with its digest."""

    regex = r"[a-z0-9-]{1,40}\.[0-9a-f]{12}\.[a-z0-9]{2,5}"


def register(app: Flask) -> None:
    """Let routes say `<id:…>`, `<slug:…>`, `<ordinal:…>`, `<number:…>` and `<asset:…>`."""
    app.url_map.converters.update(id=WordId, slug=Slug, ordinal=Ordinal, number=Number, asset=AssetName)
