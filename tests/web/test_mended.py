"""A mended question on the pages of those who played it: results, feedback, news on the next visit, history."""

import re
from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import text

from quizapp.services import regrading
from quizapp.services.accounts import Role
from quizapp.services.deciding import Actor
from web.browsing import Visitor, words
from web.people import staff

STEM = "Who drew the tower on Skerry?"
WHY = "Both drew it, two papers say."


@pytest.fixture
def results(paul: Visitor) -> str:
    """The address of the results of Paul, who got everything wrong."""
    return paul.play_through(paul.start(), wrongly=99).request.path


def mend(app: Flask, *, right: int) -> None:
    """Let the first `right` answers of the question count."""
    db = app.extensions["database"]
    with db.writing() as connection:
        version = connection.scalar(text("SELECT id FROM item_version WHERE stem = :stem"), {"stem": STEM})
        rita = connection.scalar(text("SELECT id FROM player WHERE name = 'Rita'"))
        actor = Actor(player=int(rita or 0), name="Rita")
        regrading.mend(connection, item_version=version, right=frozenset(range(right)), actor=actor, why=WHY, now=datetime.now(UTC))


@pytest.fixture(autouse=True)
def rita(app: Flask) -> Visitor:
    """Rita reviews."""
    return staff(app, "Rita", Role.ADMIN)


def test_results_say_that_all_answers_count_and_the_score_grew(app: Flask, paul: Visitor, results: str) -> None:
    total = re.search(r"0\s*of (\d+)", words(paul.get(results)))
    assert total
    mend(app, right=4)
    page = words(paul.get(results))
    assert f"1 of {total[1]}" in page
    assert "This question was corrected: four answers count as right" in page
    assert WHY in page


def test_a_withdrawn_question_counts_for_nobody(app: Flask, paul: Visitor, results: str) -> None:
    total = re.search(r"0\s*of (\d+)", words(paul.get(results)))
    assert total
    mend(app, right=0)
    page = words(paul.get(results))
    assert f"0 of {int(total[1]) - 1}" in page
    assert "This question was withdrawn and counts for nobody." in page


def test_the_player_reads_of_it_on_the_next_visit_until_it_is_put_away(app: Flask, paul: Visitor, sam: Visitor, results: str) -> None:
    mend(app, right=4)
    told = words(paul.get("/"))
    assert "was corrected, from 0 of" in told
    assert WHY in told
    assert WHY not in words(sam.get("/"))
    paul.post("/reports/read")
    assert WHY not in words(paul.get("/"))


def test_history_says_what_the_score_was(app: Flask, paul: Visitor, results: str) -> None:
    mend(app, right=4)
    assert "score corrected from 0 to 1" in words(paul.get("/attempts"))
    mend(app, right=0)
    assert "score corrected from 0 of" in words(paul.get("/attempts"))


def test_feedback_of_a_withdrawn_question_says_so(app: Flask, paul: Visitor, results: str) -> None:
    mend(app, right=0)
    proofs = re.findall(r'href="(/attempts/[^"]+/proof)"', paul.get(results).text)
    pages = [words(paul.get(proof)) for proof in proofs]
    mine = [page for page in pages if STEM in page]
    assert mine
    assert "Counts for nobody." in mine[0]
    assert "Right answer:" not in mine[0]
