"""A visitor for tests: cookies kept, forms filled in as a browser would."""

import re
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urlsplit

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from web.skerry import answer_to

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


class Words(HTMLParser):
    """The words of a page, white space folded."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        """Collect text."""
        self.found.append(data)


def words(response: TestResponse) -> str:
    """What a reader sees of a page."""
    return " ".join(" ".join(Words(response.text).found).split())


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question's page as its player sees it."""

    path: str
    stem: str
    options: dict[str, str]

    @property
    def attempt(self) -> str:
        """The attempt's id."""
        return self.path.split("/")[2]

    def right(self) -> str:
        """The token of the right option."""
        return self.options[answer_to(self.stem)]

    def wrong(self) -> str:
        """The token of a wrong option."""
        return next(token for text, token in self.options.items() if text != answer_to(self.stem))


class Visitor:
    """One browser."""

    def __init__(self, app: Flask) -> None:
        self.client: FlaskClient = app.test_client()

    def get(self, path: str, **more: object) -> TestResponse:
        """Open a page."""
        return self.client.get(path, **more)  # type: ignore[arg-type]

    def post(self, path: str, **fields: str) -> TestResponse:
        """Send a form with this visit's token."""
        found = TOKEN.search(self.get("/").text)
        assert found
        return self.client.post(path, data={"csrf_token": found[1], **fields})

    def follow(self, response: TestResponse) -> TestResponse:
        """Go where a redirect leads, and on."""
        while response.status_code == 303:
            led = urlsplit(response.headers["Location"])
            response = self.get(f"{led.path}?{led.query}" if led.query else led.path)
        return response

    def start(self, quiz: str = "ten-on-skerry") -> Asked:
        """Start a quiz and read its first question."""
        return self.read(self.follow(self.post(f"/play/{quiz}")))

    def read(self, response: TestResponse) -> Asked:
        """Read a question's page."""
        assert response.status_code == 200, response.text
        page = response.text
        stem = re.search(r"<h1>(.*?)</h1>", page, re.DOTALL)
        assert stem, page
        rows = re.findall(r'<label class="opt">.*?<span>(.*?)</span>\s*<input[^>]*value="([^"]+)"', page, re.DOTALL)
        return Asked(path=response.request.path, stem=unescape(stem[1].strip()), options={unescape(text): token for text, token in rows})

    def answer(self, asked: Asked, token: str | None = None) -> TestResponse:
        """Answer a question, rightly unless a token is given."""
        return self.post(asked.path, option=token or asked.right())

    def next(self, asked: Asked) -> TestResponse:
        """Go on with the attempt."""
        return self.follow(self.get(f"/attempts/{asked.attempt}"))

    def play_through(self, asked: Asked, *, wrongly: int = 0) -> TestResponse:
        """Answer everything, the first `wrongly` questions wrongly; the results page."""
        page = None
        while page is None or 'id="answer"' in page.text:
            asked = self.read(page) if page else asked
            self.answer(asked, asked.wrong() if wrongly > 0 else None)
            wrongly -= 1
            page = self.next(asked)
        return page
