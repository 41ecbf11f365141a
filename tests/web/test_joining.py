"""The door of a quiz: its code, picking a name, a device that answers as somebody and is let go."""

import pytest
from flask import Flask

from quizapp.services.accounts import Role
from web.browsing import Visitor, words
from web.classroom import begin, give, make_class, seats, take
from web.people import cookie, holding, place, register, staff
from web.skerry import ARTICLES, ROWS


@pytest.fixture
def tess(app: Flask) -> Visitor:
    """Tess teaches."""
    return staff(app, "Tess", Role.TEACHER)


def test_a_code_typed_on_the_home_page_leads_to_its_door(tess: Visitor, sam: Visitor) -> None:
    _, code = give(tess)
    assert 'action="/join"' in sam.get("/").text
    assert place(sam.get(f"/join?code={code[:3].lower()}%20{code[3:]}")) == f"/join/{code}"


@pytest.mark.parametrize("typed", ["", "ABC", "ZZZZZZ", "%00", "Z" * 300, "%3Cscript%3E"])
def test_a_code_that_no_quiz_has_comes_back_with_the_reason(sam: Visitor, typed: str) -> None:
    page = sam.get(f"/join?code={typed}")
    assert page.status_code == 422
    assert "<script>" not in page.text
    assert 'aria-invalid="true"' in page.text


def test_a_link_that_no_quiz_has_is_not_found(sam: Visitor) -> None:
    for path in ("/join/ZZZZZZ", "/join/ZZZZZZ/as/1"):
        assert sam.get(path).status_code == 404


def test_many_wrong_codes_are_too_many(sam: Visitor) -> None:
    found = [sam.get(f"/join/BBB{number:03}").status_code for number in range(61)]
    assert found[:60] == [404] * 60
    assert found[60] == 429


def test_a_student_picks_a_name_once_and_answers_under_it(app: Flask, tess: Visitor, paul: Visitor, sam: Visitor) -> None:
    path, code = give(tess, make_class(tess))
    personal = take(paul, code, "Mina")
    question = begin(paul, code)
    assert "Answering as Mina" in words(question)
    assert "Answering as Mina" in words(paul.get("/"))
    assert personal not in paul.get(f"/join/{code}").text
    page = sam.get(seats(sam, code)["Mina"])
    assert "Somebody has picked this name" in words(page)
    assert place(sam.post(seats(sam, code)["Mina"])) == seats(sam, code)["Mina"]
    assert "Mina started" in words(tess.get(path))


def test_the_personal_code_opens_the_attempt_on_another_device(tess: Visitor, paul: Visitor, sam: Visitor) -> None:
    _, code = give(tess, make_class(tess))
    personal = take(paul, code, "Mina")
    asked = paul.read(begin(paul, code))
    paul.answer(asked)
    where = seats(sam, code)["Mina"]
    wrong = sam.post(f"{where}/open", personal="WRNG WRNG")
    assert wrong.status_code == 422
    assert "not the code of this name" in words(wrong)
    assert 'value="WRNG WRNG"' in wrong.text
    assert place(sam.post(f"{where}/open", personal=personal.lower())) == f"/join/{code}"
    assert sam.read(begin(sam, code)).attempt == asked.attempt


def test_leaving_a_device_gives_it_back_to_whoever_had_it(tess: Visitor, paul: Visitor) -> None:
    register(paul, "Paul")
    _, code = give(tess, make_class(tess))
    take(paul, code, "Mina")
    assert "Answering as Mina" in words(paul.get("/answering"))
    place(paul.post("/answering/leave"))
    home = words(paul.get("/"))
    assert "Answering as" not in home
    assert "Paul" in home


def test_leaving_without_a_name_changes_nothing(sam: Visitor) -> None:
    assert place(sam.get("/answering")) == "/join"
    assert place(sam.post("/answering/leave")) == "/"


def test_the_cookie_of_a_device_that_was_left_answers_no_more(app: Flask, tess: Visitor, paul: Visitor) -> None:
    _, code = give(tess, make_class(tess))
    take(paul, code, "Mina")
    attempt = paul.read(begin(paul, code)).attempt
    kept = cookie(paul)
    place(paul.post("/answering/leave"))
    assert holding(app, kept).get(f"/attempts/{attempt}").status_code == 404


def test_a_guest_plays_with_a_nickname(tess: Visitor, paul: Visitor, sam: Visitor) -> None:
    path, code = give(tess)
    refused = paul.post(f"/join/{code}", nickname="")
    assert refused.status_code == 422
    assert "Type a name" in words(refused)
    paul.play_through(paul.read(begin(paul, code, nickname="Kim")))
    taken = sam.post(f"/join/{code}", nickname="Kim")
    assert taken.status_code == 422
    assert 'value="Kim"' in taken.text
    assert "Kim finished" in words(tess.get(path))


def test_an_account_s_name_is_offered_as_nickname(tess: Visitor, paul: Visitor) -> None:
    register(paul, "Paul")
    _, code = give(tess)
    assert 'value="Paul"' in paul.get(f"/join/{code}").text


def test_a_quiz_that_is_not_open_yet_says_when_it_opens(tess: Visitor, sam: Visitor) -> None:
    _, code = give(tess, opens="2031-03-02T08:30")
    assert "opens Sun 2 March 2031, 08:30" in words(sam.get(f"/join/{code}"))
    late = sam.post(f"/join/{code}", nickname="Sam")
    assert late.status_code == 409
    assert "opens Sun 2 March 2031" in words(late)


def test_the_door_says_how_long_and_how_often_before_the_clock_starts(tess: Visitor, paul: Visitor) -> None:
    _, code = give(tess, make_class(tess), timer="quiz", time="3:00", tries="2")
    said = "You have 3 minutes for the whole quiz. The clock starts when you begin. You can take it twice."
    assert said in words(paul.get(f"/join/{code}"))
    taken = paul.post(seats(paul, code)["Mina"])
    assert said in words(taken)
    first = begin(paul, code)
    assert "from when you began" in words(paul.get(f"/join/{code}"))
    paul.play_through(paul.read(first))
    assert "You can take it once more." in words(paul.get(f"/join/{code}"))


def test_who_has_no_tries_left_reads_so(tess: Visitor, paul: Visitor) -> None:
    _, code = give(tess)
    results = paul.play_through(paul.read(begin(paul, code, nickname="Kim")))
    assert results.request.path.endswith("/results")
    assert "no tries left" in words(paul.get(f"/join/{code}"))
    again = paul.post(f"/join/{code}")
    assert again.status_code == 409
    assert "no tries left" in words(again)


def test_a_name_of_another_class_is_not_found_here(tess: Visitor, sam: Visitor) -> None:
    _, code = give(tess, make_class(tess))
    _, other = give(tess, make_class(tess, "Larks", "Ruth"))
    ruth = seats(sam, other)["Ruth"].rsplit("/", 1)[-1]
    for path in (f"/join/{code}/as/{ruth}", f"/join/{code}/as/999999999"):
        assert sam.get(path).status_code == 404
        assert sam.post(path).status_code == 404
        assert sam.post(f"{path}/open", personal="BBBB BBBB").status_code in {404, 422}


def test_without_a_name_a_class_s_quiz_is_not_begun(tess: Visitor, sam: Visitor) -> None:
    _, code = give(tess, make_class(tess))
    assert sam.post(f"/join/{code}").status_code == 404


def test_a_closed_book_is_shut_in_words(tess: Visitor, paul: Visitor, sam: Visitor) -> None:
    _, code = give(tess, closed_book="yes", closes="2031-03-02T08:30")
    begin(paul, code, nickname="Kim")
    shut = paul.get("/articles/the-lamp-on-skerry-burns-again")
    assert shut.status_code == 403
    assert "shut for now" in words(shut)
    assert "1871" not in words(shut)
    assert sam.get("/articles/the-lamp-on-skerry-burns-again").status_code == 200


def test_a_proof_names_its_article_and_leads_there_unless_it_is_shut(tess: Visitor, paul: Visitor, sam: Visitor) -> None:
    _, closed = give(tess, closed_book="yes", closes="2031-03-02T08:30")
    _, open_book = give(tess)
    for visitor, code, leads in ((paul, closed, False), (sam, open_book, True)):
        asked = visitor.read(begin(visitor, code, nickname="Kim"))
        proof = visitor.follow(visitor.answer(asked))
        title = ARTICLES[next(row for row in ROWS if row.stem == asked.stem).places[0][0]][0]
        assert title in words(proof)
        assert (f'href="/articles/{title.casefold().replace(" ", "-")}' in proof.text) is leads


def test_a_form_sent_twice_takes_the_name_once(tess: Visitor, paul: Visitor) -> None:
    _, code = give(tess, make_class(tess))
    where = seats(paul, code)["Noor"]
    take(paul, code, "Noor")
    assert place(paul.post(where)) == f"/join/{code}"
    assert "You answer as Noor" in words(paul.get(f"/join/{code}"))
