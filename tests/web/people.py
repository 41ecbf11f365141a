"""The people of the account tests: Paul plays, Sam is a stranger, Tess teaches, Ada administers."""

from datetime import UTC, datetime

from flask import Flask
from werkzeug.test import TestResponse

from quizapp.services.accounts import Role, create_account
from web.browsing import Visitor

PASSWORD = "blue kettle rain"
OTHER = "nine slow herons"


def register(visitor: Visitor, name: str, *, password: str = PASSWORD) -> TestResponse:
    """Make an account in this browser."""
    return visitor.post("/account/register", name=name, password=password)


def sign_in(visitor: Visitor, name: str, *, password: str = PASSWORD) -> TestResponse:
    """Sign in in this browser."""
    return visitor.post("/account/sign-in", name=name, password=password)


def staff(app: Flask, name: str, role: Role) -> Visitor:
    """Somebody with a role, signed in."""
    create_account(
        app.extensions["database"],
        name=name,
        password=PASSWORD,
        role=role,
        passwords=app.extensions["passwords"],
        now=datetime.now(UTC),
    )
    visitor = Visitor(app)
    assert sign_in(visitor, name).status_code == 303
    return visitor


def cookie(visitor: Visitor) -> str:
    """The session cookie as the browser holds it."""
    found = visitor.client.get_cookie("quizapp")
    assert found
    return found.value


def holding(app: Flask, value: str) -> Visitor:
    """A browser that sends this cookie."""
    visitor = Visitor(app)
    visitor.client.set_cookie("quizapp", value)
    return visitor


def place(response: TestResponse) -> str:
    """Where a redirect leads."""
    assert response.status_code == 303, response.text
    return response.headers["Location"]
