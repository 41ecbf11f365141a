"""Reporting a problem, and being told what came of it."""

from datetime import UTC, datetime

import pytest
from flask import Flask

from quizapp.play.reports import Outcome, Trouble
from quizapp.services import reports
from web.browsing import Asked, Visitor, words


def answered(visitor: Visitor) -> Asked:
    asked = visitor.start()
    visitor.answer(asked)
    return asked


def test_a_problem_is_reported_from_the_proof(app: Flask, paul: Visitor) -> None:
    asked = answered(paul)
    assert f'href="{asked.path}/report"' in paul.get(f"{asked.path}/proof").text
    assert asked.stem in words(paul.get(f"{asked.path}/report"))
    page = paul.follow(paul.post(f"{asked.path}/report", trouble="typo", words="  It says\r\n„Skery“\x00. "))
    assert "Thank you." in words(page)
    (kept,) = reports.open_reports(app.extensions["database"])
    assert (kept.trouble, kept.words, kept.stem) == (Trouble.TYPO, "It says „Skery“ .", asked.stem)


def test_every_question_of_the_results_can_be_reported(paul: Visitor) -> None:
    page = paul.play_through(paul.start("winter"))
    assert page.text.count("/report") == 2


@pytest.mark.parametrize("trouble", ["no proof", "other"])
def test_a_proof_that_does_not_show_it_and_anything_else_can_be_said(app: Flask, paul: Visitor, trouble: str) -> None:
    asked = answered(paul)
    page = words(paul.get(f"{asked.path}/report"))
    assert "The proof does not show it" in page
    assert "Something else" in page
    assert paul.post(f"{asked.path}/report", trouble=trouble, words="Look again.").status_code == 303
    (kept,) = reports.open_reports(app.extensions["database"])
    assert kept.trouble.value == trouble


def test_one_report_a_player_and_question(app: Flask, paul: Visitor, sam: Visitor) -> None:
    for visitor, times in ((paul, 3), (sam, 1)):
        asked = visitor.start("winter")
        visitor.answer(asked)
        for _ in range(times):
            assert visitor.post(f"{asked.path}/report", trouble="unclear").status_code == 303
    assert len(reports.open_reports(app.extensions["database"])) == 2


def test_a_question_is_not_reported_before_it_is_answered_nor_by_a_stranger(app: Flask, paul: Visitor, sam: Visitor) -> None:
    asked = paul.start()
    assert paul.get(f"{asked.path}/report").status_code == 404
    assert paul.post(f"{asked.path}/report", trouble="typo").status_code == 404
    paul.answer(asked)
    assert sam.get(f"{asked.path}/report").status_code == 404
    assert sam.post(f"{asked.path}/report", trouble="typo").status_code == 404
    assert reports.open_reports(app.extensions["database"]) == ()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Choose what is wrong first."),
        ({"trouble": "boring"}, "Choose one of those below."),
        ({"trouble": "typo", "words": "x" * 501}, "Please use at most 500 characters."),
    ],
)
def test_a_bad_form_is_told_what_is_wrong_and_keeps_the_words(paul: Visitor, fields: dict[str, str], said: str) -> None:
    asked = answered(paul)
    response = paul.post(f"{asked.path}/report", **fields)
    assert response.status_code == 422
    assert said in words(response)
    assert fields.get("words", "") in response.text


def test_reports_are_throttled(paul: Visitor) -> None:
    sent = []
    for quiz in ("ten-on-skerry", "winter"):
        page = paul.play_through(first := paul.start(quiz))
        total = page.text.count("<h3>")
        sent += [paul.post(f"/attempts/{first.attempt}/questions/{n}/report", trouble="typo").status_code for n in range(1, total + 1)]
    assert sent.count(429) >= 1
    assert sent[:10] == [303] * 10


def test_the_outcome_is_told_on_the_next_visit_until_it_is_put_away(app: Flask, paul: Visitor, sam: Visitor) -> None:
    asked = answered(paul)
    paul.post(f"{asked.path}/report", trouble="two right")
    db = app.extensions["database"]
    assert "report" not in words(paul.get("/"))
    (kept,) = reports.open_reports(db)
    at = datetime.now(UTC)
    reports.decide(db, report=kept.row, outcome=Outcome.UPHELD, answer="It is gone.", reviewer="Rita", reviewer_id=None, now=at)
    assert f"You were right: “{asked.stem}” It is gone." in words(paul.get("/"))
    assert "You were right" not in words(sam.get("/"))
    paul.post("/reports/read")
    assert "You were right" not in words(paul.get("/"))
    assert reports.open_reports(db) == ()
