"""A teacher's pages in tests: making a class, giving a quiz, coming to it."""

import re
from urllib.parse import urlsplit

from werkzeug.test import TestResponse

from web.browsing import Visitor
from web.people import place

NAMES = "Mina\nNoor\nOtto"
TERMS = {"tries": "1", "feedback": "each", "timer": ""}


def make_class(teacher: Visitor, title: str = "Owls", names: str = NAMES) -> str:
    """A class; the path of its page."""
    return urlsplit(place(teacher.post("/teach/classes", title=title, names=names))).path


def give(teacher: Visitor, whom: str = "anybody", quiz: str = "winter", **terms: str) -> tuple[str, str]:
    """Give a quiz to anybody, or to the class with this path; the path of the assignment, and its code."""
    row = whom.rsplit("/", 1)[-1]
    path = urlsplit(place(teacher.post("/teach/assignments", quiz=quiz, whom=row, **{**TERMS, **terms}))).path
    found = re.search(r"/join/([A-Z]{6})<", teacher.get(path).text)
    assert found
    return path, found[1]


def seats(visitor: Visitor, code: str) -> dict[str, str]:
    """The names at the door, with the paths behind them."""
    found = re.findall(r'<a href="(/join/[A-Z]{6}/as/\d+)">([^<]+)<', visitor.get(f"/join/{code}").text)
    return {name.strip(): path for path, name in found}


def take(visitor: Visitor, code: str, name: str) -> str:
    """Take a name; its personal code."""
    page = visitor.post(seats(visitor, code)[name])
    assert page.status_code == 200, page.text
    found = re.search(r"Your code is </span>([A-Z0-9 ]+)<", page.text)
    assert found
    return found[1]


def begin(visitor: Visitor, code: str, **fields: str) -> TestResponse:
    """Begin, and look at the first question."""
    return visitor.follow(visitor.post(f"/join/{code}", **fields))
