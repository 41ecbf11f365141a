"""Inviting people, and names on leaderboards: for admins alone, each act on the record once."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import text

from quizapp.services import inviting
from quizapp.services.accounts import Role
from quizapp.services.errors import NotFound
from web.browsing import Visitor, words
from web.people import PASSWORD, place, register, staff

LINK = re.compile(r"http://localhost(/account/invitation/[\w-]{43})<")


@pytest.fixture
def ada(app: Flask) -> Visitor:
    """Ada administers."""
    return staff(app, "Ada", Role.ADMIN)


def acts(app: Flask) -> list[str]:
    """What the record says was done."""
    with app.extensions["database"].reading() as connection:
        return list(connection.scalars(text("SELECT action FROM record ORDER BY id")))


def invitation(ada: Visitor, role: str = "teacher") -> str:
    """The address of a new invitation."""
    found = LINK.search(ada.post("/people/invite", role=role).text)
    assert found
    return found[1]


def test_an_invitation_makes_one_account_with_its_role(app: Flask, ada: Visitor, paul: Visitor, sam: Visitor) -> None:
    link = invitation(ada)
    assert "You were invited" in words(paul.get(link))
    assert paul.post(link, name="Tess", password="short").status_code == 422
    made = paul.post(link, name="Tess", password=PASSWORD)
    assert "recovery codes" in words(made)
    assert "teacher" in words(ada.get("/people"))
    assert sam.get(link).status_code == 404
    assert "This invitation was used already" in words(sam.get(link))
    assert sam.post(link, name="Sam", password=PASSWORD).status_code == 404
    assert acts(app)[-2:] == ["invitation_made", "account_by_invitation"]


def test_an_invitation_is_taken_back(app: Flask, ada: Visitor, sam: Visitor) -> None:
    link = invitation(ada)
    number = re.search(r'name="invitation" value="(\d+)"', ada.get("/people").text)
    assert number
    assert place(ada.post("/people/take-back", invitation=number[1])) == "/people?did=taken-back"
    assert "The invitation is taken back" in words(ada.get("/people?did=taken-back"))
    assert sam.get(link).status_code == 404
    assert "Take it back" not in words(ada.get("/people"))
    assert ada.post("/people/take-back", invitation=number[1]).status_code == 404
    assert acts(app)[-2:] == ["invitation_made", "invitation_taken_back"]


def test_a_page_with_an_invitation_that_is_loaded_again_makes_no_second_one(app: Flask, ada: Visitor) -> None:
    once = re.search(r'name="once" value="(\w+)"', ada.get("/people").text)
    assert once
    assert LINK.search(ada.post("/people/invite", role="teacher", once=once[1]).text)
    again = ada.post("/people/invite", role="teacher", once=once[1])
    assert "nothing new was made" in words(ada.follow(again))
    assert acts(app).count("invitation_made") == 1


def test_an_old_invitation_works_no_more(app: Flask, ada: Visitor) -> None:
    token = invitation(ada).rsplit("/", 1)[1]
    later = datetime.now(UTC) + inviting.LASTS + timedelta(minutes=1)
    assert inviting.invited_role(app.extensions["database"], token, now=datetime.now(UTC)) is Role.TEACHER
    with pytest.raises(NotFound):
        inviting.invited_role(app.extensions["database"], token, now=later)


def test_an_invitation_is_no_link_for_a_password_or_for_the_first_admin(ada: Visitor, sam: Visitor) -> None:
    token = invitation(ada, "admin").rsplit("/", 1)[1]
    assert sam.get(f"/account/reset/{token}").status_code == 404
    assert sam.get(f"/account/first-admin/{token}").status_code == 404


@pytest.mark.parametrize("role", ["king", ""])
def test_nobody_is_invited_as_something_else(app: Flask, ada: Visitor, role: str) -> None:
    assert ada.post("/people/invite", role=role).status_code == 422
    assert "invitation_made" not in acts(app)


def test_a_name_on_a_leaderboard_is_hidden_and_shown_again(app: Flask, ada: Visitor, paul: Visitor) -> None:
    paul.play_through(paul.start())
    paul.post("/quizzes/ten-on-skerry/leaderboard", name="Grumpy Goat")
    page = ada.get("/people/leaderboards")
    assert "Grumpy Goat" in words(page)
    entry = re.search(r'name="entry" value="(\d+)"', page.text)
    assert entry
    ada.post("/people/leaderboards", entry=entry[1], wanted="hide", why="Rude.")
    assert "Grumpy Goat" not in words(Visitor(app).get("/quizzes/ten-on-skerry/leaderboard"))
    ada.post("/people/leaderboards", entry=entry[1], wanted="show", why="Not so rude.")
    assert "Grumpy Goat" in words(Visitor(app).get("/quizzes/ten-on-skerry/leaderboard"))
    assert acts(app)[-2:] == ["entry_hidden", "entry_shown"]
    assert ada.post("/people/leaderboards", entry="999999", wanted="hide").status_code == 404
    assert ada.post("/people/leaderboards", entry=entry[1], wanted="burn").status_code == 422


def test_nobody_but_admins_invites_or_hides(app: Flask, paul: Visitor) -> None:
    register(paul, "Paul")
    for visitor in (paul, staff(app, "Tess", Role.TEACHER), Visitor(app)):
        assert visitor.post("/people/invite", role="admin").status_code == 403
        assert visitor.post("/people/take-back", invitation="1").status_code == 403
        assert visitor.get("/people/leaderboards").status_code == 403
        assert visitor.post("/people/leaderboards", entry="1", wanted="hide").status_code == 403
    assert "invitation_made" not in acts(app)
