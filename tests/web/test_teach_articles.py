"""A teacher's own articles in a browser: brought, looked at, kept, read, changed, shared, deleted; and seen by nobody else."""

import re

import pytest
from flask import Flask

from quizapp.services.accounts import Role
from services.own_article import TEXT
from web.browsing import Visitor, words
from web.own_articles import SAID, keep, rows, shown_text, work_off
from web.people import place, staff


@pytest.fixture
def tess(app: Flask) -> Visitor:
    """Tess teaches."""
    return staff(app, "Tess", Role.TEACHER)


@pytest.fixture
def tom(app: Flask) -> Visitor:
    """Tom teaches at the same school."""
    return staff(app, "Tom", Role.TEACHER)


def test_a_teacher_finds_her_pages_in_the_header_and_a_player_does_not(tess: Visitor, paul: Visitor) -> None:
    assert 'href="/teach"' in tess.get("/").text
    assert "Your articles" in words(tess.get("/teach"))
    assert 'href="/teach"' not in paul.get("/").text


def test_a_pasted_text_is_shown_before_anything_is_kept(app: Flask, tess: Visitor) -> None:
    before = rows(app, "article")
    page = tess.post("/teach/articles/new", text=TEXT, address="")
    assert page.status_code == 200
    assert shown_text(page) == TEXT
    assert 'value="The mill at Orrin turns again"' in page.text
    assert (rows(app, "article"), rows(app, "job")) == (before, 0)


def test_a_date_that_the_text_does_not_state_stays_empty(tess: Visitor) -> None:
    page = tess.post("/teach/articles/new", text=TEXT, address="")
    date = re.search(r'<input[^>]*name="date"[^>]*>', page.text, re.DOTALL)
    assert date
    assert 'value=""' in date[0]


def test_what_was_confirmed_is_the_text_of_record(app: Flask, tess: Visitor) -> None:
    cut = TEXT.replace("\nThe balloon Gannet left Brack on 9 June 2024, a visitor said.\n", "")
    keep(tess, **{"title": "The mill, cut"})
    path = place(tess.post("/teach/articles", text=cut.replace("\n", "\r\n"), **SAID))
    page = tess.get(path)
    assert "Gannet" not in words(page)
    with app.extensions["database"].reading() as connection:
        texts = [row[0] for row in connection.exec_driver_sql("SELECT text FROM revision ORDER BY id DESC LIMIT 1")]
    assert texts == [cut.strip("\n") + "\n"]


def test_the_page_tells_how_far_reading_is_and_then_what_was_found(app: Flask, tess: Visitor) -> None:
    path = keep(tess)
    assert "Waiting to begin" in words(tess.get(path))
    work_off(app)
    page = tess.get(path)
    assert "Waiting" not in words(page)
    assert re.search(r"<b>\d+</b>\s*facts", page.text)
    assert "<mark" in page.text
    assert "The teacher’s own work" in words(page)


def test_ticked_lines_are_cut_and_every_mistake_is_said_at_once(app: Flask, tess: Visitor) -> None:
    brought = TEXT + "\nRead also: Ten mills worth a detour\n\nImage: A. Quill.\n"
    page = tess.post("/teach/articles/new", text=brought, address="")
    lines = re.findall(r'name="cut" value="([^"]+)"', page.text)
    assert "Image: A. Quill." in lines
    refused = tess.post("/teach/articles", text=brought, **{**SAID, "title": "", "date": "soon", "link": "nowhere", "rights": ""})
    for said in ("Give it a title", "write it like 2021-10-20", "a link begins with https://", "Say why you may use this text"):
        assert said in words(refused)
    assert re.findall(r'name="cut" value="([^"]+)"', refused.text) == lines
    shorter = tess.post("/teach/articles", text=brought, cut_now="yes", cut=lines[:1], **SAID)
    assert shorter.status_code == 200
    assert lines[0] not in shown_text(shorter)
    path = place(tess.post("/teach/articles", text=brought, cut=lines, **SAID))
    assert "Image" not in words(tess.get(path))
    assert "Mira Holt built the new wheel." in words(tess.get(path))


def test_a_form_with_something_missing_keeps_all_that_was_typed(tess: Visitor) -> None:
    page = tess.post("/teach/articles", text=TEXT, **{**SAID, "title": "", "source": "The Orrin Gazette", "rights": "free licence"})
    assert page.status_code == 422
    assert shown_text(page) == TEXT
    assert 'value="The Orrin Gazette"' in page.text
    assert "Give it a title" in words(page)
    assert "checked" in re.search(r'<input[^>]*value="free licence"[^>]*>', page.text)[0]  # type: ignore[index]


def test_the_same_text_twice_is_told_which_one_it_is(tess: Visitor) -> None:
    keep(tess)
    page = tess.post("/teach/articles", text=TEXT, **SAID)
    assert page.status_code == 422
    assert "You have this text already: “The mill at Orrin turns again”" in words(page)


def test_title_and_rights_can_be_changed_and_are_shown(tess: Visitor) -> None:
    path = keep(tess)
    said = {**SAID, "title": "A mill turns", "rights": "free licence", "rights_note": "CC BY 4.0"}
    assert place(tess.post(f"{path}/edit", **said)) == path
    page = words(tess.get(path))
    assert "A mill turns" in page
    assert "Free licence : CC BY 4.0" in page or "Free licence: CC BY 4.0" in page


def test_deleting_says_what_goes_and_then_nothing_is_left(app: Flask, tess: Visitor) -> None:
    before = {table: rows(app, table) for table in ("article", "revision", "claim", "item")}
    path = keep(tess)
    work_off(app)
    assert "This cannot be undone" in words(tess.get(f"{path}/delete"))
    assert place(tess.post(f"{path}/delete")) == "/teach/articles"
    assert tess.get(path).status_code == 404
    assert {table: rows(app, table) for table in before} == before


def test_nobody_else_finds_the_article_on_any_route(app: Flask, tess: Visitor, tom: Visitor, paul: Visitor) -> None:
    path = keep(tess)
    work_off(app)
    slug = path.rsplit("/", 1)[1]
    for rule in app.url_map.iter_rules():
        if not rule.endpoint.startswith("own_articles.") or "article" not in rule.arguments:
            continue
        address = rule.rule.replace("<slug:article>", slug)
        for method in rule.methods or ():
            if method in {"GET", "POST"}:
                ask = tom.get(address) if method == "GET" else tom.post(address, text=TEXT, **SAID)
                assert ask.status_code == 404, (method, address)
                stranger = paul.get(address) if method == "GET" else paul.post(address)
                assert stranger.status_code == 403, (method, address)
    assert tess.get(path).status_code == 200
    assert slug not in tom.get("/teach/articles").text


def test_nothing_of_a_private_article_shows_in_the_library(app: Flask, tess: Visitor, paul: Visitor) -> None:
    path = keep(tess)
    work_off(app)
    slug = path.rsplit("/", 1)[1]
    for address in ("/", "/articles", "/disagreements", "/articles/the-lamp-on-skerry-burns-again"):
        page = paul.get(address).text
        assert "Orrin" not in page, address
    assert paul.get(f"/articles/{slug}").status_code == 404


def test_an_offer_to_the_library_waits_and_can_be_taken_back(app: Flask, tess: Visitor) -> None:
    path = keep(tess)
    work_off(app)
    assert "everybody who visits this site can read its text" in words(tess.get(f"{path}/share"))
    done = place(tess.post(f"{path}/share"))
    assert done.split("?")[0] == path
    assert "Offered. An admin reads it" in words(tess.get(done))
    assert "Waits for the library’s answer" in words(tess.get(path))
    assert tess.post(f"{path}/share").status_code == 409
    assert "Taken back." in words(tess.get(place(tess.post(f"{path}/take-back"))))
    assert "Only you see it" in words(tess.get(path))


def test_addresses_are_not_fetched_unless_the_operator_says_so(tess: Visitor) -> None:
    assert "address of a web page" not in words(tess.get("/teach/articles/new"))
    page = tess.post("/teach/articles/new", text="", address="http://127.0.0.1/")
    assert page.status_code == 422
    assert "Found no text" in words(page)


def test_an_address_inside_is_refused_where_fetching_is_on(app: Flask, tess: Visitor) -> None:
    app.config["FETCH_ADDRESSES"] = True
    page = tess.post("/teach/articles/new", text="", address="http://127.0.0.1/admin")
    assert page.status_code == 422
    assert "an address inside a private network" in words(page)
    assert 'value="http://127.0.0.1/admin"' in page.text
