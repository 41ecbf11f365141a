"""Teachers in the tests of pages: Tess teaches, Sam is a stranger who teaches too."""

from flask import Flask

from quizapp.services.accounts import Role
from quizapp.services.known import known
from web.browsing import Visitor
from web.people import place, staff


def tess(app: Flask) -> Visitor:
    """Tess teaches."""
    return staff(app, "Tess", Role.TEACHER)


def sam(app: Flask) -> Visitor:
    """Sam teaches too, elsewhere."""
    return staff(app, "Sam", Role.TEACHER)


def question(app: Flask, stem: str) -> int:
    """The row of the library's question that begins so."""
    db = app.extensions["database"]
    with db.reading() as connection:
        library = known(db, connection)
    assert library
    return next(one.row for one in library.bank if one.value.stem.startswith(stem))


def new_quiz(teacher: Visitor, *questions: int, title: str = "Lights") -> str:
    """The address of a quiz with these questions."""
    path = place(teacher.post("/teach/quizzes", title=title)).split("?")[0]
    for one in questions:
        place(teacher.post(f"{path}/questions", question=str(one)))
    return path
