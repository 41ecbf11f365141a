"""The page on which a teacher says what counts as right: her own question is mended, one of the library counts so in her classes."""

import re
from datetime import UTC, datetime

import pytest
from flask import Flask

from quizapp.services.accounts import Role
from quizapp.services.deciding import Actor
from quizapp.services.teachers import teacher_named
from services.accounts import School
from services.own_reports import STEM, report_one
from web import teaching
from web.browsing import Visitor, words
from web.classroom import begin, give
from web.people import place, staff

MINE = "/teach/assignments/1/results"


@pytest.fixture
def tess(app: Flask) -> Visitor:
    """Tess teaches, and a player answered the question in her own words."""
    visitor, db = teaching.tess(app), app.extensions["database"]
    actor = Actor(player=teacher_named(db, name="Tess"), name="Tess")
    report_one(db, actor, School(db=db).guest().visit.player, now=datetime.now(UTC))
    return visitor


def box(page: str, answer: str) -> str:
    """The value of the box before an answer."""
    return next(place for place, text in re.findall(r'name="right" value="(\d)"(?: checked)?>([^<]*?)\s*<', page) if text == answer)


def test_a_question_of_ones_own_is_corrected_and_its_teacher_led_to_where_it_waits(tess: Visitor) -> None:
    page = tess.get(f"{MINE}/1/right")
    assert 'name="explanation"' in page.text
    assert "it becomes a new version and is checked again" in words(page)
    sent = {"right": box(page.text, "Tom Ray"), "why": "It was Tom.", "explanation": "Tom Ray built it."}
    led = tess.follow(tess.post(f"{MINE}/1/right", **sent))
    assert "Everybody is graded anew. Question 1 waits with its new right answer" in words(led)
    assert STEM in words(led)
    assert "does not stand in the passages shown" in words(led)


def test_what_cannot_be_used_comes_back_as_it_was_typed(tess: Visitor) -> None:
    page = tess.get(f"{MINE}/1/right")
    right = box(page.text, "Tom Ray")
    refused = tess.post(f"{MINE}/1/right", right=right, why="", explanation="Tom Ray built it.")
    assert refused.status_code == 422
    assert "A reason of 0 characters" in words(refused)
    assert f'value="{right}" checked' in refused.text
    assert "Tom Ray built it.</textarea>" in refused.text


def test_a_question_that_counts_for_nobody_is_said_to_be_out(tess: Visitor) -> None:
    led = tess.follow(tess.post(f"{MINE}/1/right", why="Nobody can know this."))
    assert "Question 1 is graded anew." in words(led)
    assert "It is not asked any more until somebody changes its answers." in words(led)
    assert "It counts for nobody." in words(led)


def test_a_question_of_the_library_counts_so_in_her_classes_and_reviewers_read_her_report(app: Flask, tess: Visitor, paul: Visitor) -> None:
    path, code = give(tess)
    asked = paul.read(begin(paul, code, nickname="Paul"))
    paul.play_through(asked, wrongly=2)
    page = tess.get(f"{path}/results/1/right")
    assert "This question belongs to the library." in words(page)
    assert 'name="explanation"' not in page.text
    led = tess.follow(tess.post(f"{path}/results/1/right", why="Nobody can know this."))
    assert "reviewers got a report" in words(led)
    assert "Nobody can know this." in words(paul.get("/"))
    rita = staff(app, "Rita", Role.ADMIN)
    found = re.search(r'href="(/review/questions/[0-9a-f]+)', rita.get("/review?why=reported").text)
    assert found
    assert "Corrected for a class: it counts for nobody. Nobody can know this." in words(rita.get(found[1]))


def test_an_admin_corrects_a_question_of_the_library_for_everybody(app: Flask, tess: Visitor, paul: Visitor) -> None:
    ada = staff(app, "Ada", Role.ADMIN)
    path, code = give(ada)
    paul.play_through(paul.read(begin(paul, code, nickname="Paul")), wrongly=2)
    assert ada.post(f"{path}/results/1/right", right="1", why="").status_code == 422
    place(ada.post(f"{path}/results/1/right", why="Nobody can know this."))
    assert "It counts for nobody." in words(ada.get(f"{path}/results"))
    assert "Nobody can know this." in words(paul.get("/"))
    assert tess.get(f"{path}/results/1/right").status_code == 404


@pytest.mark.parametrize("query", ["did=replaced", "did=hello&q=1", "did=out&q=1x", "did=out&q=" + "9" * 30])
def test_made_up_words_in_the_address_say_nothing(tess: Visitor, query: str) -> None:
    assert "graded anew" not in words(tess.get(f"{MINE}?{query}"))
