"""Accounts under attack: replayed, fixed and tampered cookies, forged forms, open redirects, guessing, wrong roles."""

import re

import pytest
from flask import Flask
from itsdangerous import URLSafeTimedSerializer

from quizapp.services.accounts import Role
from quizapp.services.throttling import OF_ACCOUNT
from quizapp.web.account.going_on import local_path
from web.browsing import Visitor, words
from web.people import OTHER, PASSWORD, cookie, holding, place, register, sign_in, staff

FORMS = (
    "/account/register",
    "/account/sign-in",
    "/account/sign-out",
    "/account/sign-out-everywhere",
    "/account/password",
    "/account/codes",
    "/account/recover",
    "/account/data",
    "/account/delete",
    "/people/role",
    "/people/lock",
    "/people/reset-link",
)
ADMIN_FORMS = ("/people/role", "/people/lock", "/people/unlock", "/people/sign-out", "/people/reset-link")


def test_a_cookie_replayed_after_signing_out_is_refused(app: Flask, paul: Visitor) -> None:
    register(paul, "Paul")
    asked = paul.start()
    stolen = cookie(paul)
    assert holding(app, stolen).get("/account").status_code == 200
    assert place(paul.post("/account/sign-out")) == "/"
    thief = holding(app, stolen)
    assert thief.get("/account").status_code == 403
    assert thief.get(asked.path).status_code == 404
    assert "Sign in" in words(thief.get("/"))


def test_a_cookie_planted_before_signing_in_opens_nothing_afterwards(app: Flask, paul: Visitor) -> None:
    register(Visitor(app), "Paul")
    attacker = Visitor(app)
    attacker.start()
    planted = cookie(attacker)
    victim = holding(app, planted)
    sign_in(victim, "Paul")
    assert cookie(victim) != planted
    assert victim.get("/account").status_code == 200
    assert holding(app, planted).get("/account").status_code == 403
    assert attacker.get("/account").status_code == 403


def test_signing_in_changes_the_nonce_of_forms_too(app: Flask, paul: Visitor) -> None:
    register(Visitor(app), "Paul")
    before = paul.get("/").text.split('name="csrf_token" value="')[1].split('"')[0]
    sign_in(paul, "Paul")
    assert paul.client.post("/account/sign-out", data={"csrf_token": before}).status_code == 422
    assert paul.get("/account").status_code == 200


@pytest.mark.parametrize("change", ["flip", "cut", "other key", "empty", "plain"])
def test_a_tampered_cookie_is_nobodys(app: Flask, paul: Visitor, change: str) -> None:
    register(paul, "Paul")
    real = cookie(paul)
    forged = {
        "flip": real[:5] + ("A" if real[5] != "A" else "B") + real[6:],
        "cut": real[:-4],
        "other key": str(URLSafeTimedSerializer("another key", salt="cookie-session").dumps({"visit": "x" * 43})),
        "empty": "",
        "plain": '{"visit": 1}',
    }[change]
    assert holding(app, forged).get("/account").status_code == 403
    assert "Sign in" in words(holding(app, forged).get("/"))


@pytest.mark.parametrize("path", FORMS)
def test_every_form_needs_its_token(app: Flask, path: str) -> None:
    ada = staff(app, "Ada", Role.ADMIN)
    response = ada.client.post(path, data={"name": "Sam", "password": PASSWORD, "old": PASSWORD, "account": "1"})
    assert response.status_code == 422
    assert "Not saved yet" in words(response)
    assert PASSWORD not in response.text
    assert "Back to the form" in words(response)
    assert ada.get("/people").status_code == 200


@pytest.mark.parametrize("path", ["/account", "/account/password", "/account/codes", "/account/delete"])
def test_a_guest_is_asked_to_sign_in_and_led_back(paul: Visitor, sam: Visitor, path: str) -> None:
    register(sam, "Sam")
    for visitor in (paul, sam):
        visitor.post("/account/sign-out")
    refused = sam.get(path)
    assert refused.status_code == 403
    link = re.search(r'href="(/account/sign-in\?next=[^"]+)"', refused.text)
    assert link
    assert sam.get(link[1]).status_code == 200
    assert place(sign_in(sam, "Sam")) == path


@pytest.mark.parametrize("role", [Role.PLAYER, Role.TEACHER, None])
def test_nobody_but_an_admin_sees_people(app: Flask, role: Role | None) -> None:
    ada = staff(app, "Ada", Role.ADMIN)
    other = staff(app, "Tess", role) if role else Visitor(app)
    assert other.get("/people").status_code == 403
    assert {other.post(path, account="1", role="admin").status_code for path in ADMIN_FORMS} == {403}
    assert ada.get("/people").status_code == 200


def test_a_role_taken_away_closes_the_page_at_once(app: Flask) -> None:
    ada, rita = staff(app, "Ada", Role.ADMIN), staff(app, "Rita", Role.ADMIN)
    account = account_of(ada, "Rita")
    assert rita.get("/people").status_code == 200
    ada.post("/people/role", account=account, role="teacher")
    assert rita.get("/people").status_code == 403
    assert rita.post("/people/lock", account=account_of(ada, "Ada")).status_code == 403


def test_an_admin_locks_unlocks_signs_out_and_hands_over_a_link(app: Flask, paul: Visitor, sam: Visitor) -> None:
    register(paul, "Paul")
    ada = staff(app, "Ada", Role.ADMIN)
    account = account_of(ada, "Paul")
    assert "Sign out" in words(ada.post("/people/sign-out", account=account))
    assert paul.get("/account").status_code == 200
    ada.post("/people/sign-out", account=account, sure="yes")
    assert paul.get("/account").status_code == 403
    link = re.search(r"http://localhost(/account/reset/[\w-]{43})<", ada.post("/people/reset-link", account=account).text)
    assert link
    assert "For the account Paul" in words(sam.get(link[1]))
    assert sam.post(link[1], password="password1").status_code == 422
    assert place(sam.post(link[1], password=OTHER)) == "/"
    assert sam.get(link[1]).status_code == 404
    assert "This link was used already" in words(sam.get(link[1]))
    assert "?" in words(ada.post("/people/lock", account=account))
    ada.post("/people/lock", account=account, sure="yes")
    assert sam.get("/account").status_code == 403
    assert "This account is locked" in words(sign_in(paul, "Paul", password=OTHER))
    assert "locked" not in words(sign_in(paul, "Paul", password="quite another one"))
    ada.post("/people/unlock", account=account)
    assert place(sign_in(paul, "Paul", password=OTHER)) == "/"


@pytest.mark.parametrize("account", ["", "0", "-1", "x", "9" * 30, "1.5", "2147483647"])
def test_an_account_that_is_none_changes_nothing(app: Flask, account: str) -> None:
    ada = staff(app, "Ada", Role.ADMIN)
    assert {ada.post(path, account=account, role="admin").status_code for path in ADMIN_FORMS} <= {404, 422}
    assert ada.post("/people/role", account=account_of(ada, "Ada"), role="king").status_code == 422


def test_the_only_admin_cannot_go(app: Flask) -> None:
    ada = staff(app, "Ada", Role.ADMIN)
    for response in (
        ada.post("/people/role", account=account_of(ada, "Ada"), role="player"),
        ada.post("/account/delete", password=PASSWORD),
    ):
        assert response.status_code == 409
        assert "The site needs an admin" in words(response)


def test_guessing_is_slowed_down_with_words_on_how_long_to_wait(paul: Visitor, sam: Visitor) -> None:
    register(paul, "Paul")
    for name in ("Paul", "Nobody"):
        for _ in range(OF_ACCOUNT.tries):
            assert sign_in(sam, name, password=OTHER).status_code == 422
        response = sign_in(sam, name)
        assert response.status_code == 429
        assert "Wait 2 minutes, then try again." in words(response)
        assert 60 < int(response.headers["Retry-After"]) <= 90
        assert 'href="/account/sign-in"' in response.text


GOOD = ("/", "/articles", "/articles?q=1#e1", "/attempts/a-b_c/questions/1", "/a b")
BAD = (
    "",
    "articles",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\x00//evil.example",
    " //evil.example",
    "\u200b//evil.example",
    "\u2028//evil.example",
    "http://evil.example",
    "HTTPS:evil.example",
    "javascript:alert(1)",
    "/\\\tevil.example",
    "/" + "a" * 400,
)


@pytest.mark.parametrize("path", GOOD)
def test_going_on_leads_to_pages_of_this_site(path: str) -> None:
    assert local_path(path) == path


@pytest.mark.parametrize("path", BAD)
def test_going_on_never_leads_elsewhere(app: Flask, paul: Visitor, path: str) -> None:
    register(Visitor(app), "Paul")
    assert local_path(path) is None
    page = paul.get("/account/sign-in", query_string={"next": path})
    assert "evil" not in page.text
    assert place(sign_in(paul, "Paul")) == "/"


def test_the_page_to_go_on_with_is_taken_from_the_link_alone_and_used_once(app: Flask, paul: Visitor) -> None:
    register(Visitor(app), "Paul")
    page = paul.get("/account/sign-in?next=/articles")
    assert "/articles?" not in page.text
    paul.get("/account/register")
    assert place(paul.post("/account/sign-in", name="Paul", password=PASSWORD, next="//evil.example")) == "/articles"
    paul.post("/account/sign-out")
    assert place(sign_in(paul, "Paul")) == "/"


def test_control_characters_are_removed_before_the_path_is_read() -> None:
    assert local_path("/art\x00icles\r\n") == "/articles"


def account_of(ada: Visitor, name: str) -> str:
    """The account with this name on the page of people."""
    found = re.search(
        rf'name="account" value="(\d+)">\s*<select class="in" name="role" aria-label="Role of {name}"', ada.get("/people").text
    )
    assert found
    return found[1]
