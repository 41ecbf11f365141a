"""Quizzes that tell later what is right: pages in words, and nothing told before."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from quizapp.play.disclosure import Feedback
from web.browsing import Visitor, words
from web.rules import set_rules
from web.skerry import ROWS, answer_to

TOMORROW = datetime.now(UTC) + timedelta(days=1)
RULES = ({"feedback": Feedback.END}, {"feedback": Feedback.CLOSING, "closes_at": TOMORROW})


@pytest.mark.parametrize("rules", RULES, ids=["end", "closing"])
def test_an_answer_is_kept_and_its_page_tells_nothing(app: Flask, paul: Visitor, rules: dict[str, object]) -> None:
    set_rules(app, **rules)
    asked = paul.start()
    page = paul.follow(paul.answer(asked, asked.wrong()))
    assert page.request.path == f"{asked.path}/kept"
    assert "Your answer is kept." in words(page)
    row = next(row for row in ROWS if row.stem == asked.stem)
    assert answer_to(asked.stem) not in page.text
    assert row.explanation not in page.text
    assert not [quote for _, quote, _ in row.places if quote in page.text]
    assert "right so far" not in page.text
    for path in ("proof", "report"):
        assert paul.follow(paul.get(f"{asked.path}/{path}")).request.path == f"{asked.path}/kept"


def test_at_the_end_of_the_quiz_everything_is_told(app: Flask, paul: Visitor) -> None:
    set_rules(app, feedback=Feedback.END)
    page = paul.play_through(asked := paul.start(), wrongly=1)
    assert "<title>9 of 10 right" in page.text
    assert paul.follow(paul.get(f"{asked.path}/kept")).request.path == f"{asked.path}/proof"
    assert paul.follow(paul.get(f"/attempts/{asked.attempt}/kept")).request.path == f"/attempts/{asked.attempt}/results"


def test_results_wait_for_the_closing_time_and_say_when_it_is(app: Flask, paul: Visitor, sam: Visitor) -> None:
    set_rules(app, **RULES[1])
    asked = paul.start("winter")
    page = paul.play_through(asked)
    assert page.request.path == f"/attempts/{asked.attempt}/kept"
    assert "2 of 2 answered" in words(page)
    assert f"{TOMORROW.day} {TOMORROW:%B %Y, %H:%M} UTC" in words(page)
    assert "2 of 2 right" not in words(paul.get("/"))
    assert paul.get(f"/attempts/{asked.attempt}/card.svg").status_code == 303
    assert sam.get(f"/attempts/{asked.attempt}/kept").status_code == 404
    assert "<mark id=" not in paul.get("/articles/the-lamp-on-skerry-burns-again").text
    assert "two months" not in paul.get("/disagreements").text


def test_another_answer_is_refused_while_nothing_is_told(app: Flask, paul: Visitor) -> None:
    set_rules(app, feedback=Feedback.END)
    asked = paul.start()
    paul.answer(asked)
    response = paul.answer(asked, asked.wrong())
    assert response.status_code == 409
    assert answer_to(asked.stem) in words(response)
