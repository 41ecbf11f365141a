"""Whatever stands in an address or a form, no page breaks and nobody reaches what is another's: read from the list of routes."""

import re
from itertools import cycle, islice

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from quizapp.services.accounts import Role
from web.browsing import TOKEN, Visitor, words
from web.people import staff
from web.reviewing import all_wait, question
from web.strangers import PART, SECRETS, Hers, rules, settle_in

LONG = "9" * 40
PLACES = ("1", "9" * 9, LONG, "-1", "١٢", "%00", "..%2f..", "%F0%9F%98%80", "a" * 300, "%0d%0aX:1")
QUERY = (
    f"?page={LONG}&code=%00&shown=1&words=9-&start=-1&end={LONG}&added=x&did=all&count=9999&class=%ED%A0%80&quiz=%00&q=%25%00&kind=%00"
    "&since=0001-01-01&until=9999-12-31&verdict=x&state=x&was=%00&move=x&blind=1&actor=%00&next=//elsewhere.example"
)
FIELDS = (
    "version versions question quiz whom article item reason note move sure act report settled answer tries feedback timer names stretch "
    "words start end right why stem key option_0 option_1 option_2 explanation wrong_0 quote title text date source link rights form to "
    "seconds minutes attempts opens_at closes_at opens closes closed_book time nickname personal code fact kind part into claims one other "
    "option account role invitation entry wanted name password trouble chosen theme check from_bank"
)
VALUES = ("\0", LONG, "-1", "", "😀", "x" * 2000, "=1+1", "9999-12-31T23:59", "9-3", "١", "1", "[]")
LIBRARY = {"article": "the-lamp-on-skerry-burns-again", "slug": "the-lamp-on-skerry-burns-again", "quiz": "winter", "question": "1"}
ENDS = {"account.sign_out", "account.sign_out_everywhere", "account.end", "people.sign_out", "people.role", "people.lock"}
"""What would end the visit that goes on trying."""


def visitor(app: Flask, who: str) -> Visitor:
    """Somebody with this role, or a guest."""
    return staff(app, "Sam", Role(who)) if who != "guest" else Visitor(app)


def token(of: Visitor) -> str:
    """The token of this visit."""
    found = TOKEN.search(of.get("/").text)
    assert found
    return found[1]


def untimed(response: TestResponse) -> str:
    """The words of a page without the time of day that it tells."""
    return re.sub(r"\d\d:\d\d", "", words(response))


def hostile(shift: int) -> dict[str, str]:
    """Every field there is, each with one of the values; another `shift` gives each another one."""
    return dict(zip(FIELDS.split(), islice(cycle(VALUES), shift, None), strict=False))


@pytest.mark.parametrize("who", ["guest", "player", "teacher", "admin"])
def test_no_address_breaks_a_page(app: Flask, who: str) -> None:
    somebody = visitor(app, who)
    csrf, seen = token(somebody), 0
    for method in ("GET", "POST"):
        for rule in rules(app, method):
            for place in PLACES if PART.search(rule.rule) else ("",):
                path = PART.sub(place, rule.rule)
                if rule.endpoint not in ENDS:
                    response = somebody.get(path + QUERY) if method == "GET" else somebody.client.post(path, data={"csrf_token": csrf})
                    assert response.status_code < 500, (method, path)
                    assert "elsewhere.example" not in response.headers.get("Location", ""), path
                    seen += 1
    assert seen > 500


@pytest.mark.parametrize("who", ["teacher", "admin"])
def test_no_form_breaks_a_page_of_something_there(app: Flask, who: str) -> None:
    all_wait(app)
    somebody = visitor(app, who)
    dog = question(app, "dog")
    there = settle_in(app, somebody) if who == "teacher" else Hers(parts={**LIBRARY, "item": dog.item, "fact": dog.value.fact}, form={})
    kept = [{}, {name: value for name, value in there.form.items() if name in {"version", "start", "end", "move", "act"}}]
    csrf = token(somebody)
    last = ("delete", "remove", "put-away", "withdraw")
    for rule in sorted(rules(app, "POST"), key=lambda one: (one.rule.endswith(last), one.rule)):
        for shift in range(0 if rule.endpoint in ENDS else len(VALUES)):
            form = {**hostile(shift), **kept[shift % 2], "csrf_token": csrf}
            assert somebody.client.post(there.address(rule), data=form).status_code < 500, (rule.rule, shift)


def test_a_quiz_of_ten_on_no_article_is_not_found(app: Flask) -> None:
    tess = staff(app, "Tess", Role.TEACHER)
    assert tess.post("/teach/quizzes/ten").status_code == 404
    assert tess.post("/teach/quizzes/ten", article="no-such-article").status_code == 404


def test_a_title_of_signs_that_no_database_takes_is_no_title(app: Flask) -> None:
    response = staff(app, "Tess", Role.TEACHER).post("/teach/classes", title="\0", names="Mina")
    assert response.status_code == 422
    assert "Give the class a name" in response.text


@pytest.mark.parametrize("who", ["guest", "player", "teacher"])
def test_nobody_reaches_what_is_tesss(app: Flask, who: str) -> None:
    tess = staff(app, "Tess", Role.TEACHER)
    hers = settle_in(app, tess)
    sam = visitor(app, who)
    csrf = token(sam)
    before = [untimed(tess.get(path)) for path in hers.pages()]
    for method in ("GET", "POST"):
        for rule in rules(app, method):
            if rule.endpoint in ENDS:
                continue
            path = hers.address(rule)
            response = sam.get(path) if method == "GET" else sam.client.post(path, data={**hers.form, "csrf_token": csrf})
            assert not [word for word in SECRETS if word in response.text], (method, path)
            if rule.rule.startswith(("/teach/", "/attempts/<", "/quizzes/<", "/play/<")) and PART.search(rule.rule):
                assert response.status_code in {403, 404, 422}, (method, path)
    assert [untimed(tess.get(path)) for path in hers.pages()] == before


def test_no_form_is_taken_without_the_token_of_its_visit(app: Flask) -> None:
    ada = staff(app, "Ada", Role.ADMIN)
    hers = settle_in(app, ada)
    before = [untimed(ada.get(path)) for path in hers.pages()]
    for rule in rules(app, "POST"):
        for form in (hers.form, {**hers.form, "csrf_token": token(Visitor(app))}):
            response = ada.client.post(hers.address(rule), data=form)
            assert (response.status_code, "Not saved yet" in response.text) == (422, True), rule.rule
    assert [untimed(ada.get(path)) for path in hers.pages()] == before


def test_a_teacher_who_is_one_no_more_is_refused_at_once_on_every_page(app: Flask) -> None:
    ada, tess = staff(app, "Ada", Role.ADMIN), staff(app, "Tess", Role.TEACHER)
    hers = settle_in(app, tess)
    csrf = token(tess)
    rows = {name: row for row, name in re.findall(r'value="(\d+)">\s*<select[^>]*aria-label="Role of (\w+)"', ada.get("/people").text)}
    ada.post("/people/role", account=rows["Tess"], role="player")
    for method in ("GET", "POST"):
        for rule in rules(app, method):
            if rule.rule.startswith("/teach"):
                path = hers.address(rule)
                response = tess.get(path) if method == "GET" else tess.client.post(path, data={**hers.form, "csrf_token": csrf})
                assert response.status_code == 403, (method, path)
