"""A leaderboard: read by everybody, entered by whoever finished a first attempt and wants to."""

from web.browsing import Visitor, words

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
