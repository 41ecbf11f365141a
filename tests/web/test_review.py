"""The review pages: the queue, one question on one screen, decisions."""

import re
from urllib.parse import urlsplit

import pytest
from flask import Flask

from quizapp.questions.item import State
from quizapp.services.accounts import Role
from web.browsing import words
from web.people import place, staff
from web.reviewing import CLOSED, WALL, all_wait, decide, library, page_of, question, records, rita


def test_the_header_leads_reviewers_to_the_queue_with_a_count(app: Flask) -> None:
    reviewer = rita(app)
    assert "Review (" not in reviewer.get("/").text
    all_wait(app)
    assert "Review (12)" in reviewer.get("/").text


def test_the_queue_lists_what_waits_and_the_filters_say_how_many(app: Flask) -> None:
    all_wait(app, dog=CLOSED)
    reviewer = rita(app)
    page = reviewer.get("/review")
    assert "12 questions to look at" in words(page)
    assert "short (1)" in page.text
    assert "Who (3)" in page.text
    some = reviewer.get("/review?check=short")
    assert "1 question" in words(some)
    assert "What was the keeper's dog called?" in some.text.replace("&#39;", "'")
    assert "How tall" not in some.text


def test_nothing_waits_where_everything_is_decided(app: Flask) -> None:
    assert "Nothing waits" in rita(app).get("/review").text


def test_unknown_filters_show_what_there_is_to_see(app: Flask) -> None:
    all_wait(app)
    reviewer = rita(app)
    assert "12 questions" in words(reviewer.get("/review?state=nonsense"))
    assert "0 questions" in words(reviewer.get("/review?kind=nonsense"))
    assert reviewer.get("/review?page=99999999999999999999").status_code == 200


def test_a_question_shows_its_answer_proof_checks_and_history(app: Flask) -> None:
    all_wait(app, drew=CLOSED)
    page = rita(app).get(page_of(app, "drew"))
    seen = words(page)
    assert "Right answer" in seen
    assert "31 words; a question has at most 30." in seen
    assert "drawn by" in seen
    assert "drew it well" in seen
    assert "wrote version 1" in seen
    assert page.text.count("<mark") > 2
    assert len(page.data) < 60_000


def test_articles_that_disagree_stand_side_by_side(app: Flask) -> None:
    all_wait(app)
    page = rita(app).get(page_of(app, "winter"))
    assert "six weeks" in page.text
    assert "two months" in page.text
    assert "≠" in page.text


def test_approving_leads_to_the_next_question_at_once_and_undo_back(app: Flask) -> None:
    all_wait(app)
    reviewer = rita(app)
    first = place(reviewer.get("/review/next"))
    assert urlsplit(first).path == page_of(app, "drew")
    on = place(decide(reviewer, app, "drew", "approve"))
    assert urlsplit(on).path != page_of(app, "drew")
    page = reviewer.get(on)
    assert "Approved:" in page.text
    assert question(app, "drew").state is State.APPROVED
    back = place(reviewer.post(f"{page_of(app, 'drew')}/undo", version=str(question(app, "drew").row)))
    assert urlsplit(back).path == page_of(app, "drew")
    assert question(app, "drew").state is State.CANDIDATE
    assert records(app) == ["question approved", "decision undone"]


def test_the_next_question_is_one_of_those_filtered_and_after_the_last_comes_the_queue(app: Flask) -> None:
    all_wait(app)
    reviewer = rita(app)
    one = question(app, "drew")
    seen = []
    path = f"/review/questions/{one.item}?kind=who"
    while "/questions/" in path:
        item = urlsplit(path).path.rsplit("/", 1)[1]
        stored = next(found for found in library(app).bank if found.item == item)
        seen.append(stored.value.kind.value)
        path = place(reviewer.post(f"/review/questions/{item}/decide?kind=who", version=str(stored.row), move="approve"))
    assert seen == ["who", "who", "who"]
    assert "No question fits" in reviewer.get(path).text


def test_rejecting_keeps_the_reason_of_the_list_and_the_words(app: Flask) -> None:
    all_wait(app)
    decide(rita(app), app, "stove", "reject", reason="unclear", note="whose stove?")
    decision = question(app, "stove").decision
    assert decision is not None
    assert decision.reason == "Question unclear: whose stove?"


def test_a_failed_check_closes_the_button_until_words_open_it(app: Flask) -> None:
    all_wait(app, dog=CLOSED, seals=WALL)
    reviewer = rita(app)
    response = decide(reviewer, app, "dog", "approve")
    assert response.status_code == 422
    assert "31 words" in words(response)
    assert place(decide(reviewer, app, "dog", "approve", note="It reads well."))
    wall = reviewer.get(page_of(app, "seals"))
    assert re.search(r'value="approve"[^>]*disabled', wall.text, re.DOTALL)
    assert decide(reviewer, app, "seals", "approve", note="I know it.").status_code == 422
    assert question(app, "seals").state is State.CANDIDATE


def test_something_else_needs_words_which_are_kept_in_the_form(app: Flask) -> None:
    all_wait(app)
    reviewer = rita(app)
    response = decide(reviewer, app, "dog", "reject", reason="other")
    assert response.status_code == 422
    assert "Say why" in words(response)
    assert re.search(r'<option value="other" selected', response.text)


def test_a_move_that_no_longer_fits_is_told_and_changes_nothing(app: Flask) -> None:
    all_wait(app)
    reviewer = rita(app)
    decide(reviewer, app, "dog", "approve")
    refused = decide(reviewer, app, "dog", "reject")
    assert refused.status_code == 409
    assert "Rita decided last" in words(refused)
    assert "Look at the question as it is now" in words(refused)
    assert records(app) == ["question approved"]


def test_another_reviewer_sees_who_has_a_question_open_and_is_led_past_it(app: Flask) -> None:
    all_wait(app)
    reviewer = rita(app)
    reviewer.get(place(reviewer.get("/review/next")))
    ada = staff(app, "Ada", Role.ADMIN)
    assert "Rita has it open" in words(ada.get("/review"))
    assert "Rita has this question open" in words(ada.get(page_of(app, "drew")))
    assert urlsplit(place(ada.get("/review/next"))).path != page_of(app, "drew")
    decide(reviewer, app, "drew", "approve")
    assert "Rita has this question open" not in words(ada.get(page_of(app, "drew")))


def test_asked_first_the_answer_is_hidden_until_one_is_given(app: Flask) -> None:
    all_wait(app)
    reviewer = rita(app)
    one = question(app, "dog")
    before = reviewer.get(f"/review/questions/{one.item}?blind=1")
    assert "Right answer" not in before.text
    assert one.value.explanation not in before.text
    assert "<mark" not in before.text.split("</header>", 1)[1]
    wrong = next(number for number in range(4) if number != one.value.key)
    after = reviewer.post(f"/review/questions/{one.item}/blind?blind=1", version=str(one.row), chosen=str(wrong))
    page = reviewer.get(place(after))
    assert "You chose another answer before you saw the right one" in words(page)
    assert records(app) == ["answered before seeing"]
    reviewer.post(f"/review/questions/{one.item}/blind?blind=1", version=str(one.row), chosen=str(one.value.key))
    assert records(app) == ["answered before seeing"]


def test_who_looks_without_answering_sees_it_all(app: Flask) -> None:
    all_wait(app)
    one = question(app, "dog")
    assert "Right answer" in rita(app).get(f"/review/questions/{one.item}?blind=1&look=1").text


@pytest.mark.parametrize("path", ["/review/questions/unknown", "/review/questions/unknown/edit", "/review/questions/" + "x" * 64])
def test_an_unknown_question_is_not_found(app: Flask, path: str) -> None:
    assert rita(app).get(path).status_code == 404


def test_without_a_form_token_nothing_is_decided(app: Flask) -> None:
    all_wait(app)
    reviewer, one = rita(app), question(app, "dog")
    response = reviewer.client.post(f"/review/questions/{one.item}/decide", data={"version": str(one.row), "move": "approve"})
    assert response.status_code == 422
    assert question(app, "dog").state is State.CANDIDATE
