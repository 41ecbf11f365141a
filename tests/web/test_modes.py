"""Ways to play, page by page: what home offers, what leads where, what a stale page says."""

import re

import pytest

from web.browsing import Visitor, words
from web.skerry import ROWS

LAMP = "the-lamp-on-skerry-burns-again"


def test_a_visitor_is_offered_the_days_ten_and_nothing_that_leads_nowhere(paul: Visitor) -> None:
    home = words(paul.get("/"))
    assert "Today’s ten, the same for everybody" in home
    assert "Ten from articles you choose" in home
    for quiet in ("due today", "Practise", "Your attempts", "Left unfinished", "Best "):
        assert quiet not in home


def test_every_way_on_from_home_leads_to_a_page(paul: Visitor) -> None:
    paul.play_through(paul.start("winter"), wrongly=1)
    home = paul.get("/").text
    assert "Practise what you missed" in home
    for path in set(re.findall(r'href="(/[^"#]*)', home)):
        assert paul.get(path).status_code == 200, path
    for path in set(re.findall(r'formaction="([^"]+)"', home)):
        assert 'id="answer"' in paul.follow(paul.post(path)).text, path


def test_the_days_ten_go_on_where_they_were_left_and_are_offered_once(paul: Visitor, sam: Visitor) -> None:
    asked = paul.read(paul.follow(paul.post("/play/daily-ten")))
    paul.answer(asked)
    assert paul.follow(paul.post("/play/daily-ten")).request.path.startswith(f"/attempts/{asked.attempt}/")
    assert "Today’s ten" not in words(paul.get("/"))
    assert "Daily ten" in words(paul.get("/"))
    assert paul.read(sam.follow(sam.post("/play/daily-ten"))).stem == asked.stem


def test_the_days_ten_once_played_lead_to_their_result_and_say_when_there_are_others(paul: Visitor) -> None:
    asked = paul.read(paul.follow(paul.post("/play/daily-ten")))
    paul.play_through(asked)
    home = paul.get("/")
    assert "Your result of today’s ten Tomorrow there are ten others." in words(home)
    assert f'href="/attempts/{asked.attempt}/results"' in home.text


def test_what_was_missed_is_practised_from_the_results(paul: Visitor) -> None:
    results = paul.play_through(paul.start(), wrongly=3)
    assert "Practise the three you missed" in words(results)
    attempt = re.search(r'name="attempt" value="([^"]+)"', results.text)
    assert attempt
    page = paul.follow(paul.post("/play/missed", attempt=attempt[1]))
    assert "What you missed · question 1 of 3" in words(page)
    assert "Practise" not in words(paul.play_through(paul.read(page)))


def test_a_page_that_stood_open_too_long_says_so(paul: Visitor) -> None:
    paul.play_through(paul.start("winter"))
    for path in ("/play/missed", "/play/due"):
        response = paul.post(path)
        assert response.status_code == 409
        assert "Something changed since this page was loaded" in words(response)


@pytest.mark.parametrize("attempt", ["x" * 65, "../..", "<b>"])
def test_an_id_that_is_none_is_refused(paul: Visitor, attempt: str) -> None:
    paul.start()
    assert paul.post("/play/missed", attempt=attempt).status_code == 422


def test_somebody_elses_attempt_cannot_be_practised(paul: Visitor, sam: Visitor) -> None:
    asked = paul.start("winter")
    paul.play_through(asked, wrongly=2)
    sam.start()
    assert sam.post("/play/missed", attempt=asked.attempt).status_code == 404
    assert "two you missed" not in words(sam.get("/"))


def test_somebody_without_a_visit_has_nothing_to_practise(paul: Visitor) -> None:
    assert paul.post("/play/missed").status_code == 404
    assert paul.post("/play/due").status_code == 404


def test_an_article_is_read_and_then_asked_about(paul: Visitor) -> None:
    page = paul.get(f"/articles/{LAMP}")
    assert "Now its questions" in words(page)
    asked = paul.read(paul.follow(paul.post(f"/play/article/{LAMP}")))
    of_it = {row.stem for row in ROWS if row.places[0][0] == "lamp.txt"}
    while True:
        assert asked.stem in of_it
        paul.answer(asked)
        page = paul.next(asked)
        if 'id="answer"' not in page.text:
            break
        asked = paul.read(page)
    assert f"{len(of_it)} of {len(of_it)} right" in page.text
    assert paul.post("/play/article/nowhere").status_code == 404


def test_a_quick_ten_keeps_to_the_articles_chosen(paul: Visitor) -> None:
    page = paul.get("/play/quick-ten")
    assert words(page).count(" questions") >= 3
    asked = paul.read(paul.follow(paul.post("/play/quick-ten", article=LAMP)))
    assert asked.stem in {row.stem for row in ROWS if row.places[0][0] == "lamp.txt"}


def test_when_everything_was_seen_the_pages_say_so(paul: Visitor) -> None:
    paul.play_through(paul.start())
    assert "You have seen" not in words(paul.get("/"))
    paul.play_through(paul.read(paul.follow(paul.post("/play/article/skerry-opens-its-harbour-to-visitors"))))
    assert "You have seen every question" in words(paul.get("/"))
    assert "Those seen longest ago come first" in words(paul.get("/play/quick-ten"))
    assert "some seen before: longest ago first" in words(paul.follow(paul.post("/play/quick-ten")))


def test_the_best_score_stands_on_the_card(paul: Visitor, sam: Visitor) -> None:
    paul.play_through(paul.start("winter"), wrongly=1)
    assert "Best 1 of 2" in words(paul.get("/"))
    paul.play_through(paul.start("winter"))
    assert "Best 2 of 2" in words(paul.get("/"))
    assert "Best" not in words(sam.get("/"))
