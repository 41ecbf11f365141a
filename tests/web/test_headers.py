"""Headers, cookies, compression."""

import gzip
import re

import brotli
import pytest
from flask import Flask

from quizapp.web.static_files import assets
from web.browsing import Visitor

PAGES = (
    "/",
    "/articles",
    "/articles/the-lamp-on-skerry-burns-again",
    "/disagreements",
    "/how-questions-are-made",
    "/healthz",
    "/no-such-page",
)


@pytest.mark.parametrize("path", PAGES)
def test_every_response_limits_what_a_browser_may_do(paul: Visitor, path: str) -> None:
    headers = paul.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["base-uri"] == "'none'"
    assert policy["form-action"] == "'self'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", PAGES[:5])
def test_pages_hold_no_inline_script_or_style_and_nothing_from_other_hosts(paul: Visitor, path: str) -> None:
    page = paul.get(path).text
    assert "style=" not in page
    assert "<style" not in page
    assert not re.search(r"\son[a-z]+=", page)
    assert not re.search(r"<script(?![^>]*\ssrc=)", page)
    assert all(address.startswith(("/", "#")) for address in re.findall(r'(?:src|href|action)="([^"]+)"', page))


def test_static_files_are_kept_for_a_year_under_a_name_with_their_digest(app: Flask, paul: Visitor) -> None:
    with app.app_context():
        names = dict(assets().names)
    assert {"play.css", "read.css", "play.js", "icon.svg"} <= set(names)
    for name in names.values():
        response = paul.get(f"/static/{name}")
        assert response.status_code == 200
        assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert re.search(r"\.[0-9a-f]{12}\.", name)


def test_the_style_sheet_names_the_font_by_its_digest(app: Flask, paul: Visitor) -> None:
    with app.app_context():
        sheet, font = assets().names["play.css"], assets().names["fonts/newsreader-400-700.woff2"]
    text = paul.get(f"/static/{sheet}").text
    assert f"url({font})" in text
    assert text.count("url(") == 1
    assert paul.get(f"/static/{font}").mimetype == "font/woff2"


@pytest.mark.parametrize(("accepted", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_pages_and_files_are_compressed_as_the_browser_likes(app: Flask, paul: Visitor, accepted: str, unpack: object) -> None:
    with app.app_context():
        sheet = assets().names["play.css"]
    for path in ("/", f"/static/{sheet}"):
        plain, packed = paul.get(path), paul.get(path, headers={"Accept-Encoding": accepted})
        assert packed.headers["Content-Encoding"] == accepted
        assert "Accept-Encoding" in packed.headers["Vary"]
        assert len(packed.data) < len(plain.data) / 2
        assert len(unpack(packed.data)) > len(packed.data)  # type: ignore[operator]


def test_a_page_that_repeats_what_was_sent_is_never_compressed(paul: Visitor) -> None:
    response = paul.client.post("/theme", data={"theme": "dark", "csrf_token": "stale"}, headers={"Accept-Encoding": "br, gzip"})
    assert 'value="dark"' in response.text
    assert "Content-Encoding" not in response.headers


def test_the_cookie_holds_a_random_token_and_is_out_of_reach_for_scripts(app: Flask, paul: Visitor) -> None:
    paul.start()
    cookie = paul.client.get_cookie("quizapp")
    assert cookie
    assert cookie.http_only
    assert cookie.same_site == "Lax"
    assert not cookie.secure
    serializer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    assert set(serializer.loads(cookie.value)) == {"_permanent", "csrf_token", "visit"}


def test_over_https_cookies_stay_on_https(app: Flask) -> None:
    client = app.test_client()
    client.get("/", base_url="https://localhost")
    cookie = client.get_cookie("quizapp")
    assert cookie
    assert cookie.secure
