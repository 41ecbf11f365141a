"""The page on which Tess answers what players reported about her own questions; Sam teaches elsewhere, Rita reviews, Paul plays."""

import re
from datetime import UTC, datetime

import pytest
from flask import Flask

from quizapp.services.accounts import Role
from quizapp.services.deciding import Actor
from quizapp.services.own_reports import reported
from quizapp.services.teachers import teacher_named
from services.accounts import School
from services.own_reports import STEM, WORDS, report_one
from web import teaching
from web.browsing import Visitor, words
from web.classroom import begin
from web.people import staff

PAGE = "/teach/reports"


@pytest.fixture
def tess(app: Flask) -> Visitor:
    """Tess teaches, and a player reported her question."""
    visitor, db = teaching.tess(app), app.extensions["database"]
    actor = Actor(player=teacher_named(db, name="Tess"), name="Tess")
    report_one(db, actor, School(db=db).guest().visit.player, now=datetime.now(UTC))
    return visitor


def address(app: Flask) -> str:
    """Where the report is answered."""
    db = app.extensions["database"]
    (found,) = reported(db, owner=teacher_named(db, name="Tess"))
    return f"{PAGE}/{found.report}"


def test_tess_is_told_of_the_report_and_answers_it(app: Flask, tess: Visitor) -> None:
    assert "Players reported 1 problem with questions of your own." in words(tess.get("/teach"))
    page = words(tess.get(PAGE))
    assert STEM in page
    assert f"The right answer is another one. “{WORDS}”" in page
    after = tess.follow(tess.post(address(app), outcome="upheld", answer="You are right, thank you."))
    assert "Nothing waits for you" in words(after)
    assert "Players reported" not in words(tess.get("/teach"))


def test_a_report_leads_to_what_counts_as_right_in_its_results_which_say_that_it_was_reported(tess: Visitor) -> None:
    link = "/teach/assignments/1/results/1/right"
    assert f'href="{link}"' in tess.get(PAGE).text
    assert STEM in words(tess.get(link))
    assert "1 player reported a problem with it." in words(tess.get("/teach/assignments/1/results"))


def test_one_article_is_named_once_in_the_results_of_a_player(app: Flask, tess: Visitor) -> None:
    code = re.search(r"/join/([A-Z]{6})<", tess.get("/teach/assignments/1").text)
    assert code
    sam = Visitor(app)
    asked = sam.read(begin(sam, code[1], nickname="Sam"))
    sam.answer(asked, next(iter(asked.options.values())))
    said = words(sam.next(asked))
    assert "All of it stands in “" in said
    assert "Only one article says so" not in said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"outcome": "stands"}, "Write a sentence to the player"),
        ({"answer": "It is so."}, "Press one of the two buttons."),
        ({"outcome": "stands", "answer": "x" * 301}, "at most 300 characters"),
    ],
)
def test_an_answer_that_cannot_be_taken_stays_in_its_field(app: Flask, tess: Visitor, fields: dict[str, str], said: str) -> None:
    answer = tess.post(address(app), **fields)
    assert answer.status_code == 422
    assert said in words(answer)
    assert fields.get("answer", "") in answer.text
    assert "<title>Not yet: Reported by players" in answer.text


def test_nobody_else_sees_or_answers_it(app: Flask, tess: Visitor, paul: Visitor) -> None:
    path, sent = address(app), {"outcome": "stands", "answer": "No."}
    for other in (teaching.sam(app), staff(app, "Rita", Role.ADMIN)):
        assert STEM not in other.get(PAGE).text
        assert other.post(path, **sent).status_code == 404
    assert (paul.get(PAGE).status_code, paul.post(path, **sent).status_code) == (403, 403)
    assert STEM in tess.get(PAGE).text
