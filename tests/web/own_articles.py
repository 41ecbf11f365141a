"""Tess's article in a browser: keeping it, uploading a file, what stands in the box with the text."""

import io
import re
from html import unescape

from flask import Flask
from werkzeug.test import TestResponse

from quizapp.services import job_runs
from services.own_article import TEXT
from web.browsing import TOKEN, Visitor
from web.people import place

RIGHTS = {"rights": "own work", "rights_note": ""}
SAID = {"title": "The mill at Orrin turns again", "date": "2019-05-04", "source": "", "link": "", "form": "pasted", **RIGHTS}


def keep(visitor: Visitor, **other: str) -> str:
    """Keep the article; the path of its page."""
    return place(visitor.post("/teach/articles", text=TEXT, **{**SAID, **other}))


def upload(visitor: Visitor, name: str, data: bytes) -> TestResponse:
    """Bring a file."""
    found = TOKEN.search(visitor.get("/").text)
    assert found
    sent = {"csrf_token": found[1], "text": "", "file": (io.BytesIO(data), name)}
    return visitor.client.post("/teach/articles/new", data=sent, content_type="multipart/form-data")


def shown_text(response: TestResponse) -> str:
    """What stands in the box with the text."""
    found = re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", response.text, re.DOTALL)
    assert found, response.text
    return unescape(found[1])


def work_off(app: Flask) -> None:
    """Let a worker do what waits."""
    job_runs.work_off(app.extensions["database"])


def rows(app: Flask, table: str) -> int:
    """How many rows a table has."""
    with app.extensions["database"].reading() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() or 0)  # noqa: S608 - a name from a test
