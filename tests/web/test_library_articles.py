"""The library's articles in a browser: a text is corrected, an article is withdrawn and put back; players find what holds now."""

import re

import pytest
from flask import Flask

from quizapp.services import job_runs
from quizapp.services.accounts import Role
from web.browsing import Visitor, words
from web.people import place, staff
from web.skerry import ARTICLES

TITLE, TEXT = ARTICLES["lamp.txt"]
HERE = "/review/articles/the-lamp-on-skerry-burns-again"
READ = "/articles/the-lamp-on-skerry-burns-again"


@pytest.fixture
def rita(app: Flask) -> Visitor:
    """Rita reviews."""
    return staff(app, "Rita", Role.ADMIN)


def test_the_articles_are_listed_with_what_rests_on_them(rita: Visitor) -> None:
    page = words(rita.get("/review/articles"))
    assert TITLE in page
    assert "in play" in page


def test_a_correction_is_shown_before_it_is_kept(rita: Visitor, paul: Visitor) -> None:
    new = TEXT.replace("38 metres tall", "39 metres tall")
    seen = rita.post(HERE, text=new, reason="It was measured again.")
    assert "1 passage is lost" in words(seen)
    assert "38 metres tall" in words(paul.get(READ))
    rita.post(HERE, text=new, reason="It was measured again.", sure="yes")
    assert "39 metres tall" in words(paul.get(READ))
    assert "2 texts so far" in words(rita.get(HERE))


def test_the_new_words_are_read_in_the_background_and_the_page_says_what_came_of_it(app: Flask, rita: Visitor) -> None:
    assert "Read its corrected words again" not in words(rita.get(HERE))
    new = TEXT + "\n\nJonas Reed, a baker, was born in Bergen in 1961.\n"
    rita.post(HERE, text=new, reason="A line was missing.", sure="yes")
    page = rita.get(HERE)
    assert "Reading its new words: waiting to begin." in words(page)
    address = re.search(r"/teach/jobs/[\w-]+", page.text)
    assert address
    assert "as corrected" in words(rita.get(address[0]))
    job_runs.work_off(app.extensions["database"])
    assert re.search(r"Its new words were read: [1-9] new passages?, \d new questions? in the queue\.", words(rita.get(HERE)))
    assert HERE in rita.get(address[0]).text
    assert place(rita.post(f"{HERE}/read")) == f"{HERE}?did=asked"
    job_runs.work_off(app.extensions["database"])
    assert "They say nothing that was not known." in words(rita.get(HERE))


def test_an_article_that_was_never_corrected_is_not_read_again(rita: Visitor) -> None:
    page = rita.post(f"{HERE}/read")
    assert page.status_code == 409
    assert "never corrected" in words(page)


def test_lines_that_a_browser_sends_in_its_way_are_kept_in_the_articles_way(app: Flask, rita: Visitor, paul: Visitor) -> None:
    new = "A note.\n\n" + TEXT
    rita.post(HERE, text=new.replace("\n", "\r\n"), reason="A note was missing.", sure="yes")
    assert "A note." in words(paul.get(READ))
    assert "\r" not in rita.get(HERE).text


@pytest.mark.parametrize(("text", "reason", "said"), [(TEXT, "Why.", "as it was"), ("New words.", " ", "Say why"), ("", "Why.", "no text")])
def test_what_cannot_be_kept_is_said_and_stays_typed(rita: Visitor, text: str, reason: str, said: str) -> None:
    page = rita.post(HERE, text=text, reason=reason)
    assert page.status_code == 422
    assert said in words(page)
    assert text[:20] in page.text


def test_an_article_is_withdrawn_and_past_results_stay(rita: Visitor, paul: Visitor) -> None:
    results = paul.play_through(paul.start())
    path = results.request.path
    before = words(paul.get(path))
    assert "questions are retired" in words(rita.post(f"{HERE}/withdraw", reason="We may not print it."))
    assert paul.get(READ).status_code == 200
    assert place(rita.post(f"{HERE}/withdraw", reason="We may not print it.", sure="yes")) == "/review/articles?did=withdrawn"
    assert paul.get(READ).status_code == 404
    assert "Withdrawn" in words(rita.get("/review/articles"))
    assert words(paul.get(path))[:200] == before[:200]


def test_a_withdrawal_needs_its_reason(rita: Visitor, paul: Visitor) -> None:
    page = rita.post(f"{HERE}/withdraw", reason="", sure="yes")
    assert page.status_code == 422
    assert "Say why" in words(page)
    assert paul.get(READ).status_code == 200


def test_a_withdrawn_article_is_put_back_after_it_was_shown_what_comes_with_it(rita: Visitor, paul: Visitor) -> None:
    rita.post(f"{HERE}/withdraw", reason="We may not print it.", sure="yes")
    listed = rita.get("/review/articles")
    address = re.search(r"/review/withdrawn-articles/\d+", listed.text)
    assert address
    page = words(rita.get(address[0]))
    assert "We may not print it." in page
    assert "Questions come back as they were decided" in page
    seen = rita.post(address[0], reason="We may after all.")
    assert "3 questions come back" in words(seen)
    assert "2 questions wait in the queue In which year" in words(seen)
    assert paul.get(READ).status_code == 404
    done = rita.post(address[0], reason="We may after all.", sure="yes")
    assert place(done) == f"{HERE}?did=back"
    assert "The article is back" in words(rita.get(place(done)))
    assert paul.get(READ).status_code == 200
    assert f"{TITLE} 5 passages · 3 questions in play" in words(rita.get("/review/articles"))
    assert rita.get(address[0]).status_code == 404
    assert rita.post(address[0], reason="Again.", sure="yes").status_code == 404


def test_putting_back_needs_its_reason(rita: Visitor) -> None:
    rita.post(f"{HERE}/withdraw", reason="We may not print it.", sure="yes")
    address = re.search(r"/review/withdrawn-articles/\d+", rita.get("/review/articles").text)
    assert address
    page = rita.post(address[0], reason=" ", sure="yes")
    assert page.status_code == 422
    assert "Say why" in words(page)


def test_what_is_not_there_is_not_found(rita: Visitor) -> None:
    assert rita.get("/review/articles/no-such-article").status_code == 404
    assert rita.get("/review/shared-articles/1").status_code == 404
    assert rita.get("/review/withdrawn-articles/1").status_code == 404
    assert rita.post("/review/shared-articles/1/accept").status_code == 404


def test_nobody_but_admins_changes_articles(app: Flask, paul: Visitor) -> None:
    tess = staff(app, "Tess", Role.TEACHER)
    for visitor in (paul, tess):
        for path in ("/review/articles", HERE, "/review/shared-articles/1", "/review/withdrawn-articles/1"):
            assert visitor.get(path).status_code == 403
        assert visitor.post(HERE, text="New words.", reason="Why.", sure="yes").status_code == 403
        assert visitor.post(f"{HERE}/read").status_code == 403
        assert visitor.post(f"{HERE}/withdraw", reason="Why.", sure="yes").status_code == 403
