"""Deciding on many questions at once, on a page that shows what will change."""

import re

from flask import Flask

from web.browsing import words
from web.people import place
from web.reviewing import CLOSED, all_wait, library, question, records, rita


def test_many_at_once_are_shown_before_they_change(app: Flask) -> None:
    all_wait(app, dog=CLOSED)
    reviewer = rita(app)
    page = reviewer.get("/review/bulk?move=approve")
    seen = words(page)
    assert "Approve 11 questions?" in seen
    assert "These stay as they are" in seen
    assert "31 words" in seen
    assert records(app) == []
    versions = re.search(r'name="versions" value="([\d,]+)"', page.text)
    assert versions
    assert place(reviewer.post("/review/bulk", move="approve", versions=versions[1])) == "/review"
    assert len(library(app).playable) == 11
    assert records(app) == ["question approved"] * 11


def test_one_question_among_many_is_called_one_and_what_stays_says_why(app: Flask) -> None:
    reviewer = rita(app)
    waits = question(app, "dog")
    all_wait(app)
    reviewer.post(f"/review/questions/{waits.item}/decide", version=str(waits.row), move="approve")
    seen = words(reviewer.get("/review/bulk?move=retire&state=all"))
    assert "Retire this one" in seen
    assert "It is not decided yet, so it cannot be retired." in seen


def test_rejecting_many_needs_a_reason_and_follows_the_filter(app: Flask) -> None:
    all_wait(app)
    reviewer = rita(app)
    page = reviewer.get("/review/bulk?move=reject&kind=who")
    assert "Reject 3 questions?" in words(page)
    versions = re.search(r'name="versions" value="([\d,]+)"', page.text)
    assert versions
    assert reviewer.post("/review/bulk?kind=who", move="reject", reason="other", versions=versions[1]).status_code == 422
    assert place(reviewer.post("/review/bulk?kind=who", move="reject", reason="trivial", versions=versions[1]))
    assert records(app) == ["question rejected"] * 3


def test_versions_that_are_none_change_nothing(app: Flask) -> None:
    all_wait(app)
    rita(app).post("/review/bulk", move="approve", versions="9999999,abc,-1,, 7x")
    assert records(app) == []
