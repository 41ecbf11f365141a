"""The builder's pages: Tess teaches, Sam teaches elsewhere, Paul plays."""

import re
from urllib.parse import urlsplit

import pytest
from flask import Flask

from quizapp.services.accounts import Role
from web import teaching
from web.browsing import Visitor, words
from web.people import place, staff

ROUTES = (
    ("GET", ""),
    ("GET", "/bank"),
    ("GET", "/put-away"),
    ("POST", "/questions"),
    ("POST", "/move"),
    ("POST", "/take-out"),
    ("POST", "/newer"),
    ("POST", "/ten"),
    ("POST", "/settings"),
    ("POST", "/publish"),
    ("POST", "/preview"),
    ("POST", "/copy"),
    ("POST", "/put-away"),
)
SETTINGS = {"title": "Lights", "note": "", "feedback": "each", "timer": "", "seconds": "30", "minutes": "15", "shuffle_options": "yes"}


@pytest.fixture
def tess(app: Flask) -> Visitor:
    """Tess teaches."""
    return teaching.tess(app)


def test_a_second_teacher_finds_nothing_of_a_quiz_on_any_route(app: Flask, tess: Visitor) -> None:
    dog = teaching.question(app, "What was the keeper's dog")
    path, sam = teaching.new_quiz(tess, dog), teaching.sam(app)
    fields = {"question": str(dog), "to": "1", **SETTINGS}
    for method, rest in ROUTES:
        answer = sam.get(path + rest) if method == "GET" else sam.post(path + rest, **fields)
        assert answer.status_code == 404, (method, rest)
        assert "Lights" not in answer.text
    assert "Lights" not in sam.get("/teach/quizzes").text
    assert "1 question" in words(tess.get(path))


def test_every_route_of_a_quiz_is_among_those_tried_with_a_second_teacher(app: Flask) -> None:
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("own_quizzes.")]
    found = {(method, rule.rule) for rule in rules for method in (rule.methods or set()) & {"GET", "POST"}}
    tried = {(method, f"/teach/quizzes/<slug:quiz>{rest}") for method, rest in ROUTES}
    assert found == tried | {("GET", "/teach/quizzes"), ("POST", "/teach/quizzes"), ("POST", "/teach/quizzes/ten")}


def test_players_are_refused_and_guests_are_asked_to_sign_in(app: Flask, tess: Visitor, paul: Visitor) -> None:
    path = teaching.new_quiz(tess)
    player = staff(app, "Pia", Role.PLAYER)
    for method, rest in ROUTES:
        for visitor in (player, paul):
            assert (visitor.get(path + rest) if method == "GET" else visitor.post(path + rest)).status_code == 403
    assert "Sign in to see this page" in words(paul.get(path))
    assert "This page is closed" in words(player.get(path))


def test_a_quiz_is_made_filled_ordered_and_published(app: Flask, tess: Visitor) -> None:
    dog, stove = teaching.question(app, "What was the keeper's dog"), teaching.question(app, "What did the keeper's stove")
    path = teaching.new_quiz(tess, dog, stove)
    moved = tess.get(urlsplit(place(tess.post(f"{path}/move", question=str(stove), to="1")))._replace(fragment="").geturl())
    assert "Saved. “What did the keeper's stove burn?” is now question 1 of 2." in words(moved)
    assert words(moved).index("stove burn? ") < words(moved).index("dog called?")
    assert "Draft, not published yet" in words(moved)
    published = tess.get(place(tess.post(f"{path}/publish")))
    assert "Published as version 1" in words(published)
    place(tess.post(f"{path}/take-out", question=str(dog)))
    assert "Draft of version 2; classes play version 1" in words(tess.get(path))


def test_publishing_keeps_what_was_typed_in_the_settings(app: Flask, tess: Visitor) -> None:
    path = teaching.new_quiz(tess, teaching.question(app, "What was the keeper's dog"))
    refused = tess.post(f"{path}/publish", **{**SETTINGS, "title": "Dogs", "speed_bonus": "yes"})
    assert refused.status_code == 422
    assert 'value="Dogs"' in refused.text
    assert "Lights" in words(tess.get(path))
    published = tess.get(place(tess.post(f"{path}/publish", **{**SETTINGS, "title": "Dogs", "attempts": "2"})))
    assert "Published as version 1" in words(published)
    assert 'name="title" maxlength="120" value="Dogs"' in published.text
    assert 'value="2" selected' in published.text


def test_settings_are_kept_although_something_keeps_the_quiz_from_being_published(tess: Visitor) -> None:
    path = teaching.new_quiz(tess)
    assert tess.post(f"{path}/publish", **{**SETTINGS, "title": "Dogs"}).status_code == 422
    assert "Dogs" in words(tess.get(path))


def test_ten_taken_for_one_come_from_the_article_of_the_quiz_and_are_taken_out_again_at_once(app: Flask, tess: Visitor) -> None:
    dog = teaching.question(app, "What was the keeper's dog")
    path = teaching.new_quiz(tess, dog)
    chosen = re.search(r'<option value="([^"]*)" selected>([^<]*)</option>\s*', tess.get(path).text.split('id="from"')[1])
    assert chosen
    assert chosen[2] in words(tess.get(f"{path}/bank?q=dog"))
    taken = tess.get(place(tess.post(f"{path}/ten", article="")))
    rows = re.findall(r'name="question" value="(\d+)"', taken.text.split("undo-ten")[1].split("</form>")[0])
    assert len(rows) > 1
    assert str(dog) not in rows
    place(tess.post(f"{path}/take-out", question=rows))
    assert "1 question" in words(tess.get(path))


def test_what_clashes_is_said_and_the_quiz_stays_a_draft(app: Flask, tess: Visitor) -> None:
    answer = tess.post(f"{teaching.new_quiz(tess)}/publish")
    assert answer.status_code == 422
    assert "The quiz has no questions yet." in words(answer)
    assert "Not yet" in answer.text


def test_ten_questions_of_an_article_make_a_quiz_in_one_click(app: Flask, tess: Visitor) -> None:
    slug = re.search(r'<option value="(the-lamp[^"]*)"', tess.get("/teach/quizzes").text)
    assert slug
    page = tess.get(place(tess.post("/teach/quizzes/ten", article=slug[1])))
    assert "The lamp on Skerry burns again" in words(page)
    assert page.text.count("data-question=") >= 3
    assert tess.post("/teach/quizzes/ten", article="no-such-article").status_code == 404


def test_the_bank_keeps_its_filters_when_a_question_is_added(app: Flask, tess: Visitor) -> None:
    path = teaching.new_quiz(tess)
    dog = teaching.question(app, "What was the keeper's dog")
    bank = tess.get(f"{path}/bank?q=dog&difficulty=&kind=nonsense")
    assert "1 question of 12" in words(bank)
    onward = place(tess.post(f"{path}/questions", question=str(dog), from_bank="yes", q="dog", page="1"))
    assert "/bank?q=dog" in onward
    assert "Question 1" in words(tess.get(onward.split("#")[0]))
    assert "Nothing fits all of that" in words(tess.get(f"{path}/bank?q=submarine"))


def test_a_question_that_is_not_in_the_bank_is_not_found_and_nonsense_is_refused(tess: Visitor) -> None:
    path = teaching.new_quiz(tess)
    assert tess.post(f"{path}/questions", question="999999").status_code == 404
    assert tess.post(f"{path}/questions", question="x").status_code == 422
    assert tess.post(f"{path}/move", question="9" * 30).status_code == 422


def test_settings_are_kept_and_shown_again(tess: Visitor) -> None:
    path = teaching.new_quiz(tess)
    more = {"timer": "question", "seconds": "45", "opens_at": "2027-03-01T08:00", "closes_at": "2027-03-02T08:00", "feedback": "closing"}
    page = tess.get(place(tess.post(f"{path}/settings", **{**SETTINGS, **more, "note": "For Friday", "attempts": "2"})))
    assert "The settings are saved." in words(page)
    for kept in ('value="45"', 'value="2027-03-01T08:00"', 'value="2027-03-02T08:00"', 'value="2" selected', "For Friday"):
        assert kept in page.text
    assert re.search(r'value="closing"\s+checked', page.text)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"title": " "}, "Give the quiz a title"),
        ({"note": "x" * 601}, "This note has 601 characters"),
        ({"feedback": "closing"}, "Proofs are to be shown after the closing time"),
        ({"opens_at": "2027-03-02T08:00", "closes_at": "2027-03-01T08:00"}, "would close before it opens"),
        ({"closes_at": "soon"}, "“soon” is no date with a time"),
        ({"timer": "question", "seconds": "2"}, "From 5 to 3600 seconds"),
        ({"timer": "quiz", "minutes": ""}, "How many minutes?"),
        ({"speed_bonus": "yes"}, "needs a time to measure it against"),
        ({"attempts": "99"}, "From 1 to 20"),
    ],
)
def test_settings_that_cannot_be_are_said_beside_their_field_and_nothing_typed_is_lost(
    tess: Visitor, sent: dict[str, str], said: str
) -> None:
    path = teaching.new_quiz(tess)
    answer = tess.post(f"{path}/settings", **{**SETTINGS, "note": "Bring a pencil", **sent})
    assert answer.status_code == 422
    assert said in words(answer)
    assert sent.get("note", "Bring a pencil") in answer.text
    assert "Lights" in words(tess.get(path))


def test_a_preview_is_marked_on_its_pages_and_leaves_no_trace(app: Flask, tess: Visitor) -> None:
    path = teaching.new_quiz(tess, teaching.question(app, "What was the keeper's dog"))
    asked = tess.read(tess.follow(tess.post(f"{path}/preview")))
    assert "Only a try: nothing counts" in words(tess.get(asked.path))
    proof = tess.follow(tess.answer(asked))
    assert "Only a try" in words(proof)
    results = tess.get(f"/attempts/{asked.attempt}/results")
    assert f'href="{path}"' in results.text
    assert "Try it again" in words(results)
    assert "Lights" not in words(tess.get("/attempts"))
    assert "Left unfinished" not in words(tess.get("/"))


def test_nobody_else_opens_a_preview_and_players_find_no_way_to_the_quiz(app: Flask, tess: Visitor, paul: Visitor) -> None:
    path = teaching.new_quiz(tess, teaching.question(app, "What was the keeper's dog"))
    tess.post(f"{path}/publish")
    asked = tess.read(tess.follow(tess.post(f"{path}/preview")))
    slug = path.rsplit("/", 1)[1]
    assert paul.get(asked.path).status_code == 404
    assert paul.post(f"/play/{slug}").status_code == 404
    assert paul.get(f"/quizzes/{slug}/leaderboard").status_code == 404
    assert "Lights" not in words(paul.get("/"))


def test_a_quiz_is_copied_and_put_away_after_a_question(tess: Visitor) -> None:
    path = teaching.new_quiz(tess)
    copy = place(tess.post(f"{path}/copy"))
    assert "Copy of Lights" in words(tess.get(copy))
    assert "“Lights” leaves your list" in words(tess.get(f"{path}/put-away"))
    assert place(tess.post(f"{path}/put-away")) == "/teach/quizzes"
    assert tess.get(path).status_code == 404
    assert "Copy of Lights" in words(tess.get("/teach/quizzes"))


def test_a_title_is_asked_for(tess: Visitor) -> None:
    answer = tess.post("/teach/quizzes", title="   ")
    assert answer.status_code == 422
    assert "Give the quiz a title" in words(answer)
