"""A teacher takes back a change of a question on her own article: the version before stands again."""

import re
from datetime import UTC, datetime

import pytest
from flask import Flask

from quizapp.services.deciding import Actor
from quizapp.services.teachers import teacher_named
from services.own_reports import STEM, own_quiz
from web import teaching
from web.browsing import Visitor, words
from web.people import place

OTHER = "Who made the new wheel of the mill at Orrin?"
BACK = "Take back the change"


@pytest.fixture
def tess(app: Flask) -> Visitor:
    """Tess teaches, and approved the question in her own words."""
    visitor, db = teaching.tess(app), app.extensions["database"]
    own_quiz(db, Actor(player=teacher_named(db, name="Tess"), name="Tess"), now=datetime.now(UTC))
    return visitor


@pytest.fixture
def page(tess: Visitor) -> str:
    """The page of her questions."""
    found = re.search(r'href="(/teach/articles/[\w-]+-[0-9a-f]{8})"', tess.get("/teach/articles").text)
    assert found
    return f"{found[1]}/questions"


def part(tess: Visitor, page: str, wanted: str) -> str:
    """What stands on the page: the address of an act, or the version."""
    found = re.search(wanted, tess.get(page).text)
    assert found
    return found[1]


def change(tess: Visitor, page: str) -> None:
    """Give the question other words."""
    address = part(tess, page, r'href="([^"]+/edit)"')
    form = tess.get(address).text
    options: dict[str, str] = dict(re.findall(r'name="(option_\d)" maxlength="2000" value="([^"]*)"', form))
    key = re.search(r'value="(\d)"\s+aria-label="[^"]*"\s+checked', form)
    version = re.search(r'name="version" value="(\d+)"', form)
    assert key
    assert version
    place(tess.post(address, save="yes", stem=OTHER, key=key[1], explanation="Mira Holt made it.", version=version[1], **options))


def test_an_edit_is_taken_back_and_the_approved_question_stands_again(tess: Visitor, page: str) -> None:
    assert BACK not in tess.get(page).text
    change(tess, page)
    shown = tess.get(page).text
    assert OTHER in shown
    assert BACK in shown
    assert 'data-key="u"' in shown
    undo = part(tess, page, r'formaction="([^"]+/undo)"')
    done = tess.follow(tess.post(undo, version=part(tess, page, r'name="version" value="(\d+)"')))
    assert "Question 1: approved." in words(done)
    assert STEM in words(done)
    assert OTHER not in words(done)


def test_what_was_taken_back_already_is_told_and_changes_nothing(tess: Visitor, page: str) -> None:
    change(tess, page)
    undo, version = part(tess, page, r'formaction="([^"]+/undo)"'), part(tess, page, r'name="version" value="(\d+)"')
    tess.post(undo, version=version)
    again = tess.post(undo, version=version)
    assert again.status_code == 409
    assert "You were here meanwhile, perhaps in another tab" in words(again)
    assert STEM in words(tess.get(page))
