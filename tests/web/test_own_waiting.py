"""The page on which Tess finds her own questions that left play because a library article was corrected; Sam teaches elsewhere."""

import pytest
from flask import Flask

from quizapp.services.accounts import Role
from quizapp.services.own_waiting import waiting_again
from quizapp.services.teachers import teacher_named
from services.own_bank import Own, written
from web import teaching
from web.browsing import Visitor, words
from web.people import place, staff
from web.skerry import ARTICLES

PAGE = "/teach/waiting"
ARTICLE = "/review/articles/the-lamp-on-skerry-burns-again"
TEXT = ARTICLES["lamp.txt"][1]
STEM = "How many metres does the tower on Skerry reach?"
TALL = Own(article="lamp.txt", words="38 metres tall", stem=STEM, key="38 metres", wrong=("30 metres", "44 metres", "52 metres"))


@pytest.fixture
def tess(app: Flask) -> Visitor:
    """Tess teaches, and asks about a library article."""
    visitor, db = teaching.tess(app), app.extensions["database"]
    written(db, teacher_named(db, name="Tess"), TALL)
    return visitor


def correct(app: Flask) -> str:
    """Rita corrects the words it rests on; what she was shown before."""
    rita = staff(app, "Rita", Role.ADMIN)
    new = {"text": TEXT.replace("38 metres tall", "39 metres tall"), "reason": "It was measured again."}
    seen = words(rita.post(ARTICLE, **new))
    rita.post(ARTICLE, **new, sure="yes")
    return seen


def address(app: Flask) -> str:
    """Where the question is left out."""
    db = app.extensions["database"]
    (found,) = waiting_again(db, owner=teacher_named(db, name="Tess"))
    return f"{PAGE}/{found.item}"


def version(app: Flask) -> str:
    """The row of its version."""
    db = app.extensions["database"]
    (found,) = waiting_again(db, owner=teacher_named(db, name="Tess"))
    return str(found.version)


def test_tess_is_told_which_question_waits_and_why(app: Flask, tess: Visitor) -> None:
    assert "Nothing waits for you" in words(tess.get(PAGE))
    seen = correct(app)
    assert "Of teachers’ own questions 0 go on unchanged, 1 waits for its teacher." in seen
    assert STEM not in seen
    assert "1 question of yours left play" in words(tess.get("/teach"))
    page = words(tess.get(PAGE))
    assert STEM in page
    assert "It was measured again." in page


def test_she_leaves_it_out(app: Flask, tess: Visitor) -> None:
    correct(app)
    done = tess.post(address(app), version=version(app))
    assert place(done) == f"{PAGE}?did=left"
    assert "The question is left out. Nothing waits for you." in words(tess.get(place(done)))
    assert "left play" not in words(tess.get("/teach"))


def test_nobody_else_sees_it_or_leaves_it_out(app: Flask, tess: Visitor, paul: Visitor) -> None:
    correct(app)
    sam, path, row = teaching.sam(app), address(app), version(app)
    assert STEM not in words(sam.get(PAGE))
    assert sam.post(path, version=row).status_code == 404
    assert paul.get(PAGE).status_code == 403
    assert paul.post(path, version=row).status_code == 403
    assert STEM in words(tess.get(PAGE))


def test_a_question_that_changed_meanwhile_or_is_not_there_is_said_so(app: Flask, tess: Visitor) -> None:
    correct(app)
    assert tess.post(address(app), version="x").status_code == 404
    assert tess.post(f"{PAGE}/0123456789abcdef0123", version="1").status_code == 404
    assert STEM in words(tess.get(PAGE))
