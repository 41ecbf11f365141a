"""A leaderboard: read by everybody, entered by whoever finished a first attempt and wants to."""

from flask import Flask

from quizapp.services.accounts import Role
from web.browsing import Visitor, words
from web.classroom import begin, give
from web.people import staff

BOARD = "/quizzes/winter/leaderboard"
REFUSED = {"Pau1": "one that looks like it", "x" * 25: "at most 24 characters", "": "Type a name", "y" * 300: "too long"}


def test_a_board_is_empty_until_somebody_puts_a_name_on_it(paul: Visitor, sam: Visitor) -> None:
    paul.play_through(paul.start("winter"), wrongly=1)
    assert "Nobody has put a name here yet" in words(sam.get(BOARD))
    assert "Your first attempt: 1 of 2 right" in words(paul.get(BOARD))
    assert paul.post(BOARD, name=" Paul ").status_code == 303
    assert "1 Paul you 1 of 2" in words(paul.get(BOARD))
    assert "1 Paul 1 of 2" in words(sam.get(BOARD))
    assert paul.post(f"{BOARD}/leave").status_code == 303
    assert "Paul" not in words(sam.get(BOARD))


def test_a_name_that_cannot_be_used_is_said_beside_its_field_and_kept_there(paul: Visitor, sam: Visitor) -> None:
    for visitor in (paul, sam):
        visitor.play_through(visitor.start("winter"))
    paul.post(BOARD, name="Paul")
    for name, said in REFUSED.items():
        page = sam.post(BOARD, name=name)
        assert page.status_code == 422
        assert said in words(page)
        assert 'aria-invalid="true"' in page.text
        assert f'value="{name}"' in page.text or not name
        assert "<title>Not yet: " in page.text


def test_markup_in_a_name_stays_text(paul: Visitor) -> None:
    paul.play_through(paul.start("winter"))
    page = paul.post(BOARD, name="<b>x</b>")
    assert page.status_code == 422
    assert "<b>x</b>" not in page.text


def test_only_a_finished_first_attempt_may_enter(paul: Visitor, sam: Visitor) -> None:
    paul.start("winter")
    assert "Finish this quiz once" in words(paul.get(BOARD))
    assert paul.post(BOARD, name="Paul").status_code == 409
    assert sam.post(BOARD, name="Sam").status_code == 404


def test_the_results_lead_to_the_board(paul: Visitor) -> None:
    assert f'href="{BOARD}"' in paul.play_through(paul.start("winter")).text


def test_an_unknown_quiz_has_no_board(paul: Visitor) -> None:
    assert paul.get("/quizzes/nowhere/leaderboard").status_code == 404


def test_a_quiz_given_by_code_has_a_board_for_those_who_took_it(app: Flask, paul: Visitor, sam: Visitor) -> None:
    teacher = staff(app, "Tess", Role.TEACHER)
    path, code = give(teacher)
    given = f"/join/{code}/leaderboard"
    done = paul.play_through(paul.read(begin(paul, code, nickname="Paul")), wrongly=1)
    assert f'href="{given}"' in done.text
    assert "Everybody who took this quiz by its code can read the name" in words(paul.get(given))
    assert paul.post(given, name="x" * 25).status_code == 422
    assert paul.post(given, name="Owl").status_code == 303
    assert "1 Owl you 1 of 2" in words(paul.get(given))
    assert "1 Owl 1 of 2" in words(teacher.get(given))
    assert f'href="{given}"' in teacher.get(f"{path}/results").text
    assert (sam.get(given).status_code, Visitor(app).get(given).status_code) == (404, 404)
    assert paul.post(f"{given}/leave").status_code == 303
    assert "Nobody has put a name here yet" in words(paul.get(given))
