"""Playing, page by page."""

import re
from urllib.parse import urlsplit

from flask import Flask

from web.browsing import Visitor, words
from web.skerry import ROWS

EXPLANATIONS = {row.stem: row.explanation for row in ROWS}


def test_home_leads_to_a_question_in_one_click(paul: Visitor) -> None:
    home = words(paul.get("/"))
    assert "Ten on Skerry" in home
    assert "10 questions" in home
    assert len(paul.start().options) == 4


def test_a_quick_ten_asks_ten_questions(paul: Visitor) -> None:
    assert "question 1 of 10" in words(paul.follow(paul.post("/play/quick-ten")))


def test_an_answer_leads_to_its_proof(paul: Visitor) -> None:
    asked = paul.start()
    response = paul.answer(asked)
    assert response.status_code == 303
    assert urlsplit(response.headers["Location"]).path == f"{asked.path}/proof"
    page = paul.follow(response)
    assert "Right" in words(page)
    assert EXPLANATIONS[asked.stem] in words(page)
    assert "<mark" in page.text


def test_a_wrong_answer_is_told_kindly_and_the_title_says_what_it_was(paul: Visitor) -> None:
    asked = paul.start()
    page = paul.follow(paul.answer(asked, asked.wrong()))
    assert "Not this one." in words(page)
    assert "<title>It was " in page.text
    focused = re.search(r'id="verdict".*?</h1>', page.text, re.DOTALL)
    assert focused
    assert "The right answer: " in focused[0]


def test_every_question_right_makes_ten_of_ten(paul: Visitor) -> None:
    page = paul.play_through(paul.start())
    assert "<title>10 of 10 right" in page.text
    assert words(page).count("Your answer, right.") == 10


def test_missed_questions_are_listed_with_the_right_answer(paul: Visitor) -> None:
    page = paul.play_through(paul.start(), wrongly=3)
    assert "<title>7 of 10 right" in page.text
    assert "Three to look at again" in words(page)
    assert "Your result: 7 of 10" in words(page)
    headings = re.findall(r"<h3>(.*?)</h3>", page.text, re.DOTALL)
    assert [sum(word in one for one in headings) for word in (">Right: ", ">Missed: ")] == [7, 3]
    assert words(page).count("Right answer") == 3


def test_rounds_are_compared_from_the_second_one_on(paul: Visitor) -> None:
    assert "<figure" not in paul.play_through(paul.start()).text
    assert "Your last two rounds, right out of ten" in words(paul.play_through(paul.start(), wrongly=1))


def test_a_skipped_question_comes_back_at_the_end(paul: Visitor) -> None:
    first = paul.start()
    second = paul.read(paul.follow(paul.post(f"{first.path}/skip")))
    assert second.stem != first.stem
    seen = [second.stem]
    paul.answer(second)
    while (page := paul.next(first)).request.path != first.path:
        asked = paul.read(page)
        seen.append(asked.stem)
        paul.answer(asked)
    assert len(seen) == 9
    assert first.stem not in seen


def test_going_back_to_an_answered_question_leads_to_its_proof(paul: Visitor) -> None:
    asked = paul.start()
    paul.answer(asked)
    response = paul.get(asked.path)
    assert response.status_code == 303
    assert urlsplit(response.headers["Location"]).path == f"{asked.path}/proof"


def test_reloading_a_question_changes_nothing(paul: Visitor) -> None:
    asked = paul.start()
    assert paul.read(paul.get(asked.path)) == asked


def test_the_same_answer_again_leads_to_the_same_proof(paul: Visitor) -> None:
    asked = paul.start()
    assert paul.answer(asked).headers["Location"] == paul.answer(asked).headers["Location"]
    assert "1 of 10 answered" in words(paul.get(f"{asked.path}/proof"))


def test_no_proof_before_the_answer(paul: Visitor) -> None:
    assert paul.get(f"{paul.start().path}/proof").status_code == 404


def test_results_of_an_unfinished_quiz_lead_to_its_next_question(paul: Visitor) -> None:
    asked = paul.start()
    assert paul.follow(paul.get(f"/attempts/{asked.attempt}/results")).request.path == asked.path


def test_finishing_early_asks_first_and_counts_the_rest_as_not_right(paul: Visitor) -> None:
    asked = paul.start()
    paul.answer(asked)
    assert "Nine of ten questions are not answered yet" in words(paul.get(f"/attempts/{asked.attempt}/finish"))
    page = paul.follow(paul.post(f"/attempts/{asked.attempt}/finish"))
    assert "<title>1 of 10 right" in page.text
    assert words(page).count("You did not answer this one.") == 9


def test_an_unfinished_quiz_waits_on_the_home_page(paul: Visitor, sam: Visitor) -> None:
    paul.answer(paul.start())
    assert "Ten on Skerry, 1 of 10 answered" in words(paul.get("/"))
    assert "Left unfinished" not in words(sam.get("/"))


def test_a_disputed_answer_shows_both_sides(paul: Visitor) -> None:
    asked = paul.start("winter")
    while "winter" not in asked.stem:
        paul.answer(asked)
        asked = paul.read(paul.next(asked))
    page = words(paul.follow(paul.answer(asked)))
    assert "Articles disagree" in page
    assert "We do not pick a winner." in page
    assert "lasted six weeks" in page
    assert "lasted two months" in page


def test_a_finished_quiz_leads_to_its_results(app: Flask, paul: Visitor) -> None:
    asked = paul.start("winter")
    paul.play_through(asked)
    assert urlsplit(paul.get(f"/attempts/{asked.attempt}").headers["Location"]).path.endswith("/results")
