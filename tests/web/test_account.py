"""Accounts, page by page."""

import json
import re

import pytest
from flask import Flask

from quizapp.services.accounts import first_admin_link
from quizapp.web.context import chance
from web.browsing import Visitor, words
from web.people import OTHER, PASSWORD, cookie, holding, place, register, sign_in
from web.skerry import NOW

CODE = re.compile(r"[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}")


def test_a_guest_is_offered_to_sign_in_and_an_account_is_named(paul: Visitor) -> None:
    assert "Sign in" in words(paul.get("/"))
    register(paul, "Paul")
    assert '<a href="/account">Paul</a>' in paul.get("/").text
    assert "Sign in" not in words(paul.get("/"))


def test_registering_shows_eight_codes_once_and_leads_on(paul: Visitor) -> None:
    response = register(paul, "Paul")
    assert response.status_code == 200
    assert len(set(CODE.findall(response.text))) == 8
    assert 'href="/"' in response.text
    assert response.headers["Cache-Control"] == "no-store"
    assert not CODE.findall(paul.get("/account").text)
    assert "Eight recovery codes left" in words(paul.get("/account"))


def test_registering_again_by_reloading_changes_nothing(paul: Visitor) -> None:
    register(paul, "Paul")
    assert place(register(paul, "Paul")) == "/"
    assert place(paul.get("/account/register")) == "/"
    assert place(paul.get("/account/sign-in")) == "/"


def test_a_guest_who_registers_mid_quiz_finds_the_quiz_where_it_was(paul: Visitor) -> None:
    asked = paul.start()
    paul.answer(asked)
    register(paul, "Paul")
    assert "Ten on Skerry, 1 of 10 answered" in words(paul.get("/"))
    assert paul.read(paul.next(asked)).attempt == asked.attempt
    assert "1 right so far" in words(paul.get(f"{asked.path}/proof"))


def test_a_guest_who_signs_in_mid_quiz_goes_on_and_finishes_it(app: Flask, paul: Visitor, sam: Visitor) -> None:
    register(paul, "Paul")
    paul.post("/account/sign-out")
    asked = paul.start()
    paul.answer(asked)
    open_question = paul.read(paul.next(asked))
    assert place(sign_in(paul, "Paul")) == "/"
    assert paul.answer(open_question).status_code == 303
    assert "<title>10 of 10 right" in paul.play_through(paul.read(paul.next(asked))).text
    phone = Visitor(app)
    sign_in(phone, "Paul")
    assert "10 of 10" in words(phone.get(f"/attempts/{asked.attempt}/results"))
    assert sam.get(f"/attempts/{asked.attempt}/results").status_code == 404


def test_an_answer_sent_from_a_page_loaded_before_signing_in_can_be_sent_again(paul: Visitor) -> None:
    register(paul, "Paul")
    paul.post("/account/sign-out")
    asked = paul.start()
    stale = paul.get(asked.path).text.split('name="csrf_token" value="')[1].split('"')[0]
    sign_in(paul, "Paul")
    response = paul.client.post(asked.path, data={"csrf_token": stale, "option": asked.right()})
    assert response.status_code == 422
    assert f'name="option" value="{asked.right()}"' in response.text
    assert paul.answer(asked).status_code == 303


def test_wrong_fields_are_named_beside_them_and_nothing_is_repeated_but_the_name(paul: Visitor) -> None:
    response = register(paul, "", password="password")
    assert response.status_code == 422
    assert "<title>Not yet: Make an account" in response.text
    assert 'id="name-problem"' in response.text
    response = register(paul, "Paul", password="password1")
    assert 'aria-describedby="password-problem password-hint"' in response.text
    assert 'value="Paul"' in response.text
    assert "password1" not in response.text
    assert re.search(r'id="password"[^>]*aria-invalid="true"[^>]*autofocus', response.text, re.DOTALL)


@pytest.mark.parametrize(("name", "password"), [("Paul", OTHER), ("Nobody", PASSWORD), ("Nobody", OTHER)])
def test_signing_in_never_tells_whether_a_name_exists(paul: Visitor, sam: Visitor, name: str, password: str) -> None:
    register(paul, "Paul")
    response = sign_in(sam, name, password=password)
    assert response.status_code == 422
    shown = words(response).replace(name, "")
    assert "The name and the password do not go together." in shown
    assert shown == words(sign_in(sam, "Elsewhere", password=OTHER)).replace("Elsewhere", "")


def test_fields_say_to_password_managers_what_they_are(paul: Visitor) -> None:
    page = paul.get("/account/sign-in").text
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page
    page = paul.get("/account/register").text
    assert 'autocomplete="new-password"' in page
    assert re.findall(r'<label for="(\w+)"', page) == ["name", "password"]


def test_a_new_password_by_the_old_one(app: Flask, paul: Visitor) -> None:
    register(paul, "Paul")
    elsewhere = Visitor(app)
    sign_in(elsewhere, "Paul")
    wrong = paul.post("/account/password", old=OTHER, password=OTHER)
    assert wrong.status_code == 422
    assert 'id="old-problem"' in wrong.text
    assert "This is your password already" in words(paul.post("/account/password", old=PASSWORD, password=PASSWORD))
    assert place(paul.post("/account/password", old=PASSWORD, password=OTHER)) == "/account?did=password"
    assert "Your password is changed." in words(paul.get("/account?did=password"))
    assert elsewhere.get("/account").status_code == 403
    assert place(sign_in(elsewhere, "Paul", password=OTHER)) == "/"


def test_a_recovery_code_opens_the_account_once(app: Flask, paul: Visitor, sam: Visitor) -> None:
    code = CODE.findall(register(paul, "Paul").text)[0]
    assert place(sam.post("/account/recover", name="Paul", code=code.lower(), password=OTHER)) == "/"
    assert "Seven recovery codes left" in words(sam.get("/account"))
    assert paul.get("/account").status_code == 403
    again = Visitor(app).post("/account/recover", name="Paul", code=code, password=OTHER)
    assert again.status_code == 422
    assert 'id="code-problem"' in again.text


def test_new_codes_are_shown_once_to_who_knows_the_password(paul: Visitor) -> None:
    before = set(CODE.findall(register(paul, "Paul").text))
    assert paul.post("/account/codes", password=OTHER).status_code == 422
    after = set(CODE.findall(paul.post("/account/codes", password=PASSWORD).text))
    assert len(after) == 8
    assert not before & after


def test_the_page_with_new_codes_loaded_again_makes_no_others(paul: Visitor) -> None:
    register(paul, "Paul")
    once = re.search(r'name="once" value="(\w+)"', paul.get("/account/codes").text)
    assert once
    assert CODE.findall(paul.post("/account/codes", password=PASSWORD, once=once[1]).text)
    again = paul.post("/account/codes", password=PASSWORD, once=once[1])
    assert place(again) == "/account?did=shown"
    assert "nothing new was made" in words(paul.follow(again))


def test_signing_out_everywhere(app: Flask, paul: Visitor) -> None:
    register(paul, "Paul")
    phone = Visitor(app)
    sign_in(phone, "Paul")
    assert place(paul.post("/account/sign-out-everywhere")) == "/account/sign-in?did=everywhere"
    assert [one.get("/account").status_code for one in (paul, phone)] == [403, 403]


def test_data_come_as_a_file_and_hold_this_player_alone(paul: Visitor, sam: Visitor) -> None:
    asked = paul.start()
    paul.answer(asked)
    register(paul, "Paul")
    register(sam, "Sam")
    response = paul.post("/account/data")
    assert response.headers["Content-Disposition"] == 'attachment; filename="my-data.json"'
    found = json.loads(response.text)
    assert found["account"]["name"] == "Paul"
    assert [one["id"] for one in found["attempts"]] == [asked.attempt]
    assert "Sam" not in response.text


def test_deleting_the_account_ends_it_and_keeps_the_scores(app: Flask, paul: Visitor) -> None:
    register(paul, "Paul")
    paul.play_through(paul.start())
    before = cookie(paul)
    assert paul.post("/account/delete", password=OTHER).status_code == 422
    assert place(paul.post("/account/delete", password=PASSWORD)) == "/account/sign-in?did=deleted"
    assert "Sign in" in words(paul.get("/"))
    assert holding(app, before).get("/account").status_code == 403
    assert sign_in(paul, "Paul").status_code == 422
    assert register(paul, "Paul").status_code == 200


def test_the_first_admins_link_makes_an_admin_once(app: Flask, paul: Visitor, sam: Visitor) -> None:
    token = first_admin_link(app.extensions["database"], now=NOW, rng=chance())
    path = f"/account/first-admin/{token}"
    assert "This link works once" in words(paul.get(path))
    assert paul.post(path, name="Ada", password="short").status_code == 422
    assert len(CODE.findall(paul.post(path, name="Ada", password=PASSWORD).text)) == 8
    assert paul.get("/people").status_code == 200
    assert sam.get(path).status_code == 404
    assert sam.post(path, name="Sam", password=PASSWORD).status_code == 404


@pytest.mark.parametrize("path", ["/account/first-admin/unknown", "/account/reset/unknown", "/account/reset/" + "9" * 65])
def test_an_unknown_link_is_not_found(paul: Visitor, path: str) -> None:
    assert paul.get(path).status_code == 404
    assert paul.post(path, name="Sam", password=PASSWORD).status_code == 404


@pytest.mark.parametrize("path", ["/account", "/account/password", "/account/codes", "/account/delete"])
def test_every_page_of_an_account_is_whole_and_needs_no_script(paul: Visitor, path: str) -> None:
    register(paul, "Paul")
    page = paul.get(path)
    assert page.status_code == 200
    assert "<script" not in page.text
    assert 'aria-current="page"' in page.text
