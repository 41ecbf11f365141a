"""Five texts of one teacher wait to be read at a time; a sixth stays in its form, and nothing more is tried again meanwhile."""

import re

from flask import Flask

from services.own_article import TEXT
from web import teaching
from web.browsing import Visitor, words
from web.own_articles import SAID, shown_text
from web.people import place

WAIT = "Wait until one is done, or cancel one"


def bring(tess: Visitor, words: str) -> None:
    """Keep a text that ends with these words."""
    place(tess.post("/teach/articles", **{**SAID, "text": f"{TEXT}{words}.", "title": words}))


def test_a_sixth_text_comes_back_as_it_was_typed_with_the_reason(app: Flask) -> None:
    tess = teaching.tess(app)
    for number in range(5):
        bring(tess, f"Part {number}")
    sixth = f"{TEXT}One more."
    refused = tess.post("/teach/articles", **{**SAID, "text": sixth, "title": "One more"})
    assert refused.status_code == 422
    assert WAIT in words(refused)
    assert "One more." in shown_text(refused)
    assert 'value="One more"' in refused.text


def test_work_that_was_cancelled_is_not_tried_again_while_five_texts_wait(app: Flask) -> None:
    tess = teaching.tess(app)
    bring(tess, "First")
    first = re.search(r'href="(/teach/jobs/[\w-]+)"', tess.get("/teach/jobs").text)
    assert first
    tess.post(f"{first[1]}/cancel")
    for number in range(5):
        bring(tess, f"Part {number}")
    refused = tess.post(f"{first[1]}/retry")
    assert refused.status_code == 409
    assert "One thing after the other" in words(refused)
    assert WAIT in words(refused)
    assert 'href="/teach/jobs"' in refused.text
