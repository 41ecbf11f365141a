"""The timer on the page: said in words, without a script, by the server's clock."""

import pytest
from flask import Flask

from quizapp.play.timing import Per, Timer
from web.browsing import Visitor, words
from web.rules import let_pass, set_rules
from web.skerry import answer_to


def test_a_quiz_has_no_timer_unless_it_says_so(paul: Visitor) -> None:
    page = paul.get(paul.start().path).text
    assert "Timer" not in page
    assert "clock." not in page


def test_the_time_left_stands_on_the_page_and_runs_on(app: Flask, paul: Visitor) -> None:
    set_rules(app, timer=Timer(per=Per.QUESTION, seconds=90))
    asked = paul.start()
    assert "1 minute 30 seconds left for this question" in words(paul.get(asked.path))
    let_pass(app, 60)
    said = words(paul.get(asked.path))
    assert "30 seconds left for this question" in said or "29 seconds left for this question" in said
    let_pass(app, 60)
    assert "The time is over. You can still answer and see the proof" in words(paul.get(asked.path))


def test_a_late_answer_is_told_so_and_counts_as_not_right(app: Flask, paul: Visitor) -> None:
    set_rules(app, timer=Timer(per=Per.QUESTION, seconds=20))
    asked = paul.start("winter")
    let_pass(app, 60)
    page = paul.follow(paul.answer(asked))
    assert "Too late." in words(page)
    assert "it does not count as right" in words(page)
    assert f"<title>Too late. It was {answer_to(asked.stem)}" in page.text
    paul.answer(paul.read(paul.next(asked)))
    result = paul.get(f"/attempts/{asked.attempt}/results")
    assert "<title>1 of 2 right" in result.text
    assert "Your answer, too late" in words(result)


def test_a_player_turns_the_timer_off_and_takes_more_time(app: Flask, paul: Visitor) -> None:
    set_rules(app, timer=Timer(per=Per.QUESTION, seconds=20))
    asked = paul.start()
    page = paul.follow(paul.post(f"/attempts/{asked.attempt}/time", stretch="0"))
    assert "No time limit" in words(page)
    page = paul.follow(paul.post(f"/attempts/{asked.attempt}/time", stretch="200"))
    assert "seconds left for this question" in words(page)
    assert any(f"{seconds} seconds left" in words(page) for seconds in (38, 39, 40))


@pytest.mark.parametrize("stretch", ["", "1", "-100", "1e3", "100 ", "x" * 999])
def test_any_other_time_is_refused(app: Flask, paul: Visitor, stretch: str) -> None:
    set_rules(app, timer=Timer(per=Per.QUESTION, seconds=20))
    assert paul.post(f"/attempts/{paul.start().attempt}/time", stretch=stretch).status_code == 422


def test_where_the_time_is_set_for_everybody_there_is_no_button_and_no_way_round(app: Flask, paul: Visitor, sam: Visitor) -> None:
    set_rules(app, timer=Timer(per=Per.QUESTION, seconds=20, players_choice=False))
    asked = paul.start()
    assert "Turn the timer off" not in paul.get(asked.path).text
    assert paul.post(f"/attempts/{asked.attempt}/time", stretch="0").status_code == 422
    assert sam.post(f"/attempts/{asked.attempt}/time", stretch="0").status_code == 404


def test_a_quiz_whose_time_is_over_leads_to_its_results(app: Flask, paul: Visitor) -> None:
    set_rules(app, timer=Timer(per=Per.QUIZ, seconds=60))
    asked = paul.start()
    assert "left for the whole quiz" in words(paul.get(asked.path))
    paul.answer(asked)
    let_pass(app, 100)
    assert "<title>1 of 10 right" in paul.next(asked).text


def test_a_timed_question_tells_nothing_of_the_answer(app: Flask, paul: Visitor) -> None:
    set_rules(app, timer=Timer(per=Per.QUESTION, seconds=20))
    page = paul.get(paul.start().path).text
    assert "data-" not in page
    assert "/articles" not in page
