"""The site can be installed; its worker keeps the shell and no page of a quiz."""

import re

from flask import Flask

from quizapp.web.static_files import assets
from web.browsing import Visitor, words


def test_the_manifest_names_the_site_and_an_icon_that_is_there(paul: Visitor) -> None:
    assert '<link rel="manifest" href="/manifest.webmanifest">' in paul.get("/").text
    response = paul.get("/manifest.webmanifest")
    assert response.mimetype == "application/manifest+json"
    made = response.get_json(force=True)
    assert (made["name"], made["start_url"], made["display"]) == ("Says who?", "/", "standalone")
    assert [paul.get(icon["src"]).status_code for icon in made["icons"]] == [200]


def test_the_worker_keeps_static_files_and_the_offline_page_alone(app: Flask, paul: Visitor) -> None:
    response = paul.get("/worker.js")
    assert response.mimetype == "text/javascript"
    assert response.headers["Cache-Control"] == "no-store"
    kept = re.findall(r'"(/[^"]*)"', response.text)
    assert kept[-1] == "/offline"
    assert all(re.fullmatch(r"/static/[a-z0-9.-]+", path) for path in kept[:-1])
    assert [paul.get(path).status_code for path in kept] == [200] * len(kept)
    with app.app_context():
        assert f"/static/{assets().names['fonts/newsreader-400-700.woff2']}" in kept


def test_the_offline_page_holds_nothing_of_anybody(paul: Visitor) -> None:
    response = paul.client.get("/offline")
    assert "No connection" in words(response)
    assert "csrf_token" not in response.text
    assert "Set-Cookie" not in response.headers
