"""The pages of classes, assignments and results: a teacher's own, and nobody else's."""

import re

import pytest
from flask import Flask

from quizapp.play.timing import Per, Timer
from quizapp.services.accounts import Role
from web.browsing import Visitor, words
from web.classroom import NAMES, TERMS, begin, give, make_class, seats, take
from web.people import place, register, staff
from web.rules import set_rules

PREFIXES = ("/teach/classes", "/teach/assignments")


@pytest.fixture
def tess(app: Flask) -> Visitor:
    """Tess teaches."""
    return staff(app, "Tess", Role.TEACHER)


@pytest.fixture
def sven(app: Flask) -> Visitor:
    """Sven teaches too."""
    return staff(app, "Sven", Role.TEACHER)


def routes(app: Flask) -> list[tuple[str, str]]:
    """Every page and form of classes and assignments, as (method, rule)."""
    return [
        (method, rule.rule)
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith(PREFIXES)
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    ]


def filled_in(rule: str, numbers: dict[str, str]) -> str:
    return re.sub(r"<\w+:(\w+)>", lambda found: numbers[found[1]], rule)


def send(visitor: Visitor, method: str, path: str) -> int:
    fields = {"title": "Mine now", "names": "Zoe", "stretch": "200", "why": "Because.", "right": "1", **TERMS}
    return (visitor.get(path) if method == "GET" else visitor.post(path, **fields)).status_code


def test_a_second_teacher_finds_none_of_it_on_any_route(app: Flask, tess: Visitor, sven: Visitor) -> None:
    path = make_class(tess)
    given, code = give(tess, path)
    mina = Visitor(app)
    take(mina, code, "Mina")
    run = begin(mina, code).request.path.split("/")[2]
    student = re.search(r"/students/(\d+)/code", tess.get(path).text)
    assert student
    numbers = {"student": student[1], "participant": "1", "run": run, "question": "1"}
    before = tess.get(path).text.count("has a code"), tess.get(f"{given}/results").text.count("<tr>")
    tried = 0
    for method, rule in routes(app):
        row = (path if rule.startswith("/teach/classes") else given).rsplit("/", 1)[-1]
        if "<number:row>" in rule:
            assert send(sven, method, filled_in(rule, {**numbers, "row": row})) == 404, (method, rule)
            tried += 1
    assert tried >= 20
    assert (tess.get(path).text.count("has a code"), tess.get(f"{given}/results").text.count("<tr>")) == before
    assert "Owls" not in sven.get("/teach/classes").text
    assert code not in sven.get("/teach/assignments").text.replace(" ", "")


def test_players_and_guests_are_kept_out_of_every_route(app: Flask, tess: Visitor, paul: Visitor, sam: Visitor) -> None:
    give(tess, make_class(tess))
    register(paul, "Paul")
    numbers = {"row": "1", "student": "1", "participant": "1", "run": "A" * 22, "question": "1"}
    for method, rule in routes(app):
        for visitor in (paul, sam):
            assert send(visitor, method, filled_in(rule, numbers)) == 403, (method, rule)


def test_a_teacher_s_own_pages_open(app: Flask, tess: Visitor) -> None:
    path = make_class(tess)
    given, code = give(tess, path)
    mina = Visitor(app)
    take(mina, code, "Mina")
    begin(mina, code)
    numbers = {"row": "1", "question": "1"}
    for method, rule in routes(app):
        if method == "GET":
            assert tess.get(filled_in(rule, numbers)).status_code == 200, rule
    assert path.endswith("/1")
    assert given.endswith("/1")


@pytest.mark.parametrize("row", ["0", "01", "-1", "9" * 30, "x", "999999999"])
def test_numbers_of_no_class_and_no_assignment_are_not_found(tess: Visitor, row: str) -> None:
    assert tess.get(f"/teach/classes/{row}").status_code == 404
    assert tess.get(f"/teach/assignments/{row}/results").status_code == 404


def test_a_list_that_cannot_be_used_comes_back_with_its_reason(tess: Visitor) -> None:
    page = tess.post("/teach/classes", title="7b", names="Mina\nMina")
    assert page.status_code == 422
    assert "“Mina” stands there twice" in words(page)
    assert "Mina\nMina</textarea>" in page.text.replace("\r", "")
    path = make_class(tess)
    again = tess.post(f"{path}/names", names="mina")
    assert again.status_code == 422
    assert ">mina</textarea>" in again.text


def test_the_longest_list_of_names_is_taken_whole(tess: Visitor) -> None:
    path = make_class(tess, names="\n".join(f"Schülerin Nummer {number:03} der ersten Klasse" for number in range(500)))
    assert "500 names" in words(tess.get(path))


def test_terms_that_cannot_be_used_come_back_as_they_were_typed(tess: Visitor) -> None:
    for terms, why in (
        ({"feedback": "closing"}, "Say when it closes"),
        ({"closed_book": "yes"}, "Say when it closes"),
        ({"opens": "2030-01-02T10:00", "closes": "2030-01-02T09:00"}, "before it opens"),
        ({"closes": "2001-01-01T10:00"}, "This closing time is over"),
        ({"closes": "soon"}, "is no date and time"),
        ({"timer": "quiz", "time": "ten"}, "Type minutes and seconds"),
        ({"tries": "0"}, "Choose how often"),
    ):
        page = tess.post("/teach/assignments", quiz="winter", whom="anybody", **{**TERMS, **terms})
        assert page.status_code == 422, terms
        assert why in words(page)
        assert all(f'value="{value}"' in page.text for value in terms.values() if value not in {"yes", "0"})
    assert "Nothing given yet" in words(tess.get("/teach/assignments"))


def test_terms_are_shown_as_they_stand_and_changed(tess: Visitor) -> None:
    path, _ = give(tess, timer="question", time="0:30", closes="2031-03-02T08:30", tries="2", feedback="end")
    assert "30 seconds for each question" in words(tess.get(path))
    form = tess.get(f"{path}/terms")
    assert 'value="0:30"' in form.text
    assert 'value="2031-03-02T08:30"' in form.text
    place(tess.post(f"{path}/terms", **TERMS))
    assert "No time limit" in words(tess.get(path))


def test_the_page_of_an_assignment_has_link_code_and_a_picture_of_the_link(tess: Visitor) -> None:
    path, code = give(tess)
    page = tess.get(path)
    assert f"/join/{code}" in page.text
    assert f"{code[:3]} {code[3:]}" in words(page)
    assert 'aria-label="QR code of the link"' in page.text
    assert "style=" not in page.text


def test_closing_asks_first_and_can_be_taken_back(tess: Visitor, paul: Visitor) -> None:
    path, code = give(tess)
    begin(paul, code, nickname="Kim")
    assert f'href="{path}/close"' in tess.get(path).text
    asked = tess.get(f"{path}/close")
    assert "1 player is still playing." in words(asked)
    assert "Open, with no closing time" in words(tess.get(path))
    place(tess.post(f"{path}/close"))
    closed = tess.get(path)
    assert "Open it again" in words(closed)
    assert "Close it now" not in words(closed)
    place(tess.post(f"{path}/open"))
    assert "Open, with no closing time" in words(tess.get(path))
    assert "Go on with the quiz" in words(paul.get(f"/join/{code}"))


def test_what_needs_a_closing_time_is_opened_again_by_its_terms(tess: Visitor) -> None:
    path, _ = give(tess, feedback="closing", closes="2031-03-02T08:30")
    place(tess.post(f"{path}/close"))
    page = tess.get(path)
    assert "Open it again until …" in words(page)
    assert f'action="{path}/open"' in page.text
    assert tess.post(f"{path}/open").status_code == 409


def test_a_quiz_is_closed_and_deleted(tess: Visitor, sam: Visitor) -> None:
    path, code = give(tess)
    place(tess.post(f"{path}/close"))
    assert "This quiz closed" in words(sam.get(f"/join/{code}"))
    place(tess.post(f"{path}/delete"))
    assert sam.get(f"/join/{code}").status_code == 404
    assert tess.get(path).status_code == 404


def test_a_new_code_is_shown_once_and_to_the_teacher_alone(app: Flask, tess: Visitor) -> None:
    path = make_class(tess)
    student = re.search(r"/students/(\d+)/code", tess.get(path).text)
    assert student
    page = tess.post(f"{path}/students/{student[1]}/code")
    code = re.search(r"The code is </span>([A-Z0-9 ]{9})<", page.text)
    assert code
    assert page.headers["Cache-Control"] == "no-store"
    assert code[1] not in tess.get(path).text


def test_a_class_is_deleted_after_a_question(app: Flask, tess: Visitor, sam: Visitor) -> None:
    path = make_class(tess)
    given, code = give(tess, path)
    mina = Visitor(app)
    take(mina, code, "Mina")
    begin(mina, code)
    asked = words(tess.get(f"{path}/delete"))
    assert "3 names" in asked
    assert "A quiz that was given to it is not closed; nobody can join it any more" in asked
    assert "The long winter" in asked
    told = tess.follow(tess.post(f"{path}/delete"))
    assert "The class and its names are deleted." in words(told)
    assert tess.get(path).status_code == 404
    left = tess.get(given)
    assert "Nobody can join it any more, as its class was deleted." in words(left)
    assert not any(one in left.text for one in (code, "QR code", f"{given}/terms", f"{given}/close", "/another", "/reopen"))
    assert "Name removed started" in words(left)
    assert "Code" not in words(tess.get(f"{given}/discuss/1"))
    assert "Nobody can join it any more" in words(tess.get("/teach/assignments"))
    assert "class of this quiz was deleted" in words(sam.get(f"/join/{code}"))
    assert not any(name in sam.get(f"/join/{code}").text for name in NAMES.split())


def test_results_say_in_words_who_got_what(app: Flask, tess: Visitor) -> None:
    path, code = give(tess, make_class(tess))
    for name, wrongly in (("Mina", 0), ("Otto", 1)):
        visitor = Visitor(app)
        take(visitor, code, name)
        visitor.play_through(visitor.read(begin(visitor, code)), wrongly=wrongly)
    page = tess.get(f"{path}/results")
    assert re.search(r'<th scope="row">Mina</th>(<td class="ok" aria-label="right">✓</td>){2}<td class="s">2</td>', page.text)
    assert page.text.count('<td class="no" aria-label="missed">✗</td>') == 1
    assert "Not started: Noor." in words(page)
    assert "statistics from the tenth" in words(page)


def test_names_like_formulas_are_harmless_in_the_file(app: Flask, tess: Visitor) -> None:
    path, code = give(tess, make_class(tess, names="=HYPERLINK(A1)\n+sum"))
    visitor = Visitor(app)
    take(visitor, code, "+sum")
    begin(visitor, code)
    body = tess.get(f"{path}/results.csv")
    named = r'attachment; filename="the-long-winter-owls-\d{4}-\d\d-\d\d\.csv"'
    assert re.fullmatch(named, body.headers["Content-Disposition"])
    assert "\n'+sum," in body.data.decode("utf-8-sig").replace("\r", "")
    assert tess.get(f"{path}/results.xlsx").data.startswith(b"PK")


def test_the_projector_shows_counts_and_proof_when_asked(app: Flask, tess: Visitor, paul: Visitor) -> None:
    path, code = give(tess)
    paul.play_through(paul.read(begin(paul, code, nickname="Paul")))
    hidden, shown = tess.get(f"{path}/discuss/1"), tess.get(f"{path}/discuss/1?shown=1")
    assert "chose it" not in hidden.text
    assert "<blockquote>" not in hidden.text
    assert "chose it" in shown.text
    assert "<blockquote>" in shown.text
    assert f"{path}/discuss/2" in shown.text
    assert tess.get(f"{path}/discuss/3").status_code == 404
    assert f'href="{path}/results">To the results' in " ".join(tess.get(f"{path}/discuss/2").text.split())


def test_letters_stand_only_where_every_player_saw_the_same_ones(app: Flask, tess: Visitor, paul: Visitor) -> None:
    for mixed in (True, False):
        set_rules(app, shuffle_options=mixed)
        path, code = give(tess)
        begin(paul, code, nickname="Paul")
        assert ('<span class="key">A</span>' in tess.get(f"{path}/discuss/1").text) is not mixed
        assert bool(re.search(r'<th scope="row"[^>]*>(<svg.*</span>)?A ', tess.get(f"{path}/results").text)) is not mixed


def test_a_corrected_question_says_in_the_results_what_counts_and_why(app: Flask, tess: Visitor, paul: Visitor) -> None:
    path, code = give(tess)
    paul.play_through(paul.read(begin(paul, code, nickname="Paul")))
    assert "Corrected:" not in words(tess.get(f"{path}/results"))
    wrong = re.search(r'name="right" value="(\d)">', tess.get(f"{path}/results/1/right").text)
    assert wrong
    told = tess.follow(tess.post(f"{path}/results/1/right", right=wrong[1], why="The first edition said so."))
    assert re.search(r"Corrected: “[^”]+” counts as right\. The first edition said so\.", words(told))


def test_what_a_teacher_does_about_one_participant(app: Flask, tess: Visitor) -> None:
    path, code = give(tess, make_class(tess))
    mina = Visitor(app)
    take(mina, code, "Mina")
    first = mina.play_through(mina.read(begin(mina, code))).request.path.split("/")[2]
    assert "no tries left" in words(mina.get(f"/join/{code}"))
    place(tess.post(f"{path}/participants/1/another"))
    assert begin(mina, code).request.path.split("/")[2] != first
    assert tess.post(f"{path}/runs/{first}/reopen").status_code == 409
    place(tess.post(f"{path}/runs/{first}/delete"))
    assert mina.get(f"/attempts/{first}").status_code == 404
    assert seats(Visitor(app), code)


def test_a_quiz_brings_its_own_terms_along_wherever_it_is_given_from(app: Flask, tess: Visitor) -> None:
    path = make_class(tess)
    set_rules(app, attempts=2, timer=Timer(per=Per.QUIZ, seconds=180))
    chooser = tess.get(f"{path.replace('/teach/classes/', '/teach/assignments/new?class=')}")
    link = re.search(r'href="(/teach/assignments/new[^"]*quiz=winter[^"]*)"', chooser.text)
    assert link
    form = tess.get(link[1].replace("&amp;", "&"))
    assert "Two tries each. Proofs are shown after each answer. 3 minutes for the whole quiz." in words(form)
    assert '<option value="2" selected>' in form.text
    assert 'value="3:00"' in form.text
    assert '<option value="1" selected>Owls (3 names)</option>' in form.text
    assert '<input type="hidden" name="quiz" value="winter">' in form.text


def test_usual_terms_are_said_and_what_was_sent_stands_open(tess: Visitor) -> None:
    usual = tess.get("/teach/assignments/new?quiz=winter")
    assert "Open, with no closing time. One try each. Proofs are shown after each answer. No time limit." in words(usual)
    assert '<details class="more">' in usual.text
    other = tess.post("/teach/assignments", quiz="", whom="anybody", tries="3", feedback="end", timer="")
    assert other.status_code == 422
    assert "Choose a quiz." in words(other)
    assert '<details class="more" open>' in other.text
    assert "Unless you change them" not in words(other)


def test_a_class_without_names_is_neither_offered_first_nor_given_a_quiz(tess: Visitor) -> None:
    empty = make_class(tess, "Ants", names="")
    assert "Give this class a quiz" not in words(tess.get(empty))
    alone = tess.get("/teach/assignments/new?quiz=winter")
    assert '<option value="anybody" selected>' in alone.text
    make_class(tess)
    one = tess.get("/teach/assignments/new?quiz=winter")
    assert '<option value="2" selected>Owls (3 names)</option>' in one.text
    make_class(tess, "Bees", names="Kim")
    assert '<option value="" selected>Choose a class, or anybody</option>' in tess.get("/teach/assignments/new?quiz=winter").text
    refused = tess.post("/teach/assignments", quiz="winter", whom=empty.rsplit("/", 1)[-1], **TERMS)
    assert refused.status_code == 422
    assert "“Ants” has no names yet, so nobody could join." in words(refused)
    assert "Nothing given yet" in words(tess.get("/teach/assignments"))
