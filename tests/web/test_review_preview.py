"""A reviewer plays one question on the players' pages, and nothing of it counts."""

import re

from flask import Flask

from quizapp.services.accounts import Role
from web.browsing import Visitor, words
from web.people import place, staff
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


def test_every_page_of_a_try_leads_back_to_reviewing_it(app: Flask) -> None:
    reviewer, one = rita(app), question(app, "dog")
    attempt = place(reviewer.post(f"/review/questions/{one.item}/preview"))
    asked = reviewer.read(reviewer.follow(reviewer.get(attempt)))
    pages = [reviewer.get(asked.path), reviewer.play_through(asked), reviewer.get(f"{attempt}/results")]
    for page in pages:
        found = re.search(r'href="(/review/tries/[^"]+)">Back to reviewing it', page.text)
        assert found, page.text
        assert place(reviewer.get(found[1])) == f"/review/questions/{one.item}"
    assert "Back to your quiz" not in pages[-1].text


def test_only_a_try_of_ones_own_leads_anywhere(app: Flask, paul: Visitor) -> None:
    reviewer, one = rita(app), question(app, "dog")
    mine = place(reviewer.post(f"/review/questions/{one.item}/preview")).rsplit("/", 1)[-1]
    assert staff(app, "Ada", Role.ADMIN).get(f"/review/tries/{mine}").status_code == 404
    assert paul.get(f"/review/tries/{mine}").status_code == 403
    played = reviewer.start().path.split("/")[2]
    assert reviewer.get(f"/review/tries/{played}").status_code == 404
