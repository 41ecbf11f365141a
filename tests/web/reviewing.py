"""Rita reviews the library of `skerry` in tests of pages."""

from dataclasses import replace

from flask import Flask
from sqlalchemy import text
from werkzeug.test import TestResponse

from quizapp.questions.checks import check_item
from quizapp.questions.item import CheckResult, State
from quizapp.services.accounts import Role
from quizapp.services.known import Known, known
from quizapp.services.library import load_library
from quizapp.storage.bank_values import StoredItem
from web import skerry
from web.browsing import Visitor
from web.people import staff

CLOSED = CheckResult(name="short", passed=False, detail="31 words; a question has at most 30.")
WALL = CheckResult(name="key proved", passed=False, detail="No passage shown says it.", absolute=True)


def rita(app: Flask) -> Visitor:
    """A reviewer, signed in."""
    return staff(app, "Rita", Role.ADMIN)


def all_wait(app: Flask, *, really: bool = False, **failed: CheckResult) -> None:
    """Every question waits; `failed` are checks that failed, by the key of the question's row; `really` runs all checks."""
    found = skerry.scope()
    keys = {row.stem: row.key for row in skerry.ROWS}
    extra = {stem: (failed[key],) for stem, key in keys.items() if key in failed}
    made = tuple(
        replace(one, state=State.CANDIDATE, checks=check_item(one.item, found) if really else (*one.checks, *extra.get(one.item.stem, ())))
        for one in skerry.candidates(found)
    )
    load_library(
        app.extensions["database"],
        articles=skerry.articles(),
        scope=found,
        rulings=skerry.pack().rulings,
        candidates=made,
        quizzes=(),
        digest="waiting",
        now=skerry.NOW,
    )


def library(app: Flask) -> Known:
    """What is known now."""
    db = app.extensions["database"]
    with db.reading() as connection:
        found = known(db, connection)
    assert found is not None
    return found


def question(app: Flask, key: str) -> StoredItem:
    """The question on this row of the library."""
    relation = {fact.id: fact.relation.key for fact in library(app).scope.facts}
    return next(one for one in library(app).bank if relation.get(one.value.fact) == key)


def page_of(app: Flask, key: str) -> str:
    """The address of that question's page."""
    return f"/review/questions/{question(app, key).item}"


def records(app: Flask) -> list[str]:
    """What the record holds, but for accounts."""
    with app.extensions["database"].reading() as connection:
        return list(connection.execute(text("SELECT action FROM record WHERE subject_kind != 'account' ORDER BY id")).scalars())


def decide(reviewer: Visitor, app: Flask, key: str, move: str, **fields: str) -> TestResponse:
    """Press a button on a question's page."""
    one = question(app, key)
    fields = {"reason": "trivial", **fields}
    return reviewer.post(f"/review/questions/{one.item}/decide", version=str(one.row), move=move, **fields)


def edit_fields(app: Flask, row: str, **changes: str) -> dict[str, str]:
    """What the form to change that question holds, with these changes."""
    one = question(app, row)
    value = one.value
    options = {f"option_{place}": text for place, text in enumerate(value.options)}
    proof = value.evidence[0]
    words = {"stem": value.stem, "key": str(value.key), "explanation": value.explanation, "article": proof.article, "quote": proof.quote}
    return {"version": str(one.row), **options, **words, "act": "keep", **changes}
