"""A reviewer plays one question on the players' pages, and nothing of it counts."""

from flask import Flask

from web.browsing import words
from web.people import place
from web.reviewing import all_wait, question, rita


def test_a_question_that_waits_is_played_on_the_pages_of_players_and_counts_nowhere(app: Flask) -> None:
    all_wait(app)
    reviewer, one = rita(app), question(app, "dog")
    attempt = place(reviewer.post(f"/review/questions/{one.item}/preview"))
    page = reviewer.get(place(reviewer.get(attempt)))
    assert one.value.stem in words(page)
    assert "A try of one question" in words(page)
    assert "A try of one question" not in words(reviewer.get("/attempts"))
    assert "A try of one question" not in words(reviewer.get("/"))


def test_a_question_that_is_not_there_cannot_be_tried(app: Flask) -> None:
    assert rita(app).post("/review/questions/0123456789abcdef0123/preview").status_code == 404
