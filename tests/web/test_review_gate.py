"""Nobody but a reviewer reaches a review page: read from the list of routes, so that a new page is closed to others, too."""

import re

import pytest
from flask import Flask

from quizapp.services.accounts import Role
from web.browsing import Visitor
from web.people import staff
from web.reviewing import all_wait, question, rita


def review_routes(app: Flask) -> list[tuple[str, str]]:
    """(method, address) of every review route, its variables filled in with what is there."""
    known = {"item": question(app, "dog").item}
    return [
        (method, re.sub(r"<(?:\w+:)?(\w+)>", lambda found: known.get(found[1], "1"), rule.rule))
        for rule in app.url_map.iter_rules()
        if rule.rule == "/review" or rule.rule.startswith("/review/")
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    ]


@pytest.mark.parametrize("who", ["a guest", "a player", "a teacher"])
def test_every_review_route_refuses(app: Flask, who: str) -> None:
    all_wait(app)
    roles = {"a player": Role.PLAYER, "a teacher": Role.TEACHER}
    visitor = staff(app, "Sam", roles[who]) if who in roles else Visitor(app)
    routes = review_routes(app)
    assert len(routes) >= 15
    for method, path in routes:
        response = visitor.get(path) if method == "GET" else visitor.post(path, version="1", move="approve", act="keep")
        assert response.status_code in {403, 404}, (method, path)
        assert "keeper" not in response.text, path


def test_a_reviewer_reaches_every_page_that_is_read(app: Flask) -> None:
    all_wait(app)
    reviewer = rita(app)
    for method, path in review_routes(app):
        if (method == "GET" and "/questions/" in path) or path in {"/review", "/review/record", "/review/overview", "/review/bulk"}:
            assert reviewer.get(path).status_code == 200, path


def test_a_reviewer_who_is_one_no_more_is_refused_at_once(app: Flask) -> None:
    all_wait(app)
    reviewer, ada = rita(app), staff(app, "Ada", Role.ADMIN)
    assert ada.get("/review").status_code == 200
    account = re.search(r'name="account" value="(\d+)"[^§]*?Role of Ada', reviewer.get("/people").text)
    assert account
    rows = re.findall(r'value="(\d+)">\s*<select[^>]*aria-label="Role of (\w+)"', reviewer.get("/people").text)
    reviewer.post("/people/role", account={name: row for row, name in rows}["Ada"], role="teacher")
    assert ada.get("/review").status_code == 403
