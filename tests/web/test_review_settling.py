"""A report of a player is settled on the review page of its question."""

import re
from html import unescape

import pytest
from flask import Flask

from quizapp.questions.item import State
from web.browsing import Visitor, words
from web.people import place
from web.reviewing import library, records, rita


def reported(app: Flask, paul: Visitor, trouble: str = "wrong", said: str = "It was a cat.") -> tuple[str, str]:
    """Paul plays a question and reports it; its path and stem."""
    asked = paul.start()
    paul.answer(asked)
    paul.post(f"{asked.path}/report", trouble=trouble, words=said)
    return asked.path, asked.stem


def report_row(page_text: str) -> str:
    found = re.search(r'name="report" value="(\d+)"', page_text)
    assert found
    return found[1]


@pytest.mark.parametrize("settled", ["stands", "noted", "other key", "two right", "withdrawn"])
def test_a_report_is_settled_with_a_sentence_that_the_player_reads(app: Flask, paul: Visitor, settled: str) -> None:
    _, stem = reported(app, paul)
    reviewer = rita(app)
    assert "Reported by a player" in words(reviewer.get("/review?why=reported"))
    one = next(found for found in library(app).bank if found.value.stem == stem)
    page = reviewer.get(f"/review/questions/{one.item}")
    assert "It was a cat." in page.text
    other = str(next(number for number in range(4) if number != one.value.key))
    fields = {"report": report_row(page.text), "settled": settled, "option": other}
    assert reviewer.post(f"/review/questions/{one.item}/report", **fields, answer=" ").status_code == 422
    assert place(reviewer.post(f"/review/questions/{one.item}/report", **fields, answer="Thank you for looking closely."))
    assert "Thank you for looking closely." in paul.get("/").text
    after = next(found for found in library(app).bank if found.item == one.item)
    expected = {
        "stands": (1, State.APPROVED),
        "noted": (1, State.APPROVED),
        "other key": (2, State.CANDIDATE),
        "two right": (1, State.RETIRED),
        "withdrawn": (1, State.RETIRED),
    }
    assert (after.number, after.state) == expected[settled]
    acts = {"other key": ["question edited"], "two right": ["question retired"], "withdrawn": ["question retired"]}.get(settled, [])
    mended = ["mend scores"] if acts else []
    assert records(app) == [*acts, *mended, "decide report"]
    assert reviewer.post(f"/review/questions/{one.item}/report", **fields, answer="Again.").status_code == 409


def test_another_right_answer_must_be_named(app: Flask, paul: Visitor) -> None:
    _, stem = reported(app, paul)
    reviewer = rita(app)
    one = next(found for found in library(app).bank if found.value.stem == stem)
    row = report_row(reviewer.get(f"/review/questions/{one.item}").text)
    response = reviewer.post(f"/review/questions/{one.item}/report", report=row, settled="other key", option="", answer="Yes.")
    assert response.status_code == 422
    assert "Choose the answer that is right" in words(response)
    assert 'value="other key" checked' in response.text
    assert 'name="answer" value="Yes."' in response.text
    assert f"<title>Not yet: {stem}" in unescape(response.text)
    assert records(app) == []
